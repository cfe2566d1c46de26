import { FUNDS, incomeRow, Z04_ROWS } from "../model/table";
import type { TableDescriptor } from "./descriptor";
import { AMOUNT, balanceParts, grandTotal, line } from "./lines";
import { BALANCE, FINALS, FLOWS } from "./words";

const FUND_NAMES = {
  general: "(?:一般)?公共(?:预算)?",
  fund: "政府性基金(?:预算)?",
  stateCapital: "国有资本经营(?:预算)?",
} as const;

/** A fund's income line, its part of the opening balances and of the closing balances. */
const fundLines = FUNDS.map((fund) => ({
  fund,
  income: line(incomeRow(fund), new RegExp(`^${FUND_NAMES[fund]}(?:当年)?(?:财政)?(?:拨款)?(?:收入)?$`), {
    block: "income",
  }),
  opening: line(
    Z04_ROWS.openingOf[fund],
    new RegExp(`^(?:其中:?)?(?:年初)?${FUND_NAMES[fund]}(?:财政)?(?:拨款)?(?:收入)?(?:${BALANCE})?$`),
    { block: "opening" },
  ),
  namedOpening: line(
    Z04_ROWS.openingOf[fund],
    new RegExp(`^(?:其中:?)?(?:年初|上年)?${FUND_NAMES[fund]}(?:财政)?(?:拨款)?${BALANCE}$`),
  ),
  closing: line(
    Z04_ROWS.closingOf[fund],
    new RegExp(`^(?:其中:?)?(?:年末)?${FUND_NAMES[fund]}(?:财政)?拨款(?:${BALANCE})?$`),
    { within: Z04_ROWS.closing },
  ),
}));

/** 财政拨款收入支出决算总表. */
export const Z04: TableDescriptor = {
  key: "Z04",
  name: "财政拨款收入支出决算总表",
  chip: "04表",
  title: new RegExp(`(?:财政拨款|财政)${FLOWS}(?:${FINALS}|总表)$`),
  layouts: [
    {
      shape: "twoSided",
      columns: [
        AMOUNT,
        {
          key: "total",
          label: "合计",
          path: /^(?:支出\/)?(?:合计|小计|总计|金额|(?:本年)?决算(?:数|金额)?|本年支出(?:合计)?)$/,
          parts: ["general", "fund", "stateCapital"],
        },
        {
          key: "general",
          label: "一般公共预算财政拨款",
          path: /^(?:支出\/|合计\/|其中:?\/?)*(?:一般公共预算|公共预算|公共财政预算|一般公共)(?:财政拨款|拨款|支出)?$/,
        },
        {
          key: "fund",
          label: "政府性基金预算财政拨款",
          path: /^(?:支出\/|合计\/|其中:?\/?)*政府性基金(?:预算)?(?:财政拨款|拨款|支出)?$/,
        },
        {
          key: "stateCapital",
          label: "国有资本经营预算财政拨款",
          path: /^(?:支出\/|合计\/|其中:?\/?)*国有资本经营(?:预算)?(?:财政拨款|拨款|支出)?$/,
        },
      ],
      lines: {
        left: [
          ...fundLines.map((lines) => lines.income),
          ...fundLines.map((lines) => lines.opening),
          ...fundLines.map((lines) => lines.namedOpening),
          line(
            Z04_ROWS.incomeTotal,
            /^(?:本年|当年)?(?:财政拨款)?收入(?:合计|小计)$|^(?:本年|当年)(?:财政拨款)?收入$/,
            { name: "本年收入合计", parts: "items" },
          ),
          line(Z04_ROWS.opening, new RegExp(`^(?:年初|上年末?)(?:财政拨款)?${BALANCE}$`), {
            name: "年初财政拨款结转和结余",
            parts: FUNDS.map((fund) => Z04_ROWS.openingOf[fund]),
          }),
          ...balanceParts(Z04_ROWS.opening),
          line(Z04_ROWS.incomeGrandTotal, grandTotal("收入"), {
            name: "总计（收入）",
            parts: [Z04_ROWS.incomeTotal, Z04_ROWS.opening],
          }),
        ],
        right: [
          line(
            Z04_ROWS.expenditureTotal,
            /^(?:本年|当年)?(?:财政拨款)?支出(?:合计|小计)$|^(?:本年|当年)(?:财政拨款)?支出$/,
            { name: "本年支出合计", parts: "items" },
          ),
          line(Z04_ROWS.closing, new RegExp(`^(?:年末|期末|结转下年)(?:财政拨款)?(?:${BALANCE})?$`)),
          ...fundLines.map((lines) => lines.closing),
          ...balanceParts(Z04_ROWS.closing),
          line(Z04_ROWS.expenditureGrandTotal, grandTotal("支出"), {
            name: "总计（支出）",
            parts: [Z04_ROWS.expenditureTotal, Z04_ROWS.closing],
          }),
        ],
      },
      evidence: [
        { of: ["general", "fund", "stateCapital"], atLeast: 1 },
        { of: [incomeRow("general"), Z04_ROWS.opening, Z04_ROWS.incomeGrandTotal], atLeast: 2 },
      ],
    },
  ],
  untitled: [{ of: [incomeRow("general"), Z04_ROWS.opening, "general", "fund"], atLeast: 4 }],
};
