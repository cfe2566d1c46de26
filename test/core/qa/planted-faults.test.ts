import { expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { withPoints } from "../../../src/core/glossary/printed-points";
import { exampleSheet } from "../../../src/core/learning/examples/sheets";
import { amount } from "../../../src/core/model/amount";
import type { AccountBook } from "../../../src/core/model/book";
import { a1, cellKey, type CellAddress } from "../../../src/core/model/cell";
import type { Figure } from "../../../src/core/model/figure";
import type { Finding } from "../../../src/core/model/finding";
import type { SelfEvaluationForm } from "../../../src/core/model/form";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../../src/core/model/grid";
import type { ScoreTable } from "../../../src/core/model/score-table";
import { readBook } from "../../../src/core/reading/read-book";
import { RULES } from "../../../src/core/rules";
import { attainment } from "../../../src/core/scoring/quantities";
import { leavesOf, nodesOf } from "../../../src/core/scoring/score-tree";
import { withCells } from "../../support/apply-plan";
import { LINES_OF_A_UNIT } from "../../support/hotline-sample";
import { hotlineYear } from "../../support/hotline-year";
import { gridOf } from "../reading/grid-of";
import * as tables from "./evaluation-tables";
import { formCase } from "./form-cases";
import * as provinces from "./province-forms";

/** One wrong cell, and the rules of which one has to find it. */
interface Fault {
  readonly cell: CellAddress;
  readonly value: CellValue;
  readonly rules: readonly string[];
  readonly what: string;
}

const isNumber = (figure: Figure | undefined): figure is Figure => figure?.kind === "amount";

function formFaults(form: SelfEvaluationForm): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (figure: Figure | undefined, value: CellValue, what: string, ...rules: string[]): void => {
    if (isNumber(figure)) faults.push({ cell: figure.cell, value, rules, what });
  };
  const total = form.funds.find(({ key }) => key === "total");
  const parts = form.funds.filter(({ key }) => key !== "total");
  for (const column of ["annualBudget", "executed"] as const) {
    const figure = total?.figures.get(column);
    const scale = figure?.printing.scale ?? amount(1);
    const wrong = figure ? figure.value.div(scale).times("0.7").toNumber() : 0;
    if (total?.figures.has("rate") || parts.some((part) => isNumber(part.figures.get(column))))
      add(figure, wrong, `funds ${column}`, "ZP-01", "ZP-02", "ZP-03", "ZP-14");
    for (const part of parts)
      if (part.figures.get(column)?.value.isZero() === false)
        add(part.figures.get(column), wrong, `part ${column}`, "ZP-01");
  }
  if (isNumber(total?.figures.get("weight")) || isNumber(total?.figures.get("score")))
    add(total.figures.get("score"), 3, "execution score", "ZP-03");
  add(total?.figures.get("rate"), "35%", "rate", "ZP-02");
  for (const line of form.indicators) {
    const { weight, score, target, actual, name } = line;
    add(weight, weight.value.plus(3).toNumber(), `weight ${name.text}`, "ZP-04");
    if (!isNumber(weight) || !isNumber(score)) continue;
    add(score, weight.value.plus(2).toNumber(), `score above weight ${name.text}`, "ZP-06");
    if (form.totals.length > 0 || attainmentOf(line) === true)
      add(
        score,
        weight.value.times("0.5").toNumber(),
        `score halved ${name.text}`,
        "ZP-03",
        "ZP-05",
        "ZP-07",
        "ZP-08",
        "ZP-09",
      );
    if (attainmentOf(line) === true && target.operator === "ge" && actual.value && score.value.eq(weight.value)) {
      const unit = /[^\d.]*$/.exec(actual.raw)?.[0] ?? "";
      const printed = /\d+(?:\.\d+)?/.exec(actual.raw)?.[0];
      if (printed !== undefined && !/^[≥>]/.test(actual.raw))
        faults.push({
          cell: actual.cell,
          value: `${amount(printed).times("0.4").toString()}${unit}`,
          rules: ["ZP-07"],
          what: `actual ${name.text}`,
        });
    }
  }
  for (const row of form.totals) {
    add(row.score, row.score?.value.minus(1).toNumber() ?? 0, "total", "ZP-05");
    add(row.weight, 95, "total weight", "ZP-04");
    if (row.grade && isNumber(row.score) && row.grade.text === "优")
      faults.push({ cell: row.grade.cell, value: "差", rules: ["ZP-15"], what: "grade" });
  }
  return faults;
}

function attainmentOf(line: SelfEvaluationForm["indicators"][number]): boolean | undefined {
  const due = attainment(line);
  return typeof due === "string" ? undefined : due.reached;
}

