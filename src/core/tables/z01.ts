import { incomeRow, Z01_ROWS } from "../model/table";
import type { TableDescriptor } from "./descriptor";
import { AMOUNT, balanceParts, grandTotal, line } from "./lines";
import { BALANCE, FINALS, FLOWS } from "./words";

/** 收入支出决算总表. */
export const Z01: TableDescriptor = {
  key: "Z01",
  name: "收入支出决算总表",
  chip: "01表",
  title: new RegExp(`${FLOWS}(?:${FINALS}|总表)$`),
  layouts: [
    {
      shape: "twoSided",
      columns: [AMOUNT],
      lines: {
        left: [
          line(
            incomeRow("general"),
            /^(?:一般公共预算|公共预算|公共财政预算|一般公共预算当年)(?:财政)?拨款(?:收入)?$|^财政(?:补助|拨款)收入$/,
          ),
          line(incomeRow("fund"), /^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/),
          line(incomeRow("stateCapital"), /^国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/),
          line(incomeRow("superiorSubsidy"), /^上级补助(?:收入)?$/),
          line(incomeRow("undertaking"), /^事业收入(?:\(.*\))?$/),
          line(incomeRow("business"), /^(?:事业单位)?经营收入$/),
          line(incomeRow("affiliated"), /^附属单位(?:上缴收入|缴款|上缴)$/),
          line(incomeRow("other"), /^其他收入$/),
          line(Z01_ROWS.incomeTotal, /^(?:本年|当年)?收入(?:合计|小计)$|^本年收入$/, {
            name: "本年收入合计",
            parts: "items",
          }),
          line(
            Z01_ROWS.usedSurplus,
            /^(?:使用|动用|加:使用)?(?:非财政拨款|专用|事业基金).*(?:结余|差额).*$|^用事业基金弥补收支差额$/,
            // 使用非财政拨款结余 and 使用专用结余 are one line in most editions, two in some.
            { several: true },
          ),
          line(Z01_ROWS.opening, new RegExp(`^(?:加:)?(?:年初|上年末?)(?:滚存)?${BALANCE}$`)),
          ...balanceParts(Z01_ROWS.opening),
          line(Z01_ROWS.incomeGrandTotal, grandTotal("收入"), {
            name: "总计（收入）",
            parts: [Z01_ROWS.incomeTotal, Z01_ROWS.usedSurplus, Z01_ROWS.opening],
          }),
        ],
        right: [
          line(Z01_ROWS.expenditureTotal, /^(?:本年|当年)?支出(?:合计|小计)$|^本年支出$/, {
            name: "本年支出合计",
            parts: "items",
          }),
          line(Z01_ROWS.surplusDistribution, /^(?:减:)?结余分配$/),
          line(Z01_ROWS.closing, new RegExp(`^(?:减:)?(?:年末|期末|结转下年)(?:滚存)?(?:${BALANCE})?$`)),
          line(`${Z01_ROWS.surplusDistribution}.welfare`, /^(?:其中:?)?提取(?:职工)?福利基金$/, {
            within: Z01_ROWS.surplusDistribution,
          }),
          line(`${Z01_ROWS.surplusDistribution}.tax`, /^(?:其中:?)?(?:交纳|缴纳)(?:企业)?所得税$/, {
            within: Z01_ROWS.surplusDistribution,
          }),
          line(`${Z01_ROWS.surplusDistribution}.fund`, /^(?:其中:?)?转入(?:事业基金|非财政拨款结余)$/, {
            within: Z01_ROWS.surplusDistribution,
          }),
          line(`${Z01_ROWS.surplusDistribution}.rest`, /^(?:其中:?)?其他$/, { within: Z01_ROWS.surplusDistribution }),
          ...balanceParts(Z01_ROWS.closing),
          line(Z01_ROWS.expenditureGrandTotal, grandTotal("支出"), {
            name: "总计（支出）",
            parts: [Z01_ROWS.expenditureTotal, Z01_ROWS.surplusDistribution, Z01_ROWS.closing],
          }),
        ],
      },
      evidence: [
        {
          of: [Z01_ROWS.incomeTotal, Z01_ROWS.expenditureTotal, Z01_ROWS.incomeGrandTotal, incomeRow("general")],
          atLeast: 2,
        },
      ],
    },
  ],
  untitled: [
    {
      of: [incomeRow("superiorSubsidy"), incomeRow("undertaking"), incomeRow("business"), incomeRow("affiliated")],
      atLeast: 3,
    },
  ],
};
