import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { planFill } from "../../../src/core/filling/plan-fill";
import { a1 } from "../../../src/core/model/cell";
import { readBook } from "../../../src/core/reading/read-book";
import { leavesOf } from "../../../src/core/scoring/score-tree";
import { FORM_CASES, formCase, type FormCase } from "./form-cases";

/** Kind, unit, figures of the funds, scored lines, total; and the findings: the source's own faults, and lines its copy lacks. */
const READ: Readonly<Record<FormCase, { readonly read: string; readonly findings: readonly string[] }>> = {
  "2015-hainan-fuwu-1": {
    read: "PJ 万元 | 0 | 15 | -",
    findings: ["PJ-01 verify", "PJ-02 verify B22", "PJ-11 verify"],
  },
  "2019-hebei-langfang-1": { read: "ZP 万元 | 6 | 9 | -", findings: ["ZP-03 error I7", "ZP-07 verify H14"] },
  "2021-hubei-caidian-1": { read: "ZP 万元 | 4 | 11 | -", findings: ["ZP-12 verify D10", "ZP-12 verify D11"] },
  "2022-anhui-tianchang-1": { read: "ZP 万元 | 6 | 10 | 100", findings: ["ZP-08 verify F16"] },
  "2022-hubei-huangshi-1": { read: "ZP 万元 | 2 | 11 | -", findings: [] },
  "2022-sichuan-zhongjiang-1": { read: "ZP 万元 | 4 | 9 | 100", findings: ["ZP-04 error F6", "ZP-05 error G23"] },
  "2022-yunnan-yongde-1": {
    read: "ZP 元 | 4 | 9 | 96",
    findings: ["ZP-04 verify H14", "ZP-07 error I16", "ZP-07 error I19", "ZP-09 error J16", "ZP-09 error J19"],
  },
  "2023-anhui-shouxian-1": { read: "BM 万元 | 0 | 5 | -", findings: ["PJ-01 verify"] },
  "2023-sichuan-qingshen-1": { read: "ZP 万元 | 12 | 2 | -", findings: [] },
  "2025-anhui-huizhou-1": { read: "ZP 万元 | 4 | 11 | -", findings: ["ZP-04 error G7"] },
};

describe.each(FORM_CASES)("%s", (name) => {
  const grid = formCase(name);
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });

  it("is read whole", () => {
    const [form] = book.forms;
    const [table] = book.scoreTables;
    const money = form?.funds.flatMap(({ figures }) =>
      (["initialBudget", "annualBudget", "executed"] as const).flatMap((column) => {
        const figure = figures.get(column);
        return figure?.kind === "amount" ? [figure] : [];
      }),
    );
    const scored = form ? form.indicators.length : table ? leavesOf(table).length : 0;
    const total = (form?.totals[0] ?? table?.total)?.score;
    const read = [
      `${String(book.sheets[0]?.kind)} ${book.moneyUnit}`,
      money?.length ?? 0,
      scored,
      total?.kind === "amount" ? total.value.toString() : "-",
    ];
    expect(read.join(" | ")).toBe(READ[name].read);
    expect(form?.unknownFunds).toBeUndefined();
  });

  it("has no finding but the observed ones", () => {
    const said = result.findings
      .filter(({ rule }) => /^(ZP|HZ|PJ|RX)/.test(rule))
      .map(({ rule, severity, cells }) => ({ rule, severity, first: cells[0] ? a1(cells[0]) : "" }));
    const expected = READ[name].findings.map((text) => text.split(" "));
    expect(said.map(({ rule, severity, first }, at) => [rule, severity, expected[at]?.[2] ?? first])).toEqual(
      expected.map(([rule, severity, cell], at) => [rule, severity, cell ?? said[at]?.first]),
    );
    for (const [at, [, , cell]] of expected.entries()) if (cell) expect(said[at]?.first).toBe(cell);
  });

  it("overwrites nothing when blanks are filled", () => {
    const { writes } = planFill(book, result, { settings: DEFAULT_SETTINGS, grid });
    const overwritten = writes.filter(({ isBlank }) => !isBlank).map(({ id, rule }) => `${id} ${rule}`);
    const own = result.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
    expect(overwritten.filter((text) => !own.some((rule) => text.endsWith(rule)))).toEqual([]);
  });
});
