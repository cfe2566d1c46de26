import { describe, expect, it } from "vitest";
import type { CellAddress } from "../../src/core/model/cell";
import type { CellValue } from "../../src/core/model/grid";
import { HostError, type HostErrorCode } from "../../src/host/errors";
import type { CellWrite, Highlight, MarkOutcome, SheetContent, WorkbookHost } from "../../src/host/port";
import type { BuildSheet } from "../support/xlsx-builder";

/** A host under test with a workbook open in it. */
export interface ContractSubject {
  readonly host: WorkbookHost;
  /** Saves the workbook, closes it and opens it again. */
  reopen(): Promise<ContractSubject>;
  /** Contents and all formatting of the workbook as text: equal texts, equal workbooks. */
  fingerprint(): Promise<string> | string;
}

/** Opens a workbook with these sheets in the host under test. */
export type OpenWorkbook = (sheets: readonly BuildSheet[]) => Promise<ContractSubject>;

const MONEY = "#,##0.00";
const OWN_FORMAT = '0.00"万元"';

/** The workbook of the suite: 甲 holds figures, 乙 is protected but for B1, 丙 is hidden, 丁 is empty. */
export const CONTRACT_SHEETS: readonly BuildSheet[] = [
  {
    name: "甲 表",
    top: 0,
    left: 0,
    values: [
      ["标题", null, null],
      ["合计", 3.3, "文字"],
      ["项", 1.1, true],
      ["项", 2.2, "#REF!"],
    ],
    formulas: [
      [null, null, null],
      [null, "=B3+B4", null],
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    style: (row, column) =>
      row > 0 && column === 1 ? { numberFormat: row === 3 ? OWN_FORMAT : MONEY, fill: "FFFF00" } : undefined,
    conditionalFormats: [{ range: "B2:B4", formula: "$B2>2", fill: "00FF00" }],
  },
  {
    name: "乙",
    top: 0,
    left: 0,
    values: [[1, 2]],
    style: (_, column) => (column === 1 ? { unlocked: true } : undefined),
    protection: "",
  },
  { name: "丙", top: 0, left: 0, values: [["看不见"]], state: "hidden" },
  { name: "丁", top: 0, left: 0, values: [] },
  {
    name: "戊",
    top: 0,
    left: 0,
    values: [],
    style: (row, column) => (row === 1 && column === 1 ? { fill: "FFFF00" } : undefined),
    protection: ' formatCells="0"',
  },
];

const NOTHING: MarkOutcome = { cells: 0, protectedSheets: [], unreadable: [] };
const cell = (row: number, column: number, sheet = "甲 表"): CellAddress => ({ sheet, row, column });
const plain = (at: CellAddress, content: CellValue): CellWrite => ({ cell: at, content, isFormula: false });
const codeOf = async (work: Promise<unknown>): Promise<HostErrorCode | undefined> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (error !== undefined) expect(error).toBeInstanceOf(HostError);
  return error instanceof HostError ? error.code : undefined;
};

