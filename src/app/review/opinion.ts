import { reviewTexts as texts } from "../../text/review";
import { SEVERITY_WORDS, zh } from "../../text/zh";
import type { WorkbookComparison } from "../overview/compare-runs";
import type { CardSummary, CheckedWorkbook } from "../overview/model";
import { cardLines, cellWords, changeOf, figureWords, ruleWords, sheetWord } from "../overview/wording";
import { overviewTexts } from "../../text/overview";

/** One line of the opinion: what to mend, as texts ready to be printed. */
export interface OpinionRow {
  readonly category: string;
  readonly place: string;
  readonly item: string;
  /** Figures with separators; "" where none is meant. */
  readonly expected: string;
  readonly actual: string;
  readonly basis: string;
  readonly outcome: string;
}

/** The 审核意见 on one unit's workbook. */
export interface Opinion {
  readonly unit: string;
  readonly facts: readonly [string, string];
  /** What was found, and how it stands against the version sent before. */
  readonly lines: readonly string[];
  readonly rows: readonly OpinionRow[];
  /** What the unit was told before and has mended. */
  readonly mended: readonly string[];
  readonly notChecked: readonly string[];
}

/** Longer lists of reasons say no more. */
const REASONS_NAMED = 12;

/**
 * The opinion on a workbook: one row a card (errors, blanks to fill, what is to be verified or was explained), in the
 * order of the overview; hints ask for nothing and are left out.
 * @param compared against the version sent before, where there was one
 */
export function opinionOn(workbook: CheckedWorkbook, compared?: WorkbookComparison): Opinion {
  const { cards, counts, moneyUnit, notChecked, year } = workbook;
  const unit = workbook.unitName ?? workbook.file;
  const asked = cards.filter(({ kind }) => kind !== "hint");
  const explained = asked.filter(({ kind }) => kind === "explained").length;
  const told = (list: readonly CardSummary[] = []): readonly CardSummary[] =>
    list.filter(({ kind }) => kind !== "hint");
  return {
    unit,
    facts: texts.facts(unit, year === undefined ? overviewTexts.yearless : String(year), moneyUnit),
    lines: [
      texts.verdict(counts) + (explained > 0 ? texts.explained(explained) : ""),
      ...(compared ? [texts.changes(changesOf(compared, told))] : []),
    ],
    rows: asked.map((card) => rowOf(card, compared)),
    mended: told(compared?.cards.mended).map((card) => `${placeOf(card)}　${card.title}`),
    notChecked: notChecked
      .slice(0, REASONS_NAMED)
      .map(({ count, reason }) => texts.notCheckedLine(count, reason ?? overviewTexts.noReason)),
  };
}

function changesOf(
  { cards }: WorkbookComparison,
  told: (list: readonly CardSummary[]) => readonly CardSummary[],
): Parameters<typeof texts.changes>[0] {
  const [mended, remaining, added] = [cards.mended, cards.remaining, cards.added].map((list) => told(list).length);
  return { mended: mended ?? 0, remaining: remaining ?? 0, added: added ?? 0 };
}

function rowOf(card: CardSummary, compared: WorkbookComparison | undefined): OpinionRow {
  const { kind, rule, ruleTitle, basis, explanation, expected, actual } = card;
  const change = changeOf(card, compared);
  const known = change === "remaining" || change === "added" ? texts.outcome[change] : "";
  return {
    category: SEVERITY_WORDS[kind],
    place: placeOf(card),
    item: itemOf(card),
    expected: figureWords(expected),
    actual: actual === undefined && kind === "toFill" ? texts.blank : figureWords(actual),
    basis: texts.basis(ruleWords(rule, ruleTitle), basis),
    outcome: explanation && !explanation.stale ? texts.explanation(explanation.text) : known,
  };
}

/** The figure meant, with the slip where one is known; where no single figure is meant, what is wrong in words. */
function itemOf(card: CardSummary): string {
  const { item, cause, expected, project } = card;
  const isSole = cause !== "alternatives" && cause !== "undetermined" && cause !== "verify";
  if (item === undefined || expected === undefined || !isSole) return cardLines(card).join("\n");
  const word =
    cause === "certain" || cause === "toFill" || cause === "hint" ? "" : `（${overviewTexts.causes[cause]}）`;
  return [project, item + word].filter((line) => line !== undefined).join("\n");
}

function placeOf(card: CardSummary): string {
  const cells = cellWords(card);
  return cells === "" ? sheetWord(card) : zh.place(sheetWord(card), cells);
}
