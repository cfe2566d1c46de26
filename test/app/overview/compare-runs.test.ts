import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { compareRuns, type Change } from "../../../src/app/overview/compare-runs";
import { readEarlierRun, runAsJson, type EarlierWorkbook } from "../../../src/app/overview/earlier-run";
import type { CheckedWorkbook, FindingSummary, WorkbookSummary } from "../../../src/app/overview/model";
import { summariseWorkbook } from "../../../src/app/overview/summarise-workbook";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { changedGrid } from "../../support/changes";
import { faultyWorkbooks, shortForm } from "./faulty-workbooks";

const summaryOf = (file: string, grid: WorkbookGrid): CheckedWorkbook => summariseWorkbook(file, checkGrid(grid));
const earlierOf = (...workbooks: WorkbookSummary[]): readonly EarlierWorkbook[] =>
  readEarlierRun(runAsJson(workbooks)) ?? [];

/** The changes of one workbook in short form. */
function changesOf(now: WorkbookSummary, ...earlier: WorkbookSummary[]): Partial<Record<Change, string[]>> | undefined {
  const compared = compareRuns([now], earlierOf(...earlier)).workbooks.get(now.file);
  return (
    compared && {
      mended: compared.findings.mended.map(shortForm).sort(),
      added: compared.findings.added.map(shortForm).sort(),
      remaining: compared.findings.remaining.map(shortForm).sort(),
      unclear: compared.findings.unclear.map(shortForm).sort(),
    }
  );
}

describe("two runs compared", () => {
  const [earlier, now] = [faultyWorkbooks(20, 4, 1), faultyWorkbooks(20, 4, 2)].map((list) =>
    list.map(({ file, grid, known }) => ({ file, grid, known, summary: summaryOf(file, grid) })),
  );

  it("tells what was mended, what is new and what remains, as the planted faults say", () => {
    const before = earlierOf(...earlier!.map(({ summary }) => summary));
    const { workbooks, missing, totals } = compareRuns(
      now!.map(({ summary }) => summary),
      before,
    );
    expect(missing).toEqual([]);
    let mended = 0;
    for (const [i, { file, known }] of now!.entries()) {
      const old = earlier![i]!.known;
      const { cards, findings: compared } = workbooks.get(file)!;
      const gone = old.filter((line) => !known.includes(line));
      expect([...compared.mended, ...compared.unclear].map(shortForm).sort(), file).toEqual(gone);
      expect(compared.added.map(shortForm).sort(), file).toEqual(known.filter((line) => !old.includes(line)));
      expect(compared.remaining.map(shortForm).sort(), file).toEqual(known.filter((line) => old.includes(line)));
      mended += cards.mended.length;
      // A card stays while one of its findings does.
      const own = now![i]!.summary;
      const isOld = (at: number): boolean => compared.remaining.includes(own.findings[at]!);
      expect(cards.remaining, file).toEqual(own.cards.filter((card) => card.findings.some(isOld)));
      expect([...cards.remaining, ...cards.added]).toHaveLength(own.cards.length);
    }
    expect(totals.mended).toBe(mended);
    expect(mended).toBeGreaterThan(10);
  });

  const { grid, known } = earlier!.find((workbook) => workbook.known.includes("error Z06-01 06 C6"))!;
  const faulty = summaryOf("2023/甲.xlsx", grid);

  it("finds a workbook again in another folder, and a table under another sheet name", () => {
    const renamed = { sheets: grid.sheets.map((sheet, i) => ({ ...sheet, name: `表${i + 1}` })) };
    const changes = changesOf(summaryOf("2024/甲.xlsx", renamed), faulty);
    expect(changes).toMatchObject({ mended: [], added: [], unclear: [] });
    expect(changes?.remaining).toHaveLength(known.length);
  });

  it("takes workbooks of the same name but of two units for two workbooks", () => {
    expect(changesOf({ ...faulty, file: "乙/甲.xlsx", unitName: "另一个单位" }, faulty)).toBeUndefined();
    const other = { ...faulty, file: "乙/甲.xlsx", unitName: "另一个单位", findings: [] };
    expect(changesOf({ ...faulty, file: "丙/甲.xlsx" }, other, faulty)?.remaining).toHaveLength(known.length);
  });

  it("does not call mended what could not be checked this time", () => {
    const withoutZ06 = { sheets: grid.sheets.filter((sheet) => !sheet.name.startsWith("公开06")) };
    const missingTable = changesOf(summaryOf(faulty.file, withoutZ06), faulty);
    expect(missingTable?.unclear).toContain("error Z06-01 06 C6");
    expect(missingTable?.mended).not.toContain("error Z06-01 06 C6");

    const z06 = grid.sheets.find((sheet) => sheet.name.startsWith("公开06"))!.name;
    const garbled = changedGrid(grid, [{ cell: { sheet: z06, row: 5, column: 2 }, content: "待定" }]);
    expect(changesOf(summaryOf(faulty.file, garbled), faulty)?.unclear).toContain("error Z06-01 06 C6");

    const unread: WorkbookSummary = { kind: "unread", file: faulty.file, reason: "损坏" };
    expect(changesOf(unread, faulty)).toMatchObject({ mended: [], unclear: [...known].sort() });
  });

  it("lists workbooks that are gone, and leaves new ones uncompared", () => {
    const { workbooks, missing } = compareRuns([{ ...faulty, file: "新.xlsx" }], earlierOf(faulty));
    expect(missing).toEqual(["2023/甲.xlsx"]);
    expect(workbooks.size).toBe(0);
  });

  it("pairs several findings at one place one to one", () => {
    const finding = (message: string): FindingSummary => ({
      rule: "X-11",
      severity: "error",
      kind: "error",
      sheet: "表",
      cells: ["B7"],
      message,
      suspect: [],
    });
    const before = { ...faulty, findings: [finding("一"), finding("二")], cards: [], notEvaluated: {} };
    const after = { ...before, findings: [finding("二"), finding("三"), finding("四")] };
    const compared = compareRuns([after], earlierOf(before)).workbooks.get(faulty.file)!.findings;
    expect(compared.remaining.map(({ message }) => message)).toEqual(["二", "三"]);
    expect(compared.added.map(({ message }) => message)).toEqual(["四"]);
    expect(compared.mended).toEqual([]);
  });
});

describe("the JSON of an earlier run", () => {
  it.each(["", "[]", "{", '{"version":2,"workbooks":[]}', '{"version":1}', "null"])("refuses %j", (text) => {
    expect(readEarlierRun(text)).toBeUndefined();
  });

  it("survives members of other kinds", () => {
    const text = JSON.stringify({
      version: 1,
      workbooks: [null, 1, { file: 3 }, { file: "a", findings: [{ rule: 1, cells: "C7" }], coverage: {} }],
    });
    expect(readEarlierRun(text)).toEqual([
      {
        file: "a",
        unitName: undefined,
        sheets: [],
        findings: [{ rule: "", severity: "hint", kind: "hint", sheet: "", cells: [], message: "", suspect: [] }],
        cards: [expect.objectContaining({ kind: "hint", findings: [0] })],
        notEvaluated: {},
      },
    ]);
  });
});