function tableFaults(table: ScoreTable): readonly Fault[] {
  const faults: Fault[] = [];
  // Where nothing adds the scores up, no one can tell a lower one from the right one.
  const isSummed =
    isNumber(table.total?.score) || nodesOf(table).some((node) => node.children.length > 0 && isNumber(node.score));
  const add = (figure: Figure | undefined, by: number, what: string, ...rules: string[]): void => {
    if (!isNumber(figure)) return;
    const value = figure.value.plus(by);
    faults.push({
      cell: figure.cell,
      value: figure.inLabel ? withPoints(figure.raw, value) : value.toNumber(),
      rules,
      what,
    });
  };
  for (const node of nodesOf(table)) {
    const isLeaf = node.children.length === 0;
    add(node.weight, 4, `weight ${node.name.text}`, ...(isLeaf ? ["PJ-01", "PJ-02"] : ["PJ-02", "PJ-01"]));
    if (!isLeaf) add(node.score, 1, `level score ${node.name.text}`, "PJ-05");
  }
  for (const { score, weight, reason, name } of leavesOf(table)) {
    if (isNumber(score) && isNumber(weight)) {
      add(score, weight.value.minus(score.value).plus(2).toNumber(), `score above weight ${name.text}`, "PJ-04");
      if (isSummed) add(score, -0.5, `score lower ${name.text}`, "PJ-03", "PJ-05", "PJ-06", "PJ-07", "PJ-08");
      if (reason && reason.text !== "" && score.value.lt(weight.value))
        faults.push({ cell: reason.cell, value: null, rules: ["PJ-06"], what: `reason ${name.text}` });
    }
  }
  add(table.total?.weight, 5, "total weight", "PJ-01");
  add(table.total?.score, -1, "total score", "PJ-03");
  if (table.grade && table.total?.score)
    faults.push({ cell: table.grade.cell, value: "差", rules: ["PJ-09"], what: "grade" });
  return faults;
}

function hotlineFaults(book: AccountBook): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (figure: Figure | undefined, value: CellValue, what: string, ...rules: string[]): void => {
    if (isNumber(figure)) faults.push({ cell: figure.cell, value, rules, what });
  };
  const plus = (figure: Figure | undefined, by: number): number => figure?.value.plus(by).toNumber() ?? 0;
  for (const sheet of book.hotline) {
    if (sheet.kind === "RX1") {
      const columns = [
        ["satisfaction", "RX-01"],
        ["timeliness", "RX-02"],
        ["transfers", "RX-03"],
        ["revisits", "RX-04"],
        ["volume", "RX-05"],
        ["total", "RX-06"],
        ["rank", "RX-07"],
      ] as const;
      // Every third unit: all of them would only repeat the same faults.
      for (const { unit, figures } of sheet.rows.filter((_, at) => at % 3 === 0)) {
        for (const [column, rule] of columns)
          add(
            figures.get(column),
            plus(figures.get(column), column === "rank" ? 1 : -0.5),
            `${column} ${unit.text}`,
            rule,
          );
        add(figures.get("overdue"), plus(figures.get("cases"), 1), `overdue ${unit.text}`, "RX-09");
        add(figures.get("resultRate"), 1.2, `rate ${unit.text}`, "RX-09", "RX-01");
        add(figures.get("shirkedOnce"), plus(figures.get("shirkedOnce"), 1), `shirked ${unit.text}`, "RX-03", "RX-08");
        add(figures.get("deduction"), plus(figures.get("deduction"), 1), `deduction ${unit.text}`, "RX-06", "RX-08");
      }
      for (const [, figure] of sheet.totals ?? [])
        if (!figure.value.isZero()) add(figure, plus(figure, 3), "sheet total", "RX-08");
    } else if (sheet.kind === "RX2") {
      for (const { score, full, reasons, item } of sheet.rows.slice(0, 30)) {
        add(score, plus(score, -0.5), `item ${item.text}`, "RX-11");
        add(full, plus(full, 1), `full ${item.text}`, "RX-11");
        for (const { deduction, count, points } of reasons) {
          add(deduction, plus(deduction, 0.3), `deduction ${item.text}`, "RX-11");
          add(count, plus(count, 1), `count ${item.text}`, "RX-11");
          add(points, plus(points, 4), `points ${item.text}`, "RX-11");
        }
      }
      for (const { score } of sheet.totals) add(score, plus(score, 1), "management total", "RX-11");
    } else if (sheet.kind === "RX4") {
      for (const { unit, counts, total } of sheet.rows.filter((_, at) => at % 5 === 0)) {
        add(total, plus(total, 0.1), `points ${unit.text}`, "RX-13");
        for (const [reason, figure] of counts) add(figure, plus(figure, 1), `${reason} ${unit.text}`, "RX-13");
      }
    } else {
      for (const row of sheet.rows.filter((_, at) => at % 3 === 0)) {
        add(row.months[0], plus(row.months[0], 3), `month ${row.unit.text}`, "RX-10");
        add(row.overall, plus(row.overall, 0.1), `overall ${row.unit.text}`, "RX-10");
        add(row.rank, plus(row.rank, 1), `rank ${row.unit.text}`, "RX-07");
      }
    }
  }
  return faults;
}

