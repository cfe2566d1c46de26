import type { TableDescriptor } from "./descriptor";

/** 一般公共预算财政拨款基本支出决算(明细)表: blocks of code, name and amount side by side, or one list. */
export const Z06: TableDescriptor = {
  key: "Z06",
  name: "一般公共预算财政拨款基本支出决算明细表",
  shape: "economic",
  title:
    /(?:(?:一般)?公共预算(?:财政)?(?:拨款)?|财政拨款)\(?基本支出\)?(?:经济分类)?决算(?:情况|经济分类)?(?:总|明细)?表(?:\(按?(?:部门)?(?:预算)?(?:支出)?经济分类(?:科目)?\))?$/,
  columns: [
    {
      key: "amount",
      path: /^(?:[^/]*(?:支出|经费|决算数|拨款)\/)*(?:(?:本年|全年)?决算(?:数|金额|额)?|金额|合计|小计|总计|(?:本年)?(?:(?:一般)?公共预算)?(?:财政拨款)?(?:基本|本年)支出(?:合计)?|数额)$/,
    },
  ],
  evidence: [{ of: ["amount"], atLeast: 1 }],
  untitled: [{ of: ["301", "302", "303"], atLeast: 2 }],
};
