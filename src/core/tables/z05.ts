import type { TableDescriptor } from "./descriptor";
import { FLOW_COLUMNS, SPENDS } from "./expenditure";
import { BY_FUNCTION, FINALS, GENERAL } from "./words";

/** 一般公共预算财政拨款支出决算表; where it is printed as 收入支出决算表 ("T-GS") it has opening and closing balances too. */
export const Z05: TableDescriptor = {
  key: "Z05",
  name: "一般公共预算财政拨款支出决算表",
  chip: "05表",
  title: new RegExp(
    `${GENERAL}(?:当年)?支出(?:决算)?(?:功能分类)?(?:决算(?:功能分类|情况|公开)?表|${FINALS})${BY_FUNCTION}$`,
  ),
  layouts: [{ shape: "classified", codes: "functional", columns: FLOW_COLUMNS, evidence: SPENDS }],
};
