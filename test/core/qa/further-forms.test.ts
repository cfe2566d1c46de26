import { expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { a1 } from "../../../src/core/model/cell";
import { readBook } from "../../../src/core/reading/read-book";
import { leavesOf } from "../../../src/core/scoring/score-tree";
import { gridOf } from "../reading/grid-of";
import * as forms from "./further-forms";

/** Kind, scored lines and total; and what is said of it. */
const EXPECTED: Readonly<Record<keyof typeof forms, { readonly read: string; readonly said: readonly string[] }>> = {
  singleLevel: { read: "ZP 4 99.56", said: [] },
  optionalLines: { read: "PJ 13 96", said: [] },
  lowestBrackets: { read: "BM 13 93", said: [] },
  fundsInOneLine: { read: "ZP 4 99.6", said: ["ZP-04 verify G5"] },
  shiftedTotal: { read: "ZP 6 97.9", said: [] },
  numberedIndicators: { read: "ZP 10 100", said: ["ZP-08 verify F16"] },
  sourcesByNature: { read: "BM 4 98.9", said: [] },
  levelsOfEvaluation: { read: "ZP 6 98.7", said: [] },
  scoreRates: { read: "PJ 11 96.6", said: [] },
  subtotals: { read: "PJ 8 98.3", said: [] },
  twoScores: { read: "PJ 6 94", said: ["PJ-06 verify H9"] },
  departmentLevels: { read: "BM 9 97", said: [] },
  twoHeaderRows: { read: "PJ 6 96", said: [] },
};

it.each(Object.entries(forms))("%s is read whole, and nothing is said but what is so", (name, text) => {
  const book = readBook({ sheets: [gridOf(text)] });
  const form = [...book.forms, ...book.departmentForms][0];
  const table = book.scoreTables[0];
  const lines = form ? form.indicators.length : table ? leavesOf(table).length : 0;
  const total = (form?.totals[0] ?? table?.total)?.score?.value.toString() ?? "-";
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  const said = findings
    .filter(({ rule }) => /^(ZP|HZ|PJ)/.test(rule))
    .map(({ rule, severity, cells }) => `${rule} ${severity} ${cells[0] ? a1(cells[0]) : ""}`);
  const { read, said: expected } = EXPECTED[name as keyof typeof forms];
  expect(`${String(book.sheets[0]?.kind)} ${String(lines)} ${total}`).toBe(read);
  expect(said).toEqual(expected);
});

it("a score given beside the funds in one line is judged by their rate", () => {
  const wrong = forms.fundsInOneLine.replace("得分|9.6", "得分|10");
  const { findings } = checkBook({ book: readBook({ sheets: [gridOf(wrong)] }), settings: DEFAULT_SETTINGS });
  expect(findings.filter(({ rule }) => rule === "ZP-03").map(({ cells }) => cells.map(a1).join())).toEqual(["K3"]);
});

it("a 小计 that is not the sum of its lines is told, at its own cell", () => {
  const wrong = forms.subtotals.replace("小计|||20|19.8", "小计|||20|19.7");
  const { findings } = checkBook({ book: readBook({ sheets: [gridOf(wrong)] }), settings: DEFAULT_SETTINGS });
  expect(findings.filter(({ rule }) => rule === "PJ-05").map(({ cells }) => cells.map(a1).join())).toEqual(["E9"]);
});