/** What every host must do alike. One suite for Excel (on the emulator) and for files. */
export function describeHostContract(name: string, open: OpenWorkbook): void {
  describe(`${name}: host contract`, () => {
    describe("read", () => {
      it("hands over the visible sheets in tab order with values, formulas and merges", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const { sheets } = await host.read();
        expect(sheets.map((sheet) => sheet.name)).toEqual(["甲 表", "乙", "丁", "戊"]);
        const [first, , empty] = sheets;
        expect(first).toMatchObject({ top: 0, left: 0, merges: [{ top: 0, left: 0, bottom: 0, right: 2 }] });
        expect(first?.values.map((row) => [0, 1, 2].map((c) => row[c] ?? null))).toEqual(CONTRACT_SHEETS[0]?.values);
        expect(first?.formulas?.[1]?.[1]).toBe("=B3+B4");
        expect(first?.formulas?.flat().filter((formula) => formula !== null)).toHaveLength(1);
        expect((empty?.values ?? []).flat().every((value) => value === null)).toBe(true);
      });

      it("reads only the sheets asked for", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        expect((await host.read({ sheets: ["乙"] })).sheets.map((sheet) => sheet.name)).toEqual(["乙"]);
        expect(await codeOf(host.read({ sheets: ["没有"] }))).toBe("sheetMissing");
      });

      it("tells the visible sheets, also where it reads only some", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const { tabs } = await host.read();
        expect(tabs?.map(({ name }) => name)).toEqual(["甲 表", "乙", "丁", "戊"]);
        expect((await host.read({ sheets: ["乙"] })).tabs).toEqual(tabs);
      });

      it("tells the name of the file", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        expect((await host.read()).fileName).toBe("工作簿.xlsx");
      });

      it("tells contents, formulas and number formats of cells in the order asked", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const cells = [cell(3, 1), cell(1, 1), cell(1, 2), cell(9, 9), cell(0, 0, "乙")];
        expect(await host.readCells(cells)).toEqual([
          { cell: cells[0], content: 2.2, isFormula: false, numberFormat: OWN_FORMAT },
          { cell: cells[1], content: "=B3+B4", isFormula: true, numberFormat: MONEY },
          { cell: cells[2], content: "文字", isFormula: false, numberFormat: "General" },
          { cell: cells[3], content: null, isFormula: false, numberFormat: "General" },
          { cell: cells[4], content: 1, isFormula: false, numberFormat: "General" },
        ]);
      });
    });

    describe("write", () => {
      const CONTENTS: [string, CellValue][] = [
        ["a number", 1234.56],
        ["a negative number", -0.01],
        ["a text", "新的 <文字> & “引号”"],
        ["a text over two lines", "一\n二"],
        ["a text of digits", "007"],
        ["a text that looks like a date", "1-2"],
        ["a text that looks like a formula", "=1+1"],
        ["a text that looks like a link formula", '=HYPERLINK("http://x","y")'],
        ["a text after an apostrophe", "'引"],
        ["a truth value", true],
        ["nothing", null],
      ];
      it.each(CONTENTS)("%s, into a cell with contents and into an empty one", async (_, content) => {
        const { host } = await open(CONTRACT_SHEETS);
        const cells = [cell(2, 1), cell(12, 5), cell(0, 0, "丁")];
        const receipt = await host.write(cells.map((at) => plain(at, content)));
        const states = await host.readCells(cells);
        expect(states.map((state) => [state.content, state.isFormula])).toEqual(cells.map(() => [content, false]));
        expect(receipt.after).toEqual(states);
        expect(receipt.before.map((state) => state.content)).toEqual([1.1, null, null]);
      });

      it("a formula, which is read back as one", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const formula = '=ROUND(B3+B4,2)&IF(B3<B4,"<","")';
        await host.write([{ cell: cell(5, 1), content: formula, isFormula: true, result: "3.3<" }]);
        expect(await host.readCells([cell(5, 1)])).toMatchObject([{ content: formula, isFormula: true }]);
        const [sheet] = (await host.read({ sheets: ["甲 表"] })).sheets;
        expect(sheet?.formulas?.[5]?.[1]).toBe(formula);
      });

      it("keeps number formats unless told otherwise", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const formats = ["0.0%", MONEY, "yyyy\\年m\\月"];
        const given = formats.map((numberFormat, i): CellWrite => ({ ...plain(cell(6 + i, 1), 1), numberFormat }));
        const taken: CellWrite = { ...plain(cell(9, 1), 1), formatFrom: cell(3, 1) };
        await host.write([plain(cell(3, 1), 5), ...given, taken]);
        const states = await host.readCells([cell(3, 1), ...given.map((write) => write.cell), taken.cell]);
        expect(states.map((state) => state.numberFormat)).toEqual([OWN_FORMAT, ...formats, OWN_FORMAT]);
        expect((await host.readCells([cell(2, 1)]))[0]?.numberFormat).toBe(MONEY);
      });

      it("is taken back exactly by writing what the receipt says stood there", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const cells = [cell(1, 1), cell(1, 2), cell(2, 1), cell(3, 2), cell(7, 7)];
        const { before, after } = await host.write(cells.map((at) => ({ ...plain(at, "改"), numberFormat: "0.000" })));
        await host.write(before, after);
        expect(await host.readCells(cells)).toEqual(before);
      });

      it("writes nothing where a cell is not as expected, and names the cell", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const [state] = await host.readCells([cell(2, 1)]);
        await host.write([plain(cell(2, 1), 9)]);
        const error: unknown = await host
          .write([plain(cell(2, 1), 8), plain(cell(3, 1), 8)], [state!])
          .catch((e: unknown) => e);
        expect(error).toMatchObject({ code: "changed", detail: { cells: [cell(2, 1)] } });
        expect((await host.readCells([cell(2, 1), cell(3, 1)])).map((s) => s.content)).toEqual([9, 2.2]);
      });

      it("goes ahead where everything is as expected", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const expected = await host.readCells([cell(1, 1), cell(2, 1), cell(8, 8)]);
        await host.write([plain(cell(2, 1), 8)], expected);
        expect((await host.readCells([cell(2, 1)]))[0]?.content).toBe(8);
      });

      it.each([
        ["a missing sheet", cell(0, 0, "没有"), "sheetMissing"],
        ["a locked cell of a protected sheet", cell(0, 0, "乙"), "protected"],
      ] as const)("all cells or none: %s", async (_, bad, code) => {
        const { host } = await open(CONTRACT_SHEETS);
        expect(await codeOf(host.write([plain(cell(2, 1), 77), plain(bad, 77)]))).toBe(code);
        expect((await host.readCells([cell(2, 1)]))[0]?.content).toBe(1.1);
      });

      it("fills an unlocked cell of a protected sheet", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        await host.write([plain(cell(0, 1, "乙"), 5)]);
        expect((await host.readCells([cell(0, 1, "乙")]))[0]?.content).toBe(5);
      });
    });

    describe("highlights", () => {
      const marks: readonly Highlight[] = [
        { cell: cell(1, 1), severity: "error", role: "suspect" },
        { cell: cell(2, 1), severity: "error", role: "finding" },
        { cell: cell(3, 1), severity: "verify", role: "related" },
        { cell: cell(20, 20), severity: "hint", role: "finding" },
        { cell: cell(0, 0, "丁"), severity: "hint", role: "finding" },
        { cell: cell(4, 4, "戊"), severity: "verify", role: "finding" },
      ];

      it("are removed without a trace", async () => {
        const subject = await open(CONTRACT_SHEETS);
        const before = await subject.fingerprint();
        await subject.host.highlight(marks);
        expect(await subject.fingerprint()).not.toBe(before);
        expect(await subject.host.clearHighlights()).toMatchObject({ cells: marks.length });
        expect(await subject.fingerprint()).toBe(before);
        expect(await subject.host.clearHighlights()).toMatchObject({ cells: 0 });
      });

      it("replace the earlier ones", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        await host.highlight(marks);
        await host.highlight(marks.slice(0, 2));
        expect(await host.clearHighlights()).toMatchObject({ cells: 2 });
      });

      it("are found again after saving and reopening", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.highlight(marks);
        const reopened = await subject.reopen();
        expect(await reopened.host.clearHighlights()).toMatchObject({ cells: marks.length });
        expect(await reopened.host.clearHighlights()).toMatchObject({ cells: 0 });
      });

      it("change no contents and no number format", async () => {
        const { host } = await open(CONTRACT_SHEETS);
        const cells = [cell(1, 1), cell(2, 1), cell(20, 20)];
        const before = await host.readCells(cells);
        await host.highlight(marks);
        expect(await host.readCells(cells)).toEqual(before);
      });

      it("say how many cells were marked, and leave out sheets whose protection forbids formatting, naming them", async () => {
        const subject = await open(CONTRACT_SHEETS);
        const before = await subject.fingerprint();
        const onProtected: Highlight = { cell: cell(0, 1, "乙"), severity: "error", role: "finding" };
        expect(await subject.host.highlight([onProtected])).toEqual({ ...NOTHING, protectedSheets: ["乙"] });
        expect(await subject.fingerprint()).toBe(before);
        const outcome = { cells: marks.length, protectedSheets: ["乙"], unreadable: [] };
        expect(await subject.host.highlight([...marks, onProtected])).toEqual(outcome);
        expect(await subject.host.highlight(marks)).toEqual({ ...outcome, protectedSheets: [] });
        expect(await subject.host.clearHighlights()).toEqual({ ...outcome, protectedSheets: [] });
        expect(await subject.fingerprint()).toBe(before);
      });

      it("touch nothing where a sheet is missing", async () => {
        const subject = await open(CONTRACT_SHEETS);
        const before = await subject.fingerprint();
        const bad: Highlight = { cell: cell(0, 0, "没有"), severity: "error", role: "finding" };
        expect(await codeOf(subject.host.highlight([...marks, bad]))).toBe("sheetMissing");
        expect(await subject.fingerprint()).toBe(before);
      });
    });

    describe("state", () => {
      const state = JSON.stringify({ 说明: "核实<说明> & “引号” ]]>", lines: "一\r\n二\t三", emoji: "🧾" });

      it("is undefined before it was saved", async () => {
        expect(await (await open(CONTRACT_SHEETS)).host.loadState()).toBeUndefined();
      });

      it("comes back as it was, also after reopening, and is replaced", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.saveState("旧");
        await subject.host.saveState(state);
        expect(await subject.host.loadState()).toBe(state);
        const reopened = await subject.reopen();
        expect(await reopened.host.loadState()).toBe(state);
        await reopened.host.saveState("");
        expect(await reopened.host.loadState()).toBe("");
      });
    });

    describe("sheets of ours", () => {
      const sheet = (figure: number) => ({
        name: "结构分析",
        rows: [
          [
            { content: "项目", bold: true },
            { content: "占比", bold: true },
          ],
          [
            { content: "=不是公式" },
            { content: figure, numberFormat: "0.00%" },
            { content: "='甲 表'!B2", isFormula: true },
          ],
        ],
        widths: [24, 12],
      });

      it("are added at the end and replaced later, also after reopening", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.putSheet(sheet(0.5));
        const { host } = await subject.reopen();
        await host.putSheet(sheet(0.25));
        const { sheets } = await host.read();
        expect(sheets.map((s) => s.name)).toEqual(["甲 表", "乙", "丁", "戊", "结构分析"]);
        expect(
          await host.readCells([cell(1, 0, "结构分析"), cell(1, 1, "结构分析"), cell(1, 2, "结构分析")]),
        ).toMatchObject([
          { content: "=不是公式", isFormula: false },
          { content: 0.25, isFormula: false, numberFormat: "0.00%" },
          { content: "='甲 表'!B2", isFormula: true },
        ]);
      });

      const charted = (figure: number): SheetContent => ({
        ...sheet(figure),
        name: "图表",
        rows: [
          [{ content: "项目" }, { content: "金额" }],
          [{ content: "甲" }, { content: figure }],
          [{ content: "乙" }, { content: 2 }],
        ],
        charts: (["columns", "ring"] as const).map((kind, i) => ({
          fromZero: kind === "columns",
          kind,
          title: `图${i + 1}　<构成> & 变动`,
          data: { top: 0, left: 0, bottom: 2, right: 1 },
          place: { top: 20 * i, left: 3, bottom: 20 * i + 18, right: 10 },
        })),
      });

      it("draw charts, which a later version of the sheet replaces", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.putSheet(charted(2));
        await subject.host.putSheet(charted(1));
        const once = await subject.fingerprint();
        expect(once).toContain("图2　");
        const reopened = await subject.reopen();
        await reopened.host.putSheet(charted(1));
        expect(await reopened.fingerprint()).toBe(once);
        await reopened.host.putSheet({ ...charted(1), charts: [] });
        expect(await reopened.fingerprint()).not.toContain("图2　");
      });

      it("never replace a sheet of the user", async () => {
        const subject = await open(CONTRACT_SHEETS);
        const before = await subject.fingerprint();
        expect(await codeOf(subject.host.putSheet({ ...sheet(1), name: "丁" }))).toBe("sheetExists");
        expect(await subject.fingerprint()).toBe(before);
      });
    });

    describe("sheets for the user", () => {
      const look = { font: "宋体", size: 10, bold: true, boxed: true, lines: "000000", wrap: true } as const;
      const money = { ...look, bold: false, align: "right", numberFormat: "#,##0.00;-#,##0.00;;@" } as const;
      const table = (name: string, other: string): SheetContent => ({
        name,
        rows: [
          [
            { content: "=不是公式", look },
            { content: null, look },
          ],
          [
            { content: 0.25, look: money },
            { content: `='${other}'!A2*2`, isFormula: true, result: 0, look: money },
          ],
        ],
        widths: [30, 12],
        heights: new Map([[0, 30]]),
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
        frozen: 1,
        print: { isPortrait: false, onePage: false, repeated: { top: 0, bottom: 0 } },
      });
      const both = [table("公开01表", "公开02表"), table("公开02表", "公开01表")];

      it("are added together with their looks, formulas among them, and survive reopening", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.addSheets(both);
        const once = await subject.fingerprint();
        for (const part of ["宋体", "公开02表"]) expect(once).toContain(part);
        expect(once).toContain("frozen");
        const { host } = await subject.reopen();
        const { sheets } = await host.read();
        expect(sheets.map(({ name }) => name)).toEqual(["甲 表", "乙", "丁", "戊", "公开01表", "公开02表"]);
        expect(sheets.at(-1)?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
        expect(await host.readCells([cell(0, 0, "公开01表"), cell(1, 1, "公开01表")])).toMatchObject([
          { content: "=不是公式", isFormula: false },
          { content: "='公开02表'!A2*2", isFormula: true, numberFormat: money.numberFormat },
        ]);
      });

      it("look as they were told to, and a missing sheet has no looks", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.addSheets(both);
        const { host } = await subject.reopen();
        const [looks] = await host.readLooks(["公开01表"]);
        const [sheet] = both;
        expect(looks).toMatchObject({ name: "公开01表", isPortrait: sheet?.print?.isPortrait });
        sheet?.rows.forEach((row, r) =>
          row.forEach(({ look: wished = {} }, c) => {
            const { bold = false, ...rest } = wished;
            expect(looks?.cells[r]?.[c]).toMatchObject(rest);
            expect(looks?.cells[r]?.[c]?.bold ?? false).toBe(bold);
          }),
        );
        sheet?.widths?.forEach((width, c) => expect(looks?.widths[c]).toBeCloseTo(width, 5));
        for (const [row, points] of sheet?.heights ?? []) expect(looks?.heights.get(row)).toBe(points);
        expect(await codeOf(host.readLooks(["没有"]))).toBe("sheetMissing");
      });

      it("are added all or none: a name that is taken leaves the workbook as it was", async () => {
        const subject = await open(CONTRACT_SHEETS);
        const before = await subject.fingerprint();
        expect(await codeOf(subject.host.addSheets([table("新表", "丁"), table("丁", "新表")]))).toBe("sheetExists");
        expect(await subject.fingerprint()).toBe(before);
      });

      it("are removed all or none, and the workbook reads as before", async () => {
        const subject = await open(CONTRACT_SHEETS);
        const before = await subject.host.read();
        await subject.host.addSheets(both);
        expect(await codeOf(subject.host.removeSheets(["公开01表", "没有"]))).toBe("sheetMissing");
        expect((await subject.host.read()).sheets).toHaveLength(before.sheets.length + 2);
        await subject.host.removeSheets(both.map(({ name }) => name));
        expect(await (await subject.reopen()).host.read()).toMatchObject({ sheets: before.sheets });
      });

      it("cannot be a sheet that is replaced as one of ours", async () => {
        const subject = await open(CONTRACT_SHEETS);
        await subject.host.addSheets(both);
        expect(await codeOf(subject.host.putSheet({ name: "公开01表", rows: [] }))).toBe("sheetExists");
      });
    });
  });
}
