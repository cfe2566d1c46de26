import { FUNDS } from "../../model/table";
import { basicTable, EXPENDITURE, FUND, GENERAL, INCOME, STATE_CAPITAL, threePublicTable } from "./classified";
import type { SetLayout } from "./layout";
import { fiscalTotalTable, totalTable, type TwoSidedEdition } from "./two-sided";

export type { SetLayout } from "./layout";

/** As lists of 2019 print them, in their order: without 223 and 234, 215 still by its older name. */
const CLASSES_2019 =
  "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 224 229 231 232".split(" ");
const CLASSES_2020 =
  "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 231 232 234".split(" ");

const IN_2019: TwoSidedEdition = {
  funds: ["general", "fund"],
  functional: CLASSES_2019,
  names: { "215": "资源勘探信息等支出" },
  usedSurplus: "用事业基金弥补收支差额",
  amount: "决算数",
};
const IN_2020: TwoSidedEdition = {
  funds: FUNDS,
  functional: CLASSES_2020,
  usedSurplus: "使用非财政拨款结余",
  amount: "决算数",
};
const IN_2022: TwoSidedEdition = { ...IN_2020, amount: "金额" };

/** What Z06 prints of 399 since 2022, and before. */
const SINCE_2022 = ["39909", "39910"];
const TO_2021 = ["39906"];

const GENERAL_THREE_PUBLIC = threePublicTable(
  "一般公共预算财政拨款“三公”经费支出决算表",
  "“三公”经费年初预算数",
  "一般公共预算财政拨款",
);

/** Sets as the ministry's forms print them (sources: published accounts 2019–2024). A place's own set is a further entry. */
export const LAYOUTS: readonly SetLayout[] = [
  {
    id: "national-2019",
    name: "2019年及以前",
    edition: "2019",
    tables: [
      totalTable(IN_2019),
      INCOME,
      EXPENDITURE,
      fiscalTotalTable(IN_2019),
      GENERAL,
      basicTable("一般公共预算财政拨款基本支出决算表", SINCE_2022),
      GENERAL_THREE_PUBLIC,
      FUND,
    ],
  },
  {
    id: "national-2020",
    name: "2020至2021年",
    edition: "2020",
    tables: [
      totalTable(IN_2020),
      INCOME,
      EXPENDITURE,
      fiscalTotalTable(IN_2020),
      GENERAL,
      basicTable("一般公共预算财政拨款基本支出决算表", SINCE_2022),
      GENERAL_THREE_PUBLIC,
      FUND,
      STATE_CAPITAL,
    ],
  },
  {
    id: "national-2022",
    name: "2022年及以后",
    edition: "2022",
    tables: [
      totalTable(IN_2022),
      INCOME,
      EXPENDITURE,
      fiscalTotalTable(IN_2022),
      GENERAL,
      basicTable("一般公共预算财政拨款基本支出决算明细表", TO_2021),
      FUND,
      STATE_CAPITAL,
      threePublicTable(
        "财政拨款“三公”经费支出决算表",
        "“三公”经费全年预算数，反映按规定程序调整后的预算数",
        "财政拨款",
      ),
    ],
  },
];

/** The layouts that follow an edition. */
export function layoutsOf(edition: string): readonly SetLayout[] {
  return LAYOUTS.filter((layout) => layout.edition === edition);
}
