import type { StandardKey } from "../model/table";

/** 款 of 政府性基金预算支出 (政府收支分类科目); the rest of their 类 belongs to the general budget. */
const FUND_SECTIONS: ReadonlySet<string> = new Set([
  "20822",
  "21208",
  "21210",
  "21213",
  "21214",
  "22904",
  "22908",
  "22960",
  "23402",
]);

/** The tables that a row of this code belongs to, as far as the code tells. */
export function tablesOf(code: string): readonly StandardKey[] {
  const both: readonly StandardKey[] = ["Z02", "Z03"];
  if (code.startsWith("223")) return [...both, "GZ"];
  if (code.startsWith("234") || FUND_SECTIONS.has(code.slice(0, 5))) return [...both, "JJ"];
  return [...both, "Z05"];
}
