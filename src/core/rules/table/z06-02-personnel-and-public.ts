import type { Check, Rule, Term } from "../../model/rule";
import { Z06_ROWS, type AccountTable, type TableRow } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { hierarchyOf } from "../shared/hierarchy";
import { rowLabel, shortName } from "../shared/names";
import { missingRow, notEvaluated, withTables } from "../shared/require";
import { anyStanding, columnTerms, keyTerm, rowTerms } from "../shared/terms";

export const rule: Rule = {
  id: "Z06-02",
  title: "人员经费合计和公用经费合计",
  statement:
    "人员经费合计等于 301 工资福利支出与 303 对个人和家庭的补助之和；公用经费合计等于表中其余各类之和；印有合计的，合计等于两者之和。",
  formula: "人员经费合计 = 301 + 303；公用经费合计 = Σ 其余各类；合计 = 人员经费 + 公用经费",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "两项合计常用计算器另算后填入，改了类级数没有改合计，就会不平。",
  remedy: "核对 301、303 和其余各类的数，再重新计算人员经费合计和公用经费合计。",
  scope: ["Z06"],
  check: ({ book }) =>
    withTables(book, ["Z06"], function* (z06) {
      const { top } = hierarchyOf(z06);
      if (top.length === 0) {
        yield notEvaluated(z06, `${shortName(z06)}没有科目行`);
        return;
      }
      if (isSplit(z06, top)) {
        yield* fundsTotal(z06, Z06_ROWS.personnelTotal, "人员经费合计", rowTerms(top, "personnel"));
        yield* fundsTotal(z06, Z06_ROWS.publicTotal, "公用经费合计", rowTerms(top, "public"));
      } else if (top.every((row) => row.code?.startsWith("3") === true)) {
        const isPersonnel = (row: TableRow): boolean => /^30[13]/.test(row.code ?? "");
        const others = top.filter((row) => !isPersonnel(row));
        yield* fundsTotal(z06, Z06_ROWS.personnelTotal, "人员经费合计", rowTerms(top.filter(isPersonnel), "amount"));
        yield* fundsTotal(z06, Z06_ROWS.publicTotal, "公用经费合计", rowTerms(others, "amount"));
      } else {
        yield notEvaluated(z06, `${shortName(z06)}不是部门预算经济分类科目，人员经费、公用经费没有按科目核对`);
      }
      yield* printedTotal(z06, top);
      yield* splitRows(z06);
    }),
};

/** Whether every class that has an amount says how much of it is personnel and how much public funds. */
function isSplit(z06: AccountTable, top: readonly TableRow[]): boolean {
  return (
    z06.columns.has("personnel") &&
    z06.columns.has("public") &&
    top.every((row) => {
      const parts = columnTerms(z06, row, ["personnel", "public"]);
      return anyStanding(parts) || !anyStanding(columnTerms(z06, row, ["amount"]));
    })
  );
}

function* fundsTotal(z06: AccountTable, key: string, label: string, right: readonly Term[]): Iterable<Check> {
  const left = keyTerm(z06, key, "amount").map((item) => ({ ...item, label }));
  if (left.length === 0) {
    yield missingRow(z06, label);
    return;
  }
  yield { kind: "identity", relation: "=", left, right, subject: label, sheet: z06.sheet };
}

/** 合计, where one is printed, is personnel and public funds together; where these are not printed, the topmost codes. */
function* printedTotal(z06: AccountTable, top: readonly TableRow[]): Iterable<Check> {
  const left = keyTerm(z06, Z06_ROWS.total, "amount");
  if (left.length === 0) return;
  const parts = [...keyTerm(z06, Z06_ROWS.personnelTotal, "amount"), ...keyTerm(z06, Z06_ROWS.publicTotal, "amount")];
  const right = parts.length === 2 ? parts : rowTerms(top, "amount");
  yield { kind: "identity", relation: "=", left, right, subject: "合计", sheet: z06.sheet };
}

/** In a single list each row's amount is what stands under 人员经费 and 公用经费; rows with neither filled say nothing. */
function* splitRows(z06: AccountTable): Iterable<Check> {
  for (const row of z06.rows) {
    const right = columnTerms(z06, row, ["personnel", "public"]);
    if (row.code === undefined || right.every(({ figure }) => figure.kind === "blank")) continue;
    const left = columnTerms(z06, row, ["amount"]);
    yield { kind: "identity", relation: "=", left, right, subject: rowLabel(row), sheet: z06.sheet };
  }
}
