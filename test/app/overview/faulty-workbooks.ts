import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { parseA1 } from "../../../src/core/model/cell";
import { changedGrid, generator, type Change } from "../../support/changes";
import { caseGrid, loadCase } from "../../support/cases";

/** A mistake put into a case, with the findings that the identities of domain.md 4 say follow from it. */
interface Fault {
  /** Number in the sheet's name ("公开02表 …"), cell, and what stands there instead. */
  readonly at: readonly [sheet: string, cell: string, content: CellValue];
  /** Severity, rule, number of the sheet, cells. */
  readonly findings: readonly string[];
}

interface Base {
  readonly grid: WorkbookGrid;
  /** Findings the published tables have of themselves. */
  readonly own: readonly string[];
  readonly faults: readonly Fault[];
}

const fault = (sheet: string, cell: string, content: CellValue, ...findings: string[]): Fault => ({
  at: [sheet, cell, content],
  findings,
});

/** The 公开 tables of a case; its self-evaluation forms have tests of their own. */
function tablesOf(name: "2022-zibo" | "2021-luozhuang"): WorkbookGrid {
  return { sheets: caseGrid(loadCase(name)).sheets.filter((sheet) => sheet.name.startsWith("公开")) };
}

/** Worked out by hand from the printed tables; no two faults of a base take part in the same check. */
const BASES: readonly Base[] = [
  {
    grid: tablesOf("2022-zibo"),
    own: ["error Z06-02 06 C40"],
    faults: [
      fault("02", "C11", 791.22, "error Z02-01 02 C11", "error Z02-H1 02 C9"),
      fault("03", "D10", 2179.53, "error Z03-01 03 C10", "error Z03-H1 03 D9"),
      fault("05", "E12", 716, "error Z05-01 05 C12", "error Z05-H1 05 E9"),
      fault("06", "C8", 400.33, "error Z06-01 06 C6"),
      fault("06", "I40", 466.03, "error Z06-02 06 I40", "error X-05 05 D7"),
      fault("09", "K8", 56.92, "error SG-01 09 I8", "verify SG-02 09 E8"),
      fault("01", "F35", 3, "error Z01-04 01 F37"),
      fault("02", "D25", "无法统计", "error F-04 02 D25"),
      fault("03", "B22", "意外抚恤", "error X-11 03 B22"),
      fault("01", "B20", 15, "hint F-06 01 B20"),
    ],
  },
  {
    grid: tablesOf("2021-luozhuang"),
    own: ["hint F-06 04 B33", "hint F-06 04 B38", "hint F-06 04 E33", "hint F-06 04 E38"],
    faults: [
      fault("02", "C14", 87.37, "error Z02-01 02 C14", "error Z02-H1 02 C13"),
      fault("03", "D20", 30.96, "error Z03-01 03 C20", "error Z03-H1 03 D19"),
      fault("05", "E11", 219.15, "error Z05-01 05 C11", "error Z05-H1 05 E9"),
      fault("06", "C8", 351.31, "error Z06-01 06 C6"),
      fault("06", "I39", 152.01, "error Z06-02 06 I39", "error X-05 05 D7"),
      fault("07", "K8", 13, "error SG-01 07 I8", "verify SG-02 07 E8"),
      fault("01", "F35", 6.53, "error Z01-04 01 F37"),
      fault("02", "D21", "待定", "error F-04 02 D21"),
      fault("03", "B17", "其他社保支出", "error X-11 03 B17"),
      fault("01", "B20", 15, "hint F-06 01 B20"),
    ],
  },
];

/** A workbook with known faults and everything that must be found in it. */
export interface FaultyWorkbook {
  readonly file: string;
  readonly grid: WorkbookGrid;
  /** "error Z02-01 02 C11", sorted. */
  readonly known: readonly string[];
  /** Severity of each card: what one fault breaks stands on one. */
  readonly cards: readonly string[];
}

/** Workbooks of both cases in turn with up to `most` faults each; the same for the same numbers. */
export function faultyWorkbooks(count: number, most: number, seed = 7): readonly FaultyWorkbook[] {
  const random = generator(seed);
  return Array.from({ length: count }, (_, i) => {
    const base = BASES[i % BASES.length]!;
    const left = [...base.faults];
    const planted = Array.from(
      { length: Math.floor(random() * (most + 1)) },
      () => left.splice(Math.floor(random() * left.length), 1)[0]!,
    );
    return {
      file: `各单位/单位${String(i + 1).padStart(3, "0")}.xlsx`,
      grid: changedGrid(
        base.grid,
        planted.map((one) => changeFor(base.grid, one)),
      ),
      known: [...base.own, ...planted.flatMap(({ findings }) => findings)].sort(),
      cards: [...base.own, ...planted.map(({ findings }) => findings[0]!)].map((line) => line.split(" ")[0]!),
    };
  });
}

function changeFor(grid: WorkbookGrid, { at: [number, cell, content] }: Fault): Change {
  const sheet = grid.sheets.find(({ name }) => name.startsWith(`公开${number}表`))!.name;
  return { cell: { sheet, ...parseA1(cell) }, content };
}

/** A finding in the words of `FaultyWorkbook.known`. */
export function shortForm(finding: {
  severity: string;
  rule: string;
  sheet: string;
  cells: readonly string[];
}): string {
  return `${finding.severity} ${finding.rule} ${finding.sheet.slice(2, 4)} ${finding.cells.join(",")}`;
}
