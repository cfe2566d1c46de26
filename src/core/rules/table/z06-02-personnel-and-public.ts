import type { Check, Rule } from "../../model/rule";
import { Z06_ROWS, type AccountTable, type TableRow } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { hierarchyOf } from "../shared/hierarchy";
import { shortName } from "../shared/names";
import { missingRow, notEvaluated, withTables } from "../shared/require";
import { keyTerm, rowTerms } from "../shared/terms";

const ID = "Z06-02";

export const rule: Rule = {
  id: ID,
  title: "人员经费合计和公用经费合计",
  statement: "人员经费合计等于 301 工资福利支出与 303 对个人和家庭的补助之和；公用经费合计等于表中其余各类之和。",
  formula: "人员经费合计 = 301 + 303；公用经费合计 = Σ 其余各类",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "两项合计常用计算器另算后填入，改了类级数没有改合计，就会不平。",
  remedy: "核对 301、303 和其余各类的数，再重新计算人员经费合计和公用经费合计。",
  scope: ["Z06"],
  check: ({ book }) =>
    withTables(book, ID, ["Z06"], function* (z06) {
      const { top } = hierarchyOf(z06);
      if (top.length === 0) {
        yield notEvaluated(ID, z06, `${shortName(z06)}没有科目行`);
        return;
      }
      const isPersonnel = (row: TableRow): boolean => /^30[13]/.test(row.code ?? "");
      yield* fundsTotal(z06, Z06_ROWS.personnelTotal, "人员经费合计", top.filter(isPersonnel));
      yield* fundsTotal(
        z06,
        Z06_ROWS.publicTotal,
        "公用经费合计",
        top.filter((row) => !isPersonnel(row)),
      );
    }),
};

function* fundsTotal(z06: AccountTable, key: string, label: string, classes: readonly TableRow[]): Iterable<Check> {
  const left = keyTerm(z06, key, "amount").map((item) => ({ ...item, label }));
  if (left.length === 0) {
    yield missingRow(ID, z06, label);
    return;
  }
  const right = rowTerms(classes, "amount");
  yield { kind: "identity", rule: ID, relation: "=", left, right, subject: label, sheet: z06.sheet };
}
