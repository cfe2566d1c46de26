import { nameLikeness, SAME_PROJECT } from "../glossary/name-likeness";
import { normaliseLabel } from "../glossary/normalise";
import type { Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { ReportParagraph, ReportText, Term } from "../model/rule";
import type { ScoreTable } from "../model/score-table";
import { statedOutcomes, type StatedOutcome } from "./report-text";
import { leafScores, nodesOf, totalOf } from "./score-tree";

/** Points a text states, and what the table has for them; `due` is undefined where the table has none. */
export interface ComparedPoints {
  /** "得分", or "资金管理得分". */
  readonly what: string;
  readonly said: Amount;
  readonly due: Amount | undefined;
  /** Cells the right points come from. */
  readonly cells: readonly CellAddress[];
}

/** Score and groups a text states against those of the table. */
export function comparedPoints(table: ScoreTable, { score, groups }: StatedOutcome): readonly ComparedPoints[] {
  const total = table.total?.score;
  const isScored = total?.kind === "amount";
  return [
    ...(score
      ? [{ what: "得分", said: score, due: isScored ? total.value : undefined, cells: isScored ? [total.cell] : [] }]
      : []),
    ...groups.map(({ name, points }) => {
      const terms = groupScores(table, name);
      const due = terms.length === 0 ? undefined : totalOf(terms);
      return { what: `${name}得分`, said: points, due, cells: terms.map(({ figure }) => figure.cell) };
    }),
  ];
}

/** Scores of the levels a group's name means: 资金管理 is the level that begins so, or that its own name begins with. */
function groupScores(table: ScoreTable, name: string): readonly Term[] {
  const key = groupKey(name);
  const nodes = nodesOf(table).filter((node) => {
    const own = groupKey(node.name.text);
    return node.children.length > 0 && own !== "" && (own.startsWith(key) || key.startsWith(own));
  });
  const top = nodes.filter(
    (node) => !nodes.some((other) => other !== node && nodesOf({ roots: other.children }).includes(node)),
  );
  return top.flatMap(leafScores);
}

/** 项目产出指标 and 产出 are one. */
function groupKey(name: string): string {
  return normaliseLabel(name)
    .replace(/^项目(?=..)/, "")
    .replace(/(?:类|方面)?指标$|类$/, "");
}

/** An outcome stated of a table, and where in the text it is. */
export interface OutcomeInText {
  readonly outcome: StatedOutcome;
  readonly paragraph: number;
}

/**
 * What a text states of the outcome in one table: of its project, by name, by the report it stands in, or because the book
 * evaluates no other. What names no project while several are evaluated is `unclear`.
 */
export function outcomesOf(
  table: ScoreTable,
  tables: readonly ScoreTable[],
  { paragraphs, projects }: ReportText,
): { readonly about: readonly OutcomeInText[]; readonly unclear: number } {
  const own = table.projectName?.text ?? projects?.get(table.sheet);
  const others = new Set(
    tables.filter(({ hasScores }) => hasScores).map((one) => one.projectName?.text ?? projects?.get(one.sheet)),
  );
  const about: OutcomeInText[] = [];
  let unclear = 0;
  paragraphs.forEach((paragraph, index) => {
    for (const outcome of statedOutcomes(paragraph.text)) {
      const project = projectOf(outcome, paragraph);
      const isOwn = project === undefined || own === undefined ? undefined : nameLikeness(project, own) >= SAME_PROJECT;
      if (isOwn === true || (project === undefined && others.size <= 1)) about.push({ outcome, paragraph: index });
      else if (isOwn === undefined) unclear += 1;
    }
  });
  return { about, unclear };
}

function projectOf({ project }: StatedOutcome, { project: report }: ReportParagraph): string | undefined {
  return project ?? report;
}
