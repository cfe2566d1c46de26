import { amount } from "../src/core/model/amount";
import { cellKey } from "../src/core/model/cell";
import type { Figure } from "../src/core/model/figure";
import type { WorkbookGrid } from "../src/core/model/grid";
import { neighboursIn } from "../src/core/diagnosis/neighbours";
import { Places } from "../src/core/diagnosis/places";
import { Ceiling, type Reach } from "./ceiling";
import type { Slip } from "./slips";
import { changedGrid, generator, type Change } from "../test/support/changes";
import { examine, keyOf, printedFigures, type Examined } from "./workbench";

/** Counts of one kind of slip over one or more workbooks. */
export interface Tally {
  changes: number;
  readonly reach: Record<Reach, number>;
  /** Some finding names the changed cell (all of them, where two were changed). */
  detected: number;
  /** Detected although no identity allows it (form rules). */
  beyond: number;
  /** The changed cell is among the suspects or the figures in question. */
  amongSuspects: number;
  /** Of the distinguishable ones: first suspect with the right value. */
  first: number;
  readonly missed: string[];
}

export function emptyTally(): Tally {
  const reach = { uncovered: 0, withinRounding: 0, ambiguous: 0, distinguishable: 0 };
  return { changes: 0, reach, detected: 0, beyond: 0, amongSuspects: 0, first: 0, missed: [] };
}

/** Changes every printed figure of a workbook by a slip, one at a time, and counts what checking and diagnosis say. */
export function singleSlips(grid: WorkbookGrid, slip: Slip, tally: Tally): void {
  const sound = examine(grid);
  const ceiling = ceilingOf(sound);
  const known = new Set(sound.result.findings.map((finding) => finding.id));
  const neighbours = neighboursIn(new Places(sound.book));
  for (const figure of printedFigures(sound.book)) {
    const content = slip.apply(figure, neighbours(figure));
    if (content === undefined) continue;
    const reach = ceiling.reach(figure, deltaOf(figure, { cell: figure.cell, content }));
    const after = examine(changedGrid(grid, [{ cell: figure.cell, content }]));
    const detected = namedIn(after, known).has(keyOf(figure));
    const isDetectable = reach === "ambiguous" || reach === "distinguishable";
    tally.changes += 1;
    tally.reach[reach] += 1;
    if (detected && !isDetectable) tally.beyond += 1;
    if (!isDetectable) continue;
    if (detected) tally.detected += 1;
    else tally.missed.push(`${figure.cell.sheet}!${figure.cell.row + 1}:${figure.cell.column + 1} (${slip.name})`);
    if (isSuspected(after, figure)) tally.amongSuspects += 1;
    if (reach === "distinguishable" && isFirst(after, figure)) tally.first += 1;
  }
}

/** Changes random pairs of figures at once; a pair counts as found where both cells are named by a cause. */
export function doubleSlips(
  grid: WorkbookGrid,
  slips: readonly Slip[],
  pairs: number,
  seed: number,
  tally: Tally,
): void {
  const sound = examine(grid);
  const ceiling = ceilingOf(sound);
  const known = new Set(sound.result.findings.map((finding) => finding.id));
  const neighbours = neighboursIn(new Places(sound.book));
  const figures = printedFigures(sound.book);
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let tries = 0, done = 0; done < pairs && tries < pairs * 20; tries += 1) {
    const [a, b] = [pick(figures), pick(figures)];
    const [first, second] = [pick(slips).apply(a, neighbours(a)), pick(slips).apply(b, neighbours(b))];
    if (a === b || first === undefined || second === undefined) continue;
    const changes = [
      { cell: a.cell, content: first },
      { cell: b.cell, content: second },
    ];
    const reaches = [a, b].map((figure, index) => ceiling.reach(figure, deltaOf(figure, changes[index] as Change)));
    if (reaches.some((reach) => reach === "uncovered" || reach === "withinRounding")) continue;
    done += 1;
    tally.changes += 1;
    const apart = reaches.every((reach) => reach === "distinguishable");
    tally.reach[apart ? "distinguishable" : "ambiguous"] += 1;
    const after = examine(changedGrid(grid, changes));
    const named = namedIn(after, known);
    if (named.has(keyOf(a)) && named.has(keyOf(b))) tally.detected += 1;
    else tally.missed.push(changes.map((c) => `${c.cell.sheet}!${c.cell.row + 1}:${c.cell.column + 1}`).join(" + "));
    if (isSuspected(after, a) && isSuspected(after, b)) tally.amongSuspects += 1;
    if (apart && isFirst(after, a) && isFirst(after, b)) tally.first += 1;
  }
}

function ceilingOf({ result }: Examined): Ceiling {
  return new Ceiling(result.identities);
}

function deltaOf(figure: Figure, { content }: Change): Figure["value"] {
  return amount(typeof content === "number" ? content : 0)
    .times(figure.printing.scale)
    .minus(figure.value);
}

/** Cells that findings name which the untouched workbook does not have. */
function namedIn({ result }: Examined, known: ReadonlySet<string>): ReadonlySet<string> {
  const fresh = result.findings.filter((finding) => !known.has(finding.id) || finding.identity);
  return new Set(fresh.flatMap((finding) => [...finding.cells, ...finding.related].map(cellKey)));
}

function isSuspected({ causes }: Examined, figure: Figure): boolean {
  const key = keyOf(figure);
  return causes.some(
    (cause) =>
      cause.explanations.some((e) => e.suspects.some((s) => keyOf(s.figure) === key)) ||
      cause.inQuestion.some((f) => keyOf(f) === key),
  );
}

/** Whether a cause leads with this cell and its right value (within rounding). */
function isFirst({ causes }: Examined, figure: Figure): boolean {
  const key = keyOf(figure);
  return causes.some((cause) =>
    (cause.explanations[0]?.suspects ?? []).some(
      (s) => keyOf(s.figure) === key && s.proposed.minus(figure.value).abs().lte(ROUNDING_LEEWAY),
    ),
  );
}

/** Sums of rounded figures give the corrected value to a few cents at best. */
const ROUNDING_LEEWAY = amount("0.03");
