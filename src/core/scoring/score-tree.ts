import { normaliseLabel } from "../glossary/normalise";
import { sum, ZERO, type Amount } from "../model/amount";
import type { Figure } from "../model/figure";
import type { Term } from "../model/rule";
import type { ScoreNode, ScoreTable } from "../model/score-table";
import { halfOfDecimals } from "../units/precision";

/** Every node of a table, parents before their children. */
export function nodesOf({ roots }: Pick<ScoreTable, "roots">): readonly ScoreNode[] {
  const below = (node: ScoreNode): readonly ScoreNode[] => [node, ...node.children.flatMap(below)];
  return roots.flatMap(below);
}

/** The lowest nodes: what is scored. */
export function leavesOf(table: Pick<ScoreTable, "roots">): readonly ScoreNode[] {
  return nodesOf(table).filter(({ children }) => children.length === 0);
}

/** Whether a figure holds anything; a dash or nothing does not. */
export function isStated(figure: Figure | undefined): figure is Figure {
  return figure !== undefined && figure.kind !== "blank" && figure.kind !== "dash";
}

/**
 * The weights that make up a node's: its own where one is printed, else those of what stands below it. A node without
 * any weight at all adds nothing.
 */
export function weightTerms(node: ScoreNode): readonly Term[] {
  if (node.weight && (node.children.length === 0 || isStated(node.weight)))
    return [{ figure: node.weight, sign: 1, label: nodeName(node) }];
  return node.children.flatMap(weightTerms);
}

/** The scores that make up a node's, in the same way. */
export function scoreTerms(node: ScoreNode): readonly Term[] {
  if (node.score && (node.children.length === 0 || isStated(node.score)))
    return [{ figure: withRounding(node.score), sign: 1, label: nodeName(node) }];
  return node.children.flatMap(scoreTerms);
}

/** Σ leaf weights as terms: those of the lowest level that prints any. */
export function leafWeights(node: ScoreNode): readonly Term[] {
  const below = node.children.flatMap(leafWeights);
  return below.length > 0 ? below : weightTerms(node);
}

/** Σ leaf scores as terms. */
export function leafScores(node: ScoreNode): readonly Term[] {
  const below = node.children.flatMap(leafScores);
  return below.length > 0 ? below : scoreTerms(node);
}

/** The points of terms added up. */
export function totalOf(terms: readonly Term[]): Amount {
  return sum(terms.map(({ figure }) => figure.value));
}

/** A node as the user knows it. */
export function nodeName({ name }: ScoreNode): string {
  return name.text === "" ? "未命名指标" : name.text;
}

/** The project or unit a table is about; its place where none is printed. */
export function subjectOf({ projectName, unitName, kind, sheet }: ScoreTable): string {
  const named = kind === "BM" ? (unitName ?? projectName) : (projectName ?? unitName);
  return named?.text ?? sheet;
}

/** A score of exactly two decimals came from rounding; whole and half points are given as such. */
export function withRounding(score: Figure): Figure {
  return score.value.decimalPlaces() === 2 ? { ...score, slack: halfOfDecimals(2) } : score;
}

/** Whether some line scores how the budget was executed, or the funds at all. */
export function scoresFunds(table: ScoreTable): boolean {
  return nodesOf(table).some(({ name }) => /执行率|资金|预算执行/.test(normaliseLabel(name.text)));
}

/** Whether a shortfall is just what a report leaves out with 预算执行率: 10 points. */
export function isMissingExecution(table: ScoreTable, shortfall: Amount): boolean {
  return shortfall.eq(10) && !scoresFunds(table);
}

/**
 * Whether a node is open at its end: the table has no row of 合计 and the node is its last, so that what follows may be
 * missing in the copy at hand.
 */
export function isOpenEnded(table: ScoreTable, node: ScoreNode): boolean {
  if (table.total?.weight || table.total?.score) return false;
  const last = (nodes: readonly ScoreNode[]): readonly ScoreNode[] => {
    const end = nodes.at(-1);
    return end ? [end, ...last(end.children)] : [];
  };
  return last(table.roots).includes(node);
}

/** The share of 产出 and 效益 (效果, 满意度, 绩效) among the weights, in points. */
export function resultWeight(table: ScoreTable): Amount {
  const results = table.roots.filter(({ name }) => /产出|效益|效果|满意|绩效/.test(normaliseLabel(name.text)));
  return results.reduce((total, node) => total.plus(totalOf(weightTerms(node))), ZERO);
}
