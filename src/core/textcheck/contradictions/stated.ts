import { type Amount } from "../../model/amount";
import type { Against } from "../../narrative/comparison";
import type { SentenceReading } from "../reader/state";
import type { Contradiction, ContradictionKind, PrintedFigure } from "../model";
import { originalRange, type NormalText } from "../normal-text";
import type { TextSection } from "../sections";
import type { Reading, Statement, Topic } from "../statement";
import { unitFactor } from "../tolerance";
import { halfOfDecimals, USUAL_DECIMALS } from "../../units/precision";

/** A sentence with what it states and where it stands in its paragraph's normal text. */
export interface PlacedReading extends SentenceReading {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly section: TextSection;
}

/** A piece of a paragraph's normal text with a kind of contradiction. */
export function contradictionIn(
  kind: ContradictionKind,
  { paragraph, start, end }: { readonly paragraph: number; readonly start: number; readonly end: number },
  texts: readonly NormalText[],
  words: { readonly subject: string; readonly stated: string; readonly expected: string },
): Contradiction {
  const text = texts[paragraph];
  return { kind, paragraph, ...(text ? originalRange(text, start, end) : { start, end }), ...words };
}

/** An amount the text states, in 万元; a change with its sign. */
export interface StatedAmount {
  readonly statement: Statement;
  readonly value: Amount;
}

type MeasureReading = Extract<Reading, { kind: "measure" }>;
export interface MeasureStatement extends Statement {
  readonly reading: MeasureReading;
}

/** What a paragraph stated of its subjects so far, the latest figure of each. */
export class StatedSoFar {
  readonly #amounts = new Map<string, StatedAmount>();

  put(aspect: string, topic: Topic, stated: StatedAmount): void {
    this.#amounts.set(`${aspect} ${topicKey(topic)}`, stated);
  }

  get(aspect: string, key: string): StatedAmount | undefined {
    return this.#amounts.get(`${aspect} ${key}`);
  }
}

/** What a figure's subject is, as one key. */
export function topicKey(topic: Topic): string {
  return topic.candidates.map(({ subject }) => subject.key).join("|");
}

/** Key of a comparison's figures. */
export function changeKey(against: Against | undefined): string {
  return `change ${against ?? ""}`;
}

/** Whether a statement is a measure whose subject is known. */
export function isMeasure(statement: Statement): statement is MeasureStatement {
  const { reading } = statement;
  return reading.kind === "measure" && reading.topic.foreign === undefined && reading.topic.candidates.length > 0;
}

/** The amount in 万元, a change with its sign. */
export function statedAmount(statement: MeasureStatement): StatedAmount {
  const { figure, reading } = statement;
  const sign = reading.aspect === "change" ? (reading.sign === -1 ? -1 : 1) : 1;
  return { statement, value: figure.value.times(unitFactor(figure.unit, "万元")).times(sign) };
}

/** Half of the last of two decimals of the figure's unit, in 万元: how far rounding can have moved it. */
export function roundingOf(figure: PrintedFigure): Amount {
  return halfOfDecimals(USUAL_DECIMALS).times(unitFactor(figure.unit, "万元"));
}

/** A figure as printed: "782.6万元". */
export function printed(figure: PrintedFigure): string {
  return `${figure.text}${figure.unit}`;
}

/** A contradiction at a figure. */
export function contradictionAt(
  kind: ContradictionKind,
  statement: MeasureStatement,
  texts: readonly NormalText[],
  expected: string,
): Contradiction {
  const { paragraph, figure, reading } = statement;
  const text = texts[paragraph];
  const range = text ? originalRange(text, figure.start, figure.end) : { start: 0, end: 0 };
  return { kind, paragraph, ...range, subject: nameOf(reading.topic), stated: printed(figure), expected };
}

/** Name of a topic for the reader. */
export function nameOf(topic: Topic): string {
  return topic.candidates[0]?.subject.label ?? topic.name;
}