function faultsOf(book: AccountBook): readonly Fault[] {
  return [...book.forms.flatMap(formFaults), ...book.scoreTables.flatMap(tableFaults), ...hotlineFaults(book)];
}

const OWN = RULES.filter(({ id }) => /^(ZP|HZ|PJ|RX)/.test(id));
const check = (grid: WorkbookGrid): readonly Finding[] =>
  checkBook({ book: readBook(grid), settings: DEFAULT_SETTINGS }, OWN).findings;
const keyOf = ({ rule, cells, message }: Finding): string => `${rule} ${cells.map(a1).join()} ${message}`;

/** A month, the quarter's 排名 and its 综合管理 of the first unit, all that follows filled in. */
function hotlineBook(): WorkbookGrid {
  const sheets = hotlineYear().sheets.filter(({ name }) => /4月$|第二季度/.test(name));
  const ofFirst = (sheet: SheetGrid): SheetGrid =>
    sheet.name.startsWith("综合管理") ? { ...sheet, values: sheet.values.slice(0, LINES_OF_A_UNIT + 2) } : sheet;
  return { sheets: sheets.map(ofFirst) };
}

const example = (kind: Parameters<typeof exampleSheet>[0]): WorkbookGrid => {
  const { name, rows } = exampleSheet(kind);
  return { sheets: [{ name, top: 0, left: 0, values: rows }] };
};

const BASES: readonly (readonly [string, WorkbookGrid])[] = [
  ...(
    [
      "2015-hainan-fuwu-1",
      "2019-hebei-langfang-1",
      "2022-anhui-tianchang-1",
      "2022-hubei-huangshi-1",
      "2022-sichuan-zhongjiang-1",
      "2022-yunnan-yongde-1",
      "2023-anhui-shouxian-1",
      "2023-sichuan-qingshen-1",
      "2025-anhui-huizhou-1",
    ] as const
  ).map((name) => [name, formCase(name)] as const),
  ...Object.entries(provinces).map(([name, text]) => [name, { sheets: [gridOf(text)] }] as const),
  ...Object.entries(tables).map(([name, text]) => [name, { sheets: [gridOf(text)] }] as const),
  ...(["ZP", "PJ", "BM", "RX1", "RX2", "RX3", "RX4"] as const).map(
    (kind) => [`example ${kind}`, example(kind)] as const,
  ),
  ["hotline", hotlineBook()],
];

/** One fault in so many is planted, of each book alike. */
const STEP = 3;

it("a single wrong cell is found by the right rule, which names the cell", { timeout: 120_000 }, () => {
  let planted = 0;
  const unfound: string[] = [];
  const unnamed: string[] = [];
  const byFamily = new Map<string, number>();
  for (const [name, grid] of BASES) {
    const known = new Set(check(grid).map(keyOf));
    for (const { cell, value, rules, what } of faultsOf(readBook(grid)).filter((_, index) => index % STEP === 0)) {
      planted += 1;
      const family = rules[0]?.slice(0, 2) ?? "";
      byFamily.set(family, (byFamily.get(family) ?? 0) + 1);
      const found = check(withCells(grid, [{ ...cell, value }])).filter(
        (finding) => !known.has(keyOf(finding)) && rules.includes(finding.rule),
      );
      const told = `${name} ${a1(cell)} ${what}: ${String(value)}`;
      if (found.length === 0) unfound.push(told);
      const names = (finding: Finding): boolean =>
        [...finding.cells, ...finding.related].some((other) => cellKey(other) === cellKey(cell));
      if (!found.some(names)) unnamed.push(told);
    }
  }
  const families = [...byFamily].map(([family, count]) => `${family} ${String(count)}`).join("，");
  const share = (missed: number): string => `${((100 * (planted - missed)) / planted).toFixed(1)} %`;
  process.stdout.write(
    `${String(planted)} planted (${families}): found ${share(unfound.length)}, named ${share(unnamed.length)}\n`,
  );
  expect(planted).toBeGreaterThanOrEqual(150);
  for (const family of ["ZP", "PJ", "RX"]) expect(byFamily.get(family), family).toBeGreaterThanOrEqual(50);
  expect(unfound.length / planted, unfound.join("\n")).toBeLessThanOrEqual(0.02);
  expect(unnamed.length / planted, unnamed.join("\n")).toBeLessThanOrEqual(0.05);
});
