import { describe, expect, it } from "vitest";
import { checkBook, recheckBook } from "../../../src/core/checking/check-book";
import { roundingFindings } from "../../../src/core/checking/rounding-findings";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { AccountBook } from "../../../src/core/model/book";
import type { CheckResult } from "../../../src/core/model/finding";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import type { Check, Rule, RuleContext } from "../../../src/core/model/rule";
import { TABLE_KEYS, type SheetKind } from "../../../src/core/model/table";
import { readFigure } from "../../../src/core/reading/read-figure";
import { readBook } from "../../../src/core/reading/read-book";
import { RULES } from "../../../src/core/rules";
import { makeBook } from "../../support/book-builder";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { moneyPrinting } from "../../../src/core/units/printing";

const context = (book: AccountBook): RuleContext => ({ book, settings: DEFAULT_SETTINGS });

function ruleOf(check: () => Iterable<Check>): Rule {
  const text = "说明";
  const basis = { document: text, inferred: true };
  return {
    id: "T-01",
    title: text,
    statement: text,
    severity: "error",
    basis,
    rationale: text,
    remedy: text,
    scope: ["Z01"],
    check,
  };
}

describe("checkBook", () => {
  it("gives every rule a coverage row with at least one count, on a workbook without tables too", () => {
    const result = checkBook(context(makeBook({ tables: {} })));
    expect(result.coverage.map((row) => row.rule)).toEqual(RULES.map((rule) => rule.id));
    for (const row of result.coverage) {
      expect(row, row.rule).toMatchObject({ satisfied: 0, withinRounding: 0, violated: 0 });
      expect(row.notEvaluated, row.rule).toBeGreaterThan(0);
      expect(row.reasons.length, row.rule).toBeGreaterThan(0);
      expect(
        row.reasons.some((reason) => reason.fault !== undefined),
        row.rule,
      ).toBe(false);
    }
    expect(result.findings).toEqual([]);
  });

  it("reports a failing rule as not evaluated, drops what it had found, and runs the others", () => {
    const failing = ruleOf(function* () {
      yield { kind: "violated", sheet: "表", cells: [], related: [], message: "不应出现" };
      throw new Error("broken on purpose");
    });
    const [other] = RULES;
    const result = checkBook(context(makeBook({ tables: {} })), [failing, ...(other ? [other] : [])]);
    expect(result.findings).toEqual([]);
    expect(result.coverage).toHaveLength(2);
    expect(result.coverage[0]).toMatchObject({
      violated: 0,
      notEvaluated: 1,
      reasons: [{ reason: "本条规则运行中出错，未核对", fault: "broken on purpose" }],
    });
  });

  it("says of everything which rule it comes from", () => {
    const figure = readFigure({ sheet: "表", row: 1, column: 1 }, 3, moneyPrinting("万元", "万元"));
    const left = [{ figure, sign: 1 as const, label: "某项" }];
    const found = ruleOf(() => [
      { kind: "violated", sheet: "表", cells: [], related: [], message: "有误" },
      { kind: "identity", relation: "=", left, right: [], subject: "某项", sheet: "表" },
    ]);
    const result = checkBook(context(makeBook({ tables: {} })), [found]);
    expect(result.findings.map(({ rule }) => rule)).toEqual(["T-01", "T-01"]);
    expect(result.identities.map(({ rule }) => rule)).toEqual(["T-01"]);
    expect(result.coverage.map(({ rule }) => rule)).toEqual(["T-01"]);
  });

  it("counts each check once and gives findings ids of their own", () => {
    for (const name of CASE_NAMES) {
      const book = readBook(caseGrid(loadCase(name)));
      const result = checkBook(context(book));
      const ids = [...result.findings, ...roundingFindings(result)].map((finding) => finding.id);
      expect(new Set(ids).size).toBe(ids.length);
      const counted = result.coverage.reduce((sum, row) => sum + row.violated + row.withinRounding, 0);
      const silent = counted - result.findings.length - result.rounding.length;
      // Only checks that are no identities may hold within rounding without an entry of their own.
      expect(silent).toBeGreaterThanOrEqual(0);
    }
  });

  it("keeps the ids of findings across checks", () => {
    const grid = caseGrid(loadCase("2022-zibo"));
    const ids = (): string[] => checkBook(context(readBook(grid))).findings.map((finding) => finding.id);
    expect(ids()).toEqual(ids());
  });

  it("says a hint where rounding explains a difference only just", () => {
    const rows = { "201": { total: 1 }, "205": { total: 1 }, "208": { total: 1 }, total: { total: 3.02 } };
    const rule = RULES.filter((item) => item.id === "Z03-H1");
    const result = checkBook(context(makeBook({ tables: { Z03: { rows, columns: ["total"] } } })), rule);
    expect(result.coverage[0]).toMatchObject({ withinRounding: 1, violated: 0 });
    expect(result.rounding).toEqual([]);
    expect(result.findings).toMatchObject([{ severity: "hint", withinRounding: true, difference: "0.02" }]);
    expect(result.findings[0]?.message).toContain("未超出尾差范围但偏大");
  });
});

describe("recheckBook", () => {
  /** A case with one cell changed, on the sheet of one table. */
  function edited(grid: WorkbookGrid, sheet: string, row: number, column: number, value: CellValue): WorkbookGrid {
    const sheets = grid.sheets.map((item) =>
      item.name !== sheet
        ? item
        : {
            ...item,
            values: item.values.map((line, r) =>
              r === row ? line.map((old, c) => (c === column ? value : old)) : line,
            ),
          },
    );
    return { ...grid, sheets };
  }
  const plain = (result: CheckResult): unknown => JSON.parse(JSON.stringify(result));

  const grid = caseGrid(loadCase("2020-zaozhuang"));
  const before = readBook(grid);
  const previous = checkBook(context(before));

  it.each(TABLE_KEYS)("equals a full run after an edit in %s", (key) => {
    const table = before.tables.get(key);
    const figure = table?.rows
      .flatMap((row) => [...row.figures.values()])
      .find((item) => key === "GZ" || !item.value.isZero());
    if (!figure) throw new Error(`no figure in ${key}`);
    const after = readBook(edited(grid, figure.cell.sheet, figure.cell.row, figure.cell.column, 77.77));
    const full = checkBook(context(after));
    expect(plain(full)).not.toEqual(plain(previous));
    expect(plain(recheckBook(previous, context(after), [key]))).toEqual(plain(full));
  });

  it("runs only the rules whose scope meets the change", () => {
    const ran: string[] = [];
    const spy = (id: string, scope: SheetKind[]): Rule => ({
      ...ruleOf(() => {
        ran.push(id);
        return [];
      }),
      id,
      scope,
    });
    const rules = [spy("A", ["Z01"]), spy("B", ["Z02"]), spy("C", ["Z01", "Z02"])];
    const book = context(makeBook({ tables: {} }));
    const previous = checkBook(book, rules);
    ran.length = 0;
    recheckBook(previous, book, ["Z02"], rules);
    expect(ran).toEqual(["B", "C"]);
  });
});
