import type { TableDescriptor } from "./descriptor";
import { EXPENDITURE_COLUMNS, SPENDS } from "./expenditure";
import { BY_FUNCTION, FINALS } from "./words";

const KINDS = ["basic", "project", "upward", "business", "affiliatedSubsidy"];
const GROUP = "(?:(?:(?:本年|当年)?支出(?:合计|总计)?|合计|总计|其中:?)/)*";
const kind = (label: string): RegExp => new RegExp(`^${GROUP}${label}$`);

/** 支出决算表. */
export const Z03: TableDescriptor = {
  key: "Z03",
  name: "支出决算表",
  chip: "03表",
  title: new RegExp(`支出(?:${FINALS}${BY_FUNCTION}|总表)$`),
  layouts: [
    {
      shape: "classified",
      codes: "functional",
      columns: [
        ...EXPENDITURE_COLUMNS.map((column) =>
          column.key === "total" ? { ...column, label: "本年支出合计", parts: KINDS } : column,
        ),
        { key: "upward", label: "上缴上级支出", path: kind("上缴上级(?:单位)?支出") },
        { key: "business", label: "经营支出", path: kind("(?:事业单位)?经营支出") },
        { key: "affiliatedSubsidy", label: "对附属单位补助支出", path: kind("对附属单位补助(?:支出)?") },
      ],
      evidence: SPENDS,
    },
  ],
  untitled: [
    { of: ["upward", "affiliatedSubsidy"], atLeast: 2 },
    { of: KINDS, atLeast: 4 },
  ],
};
