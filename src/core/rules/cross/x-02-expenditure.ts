import type { Rule } from "../../model/rule";
import { Z01_ROWS } from "../../model/table";
import { TABLE_AGREEMENT } from "../shared/basis";
import { classAgreement } from "../shared/class-agreement";
import { totalAgreement } from "../shared/total-agreement";
import { withTables } from "../shared/require";

export const rule: Rule = {
  id: "X-02",
  title: "支出总表与支出决算表一致",
  statement: "收入支出决算总表的本年支出合计等于支出决算表的合计，各功能分类项目等于支出决算表同一类的数。",
  formula: "总表.本年支出合计 = 支出决算表.合计；总表各功能分类项目 = 支出决算表.类",
  severity: "error",
  basis: TABLE_AGREEMENT,
  rationale: "同一类支出在两张表上都要反映。填错行、漏填一类或者只改一张表，两表就不一致。",
  remedy: "以支出明细账为准，逐类核对两表，改正填错的一张。",
  scope: ["Z01", "Z03"],
  check: ({ book }) =>
    withTables(book, ["Z01", "Z03"], function* (z01, z03) {
      const overview = { overview: z01, overviewColumn: "amount" as const };
      const detail = { detail: z03, detailColumn: "total" as const };
      yield* totalAgreement({ ...overview, ...detail, row: Z01_ROWS.expenditureTotal, label: "本年支出合计" });
      yield* classAgreement({ ...overview, ...detail });
    }),
};
