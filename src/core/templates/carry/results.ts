import type { AccountBook } from "../../model/book";
import { cellKey, type CellAddress } from "../../model/cell";
import type { SelfEvaluationForm, Indicator, FormTotal } from "../../model/form";
import type { ScoreNode, ScoreTable } from "../../model/score-table";
import type { AccountTable } from "../../model/table";

/**
 * Cells (`cellKey`) that hold a year's results: figures of the tables, executed funds, actual values, scores, grades and
 * reasons. Names, goals, indicators, targets and weights are not among them; of a figure printed in a label (决策（15分）)
 * the label stays.
 */
export function resultsOf(book: AccountBook): ReadonlySet<string> {
  const { tables, forms, departmentForms, summaries, scoreTables } = book;
  const cells = [
    ...[...tables.values()].flatMap(ofTable),
    ...[...forms, ...departmentForms].flatMap(ofForm),
    ...summaries.flatMap(({ rows }) => rows.flatMap(({ score, grade }) => placesOf([score, grade]))),
    ...scoreTables.flatMap(ofScoreTable),
  ];
  return new Set(cells.map(cellKey));
}

interface Placed {
  readonly cell: CellAddress;
  readonly inLabel?: true;
}

const placesOf = (things: readonly (Placed | undefined)[]): readonly CellAddress[] =>
  things.flatMap((thing) => (thing && !thing.inLabel ? [thing.cell] : []));

function ofTable({ rows }: AccountTable): readonly CellAddress[] {
  return rows.flatMap(({ figures }) => placesOf([...figures.values()]));
}

function ofForm({ funds, indicators, totals, lowScoreExplanation }: SelfEvaluationForm): readonly CellAddress[] {
  return [
    ...funds.flatMap(({ figures }) =>
      [...figures].flatMap(([column, figure]) => (column === "weight" ? [] : placesOf([figure]))),
    ),
    ...indicators.flatMap(ofIndicator),
    ...totals.flatMap(ofTotal),
    ...placesOf([lowScoreExplanation]),
  ];
}

const ofIndicator = ({ actual, score, reason }: Indicator): readonly CellAddress[] => placesOf([actual, score, reason]);
const ofTotal = ({ score, grade }: Pick<FormTotal, "score" | "grade">): readonly CellAddress[] =>
  placesOf([score, grade]);

function ofScoreTable({ roots, total, grade, remarks }: ScoreTable): readonly CellAddress[] {
  return [...roots.flatMap(ofNode), ...placesOf([total?.score, grade, ...remarks])];
}

function ofNode({ score, indicator, reason, children }: ScoreNode): readonly CellAddress[] {
  return [
    ...placesOf([score, reason]),
    ...(indicator ? ofIndicator(indicator) : []),
    ...children.flatMap((child) => ofNode(child)),
  ];
}
