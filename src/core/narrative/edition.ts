import type { TableKey } from "../model/table";
import type { Edition } from "./model";

/** The edition a year's text is written in (domain.md 7); undefined year: the newest. */
export function editionOf(year: number | undefined): Edition {
  if (year === undefined || year >= 2022) return "2022";
  return year >= 2020 ? "2020" : "2019";
}

/** Sections of each edition, by the names of the template's 节 tag, in order. */
export const EDITION_SECTIONS: Readonly<Record<Edition, readonly string[]>> = {
  "2022": [
    "收支总体",
    "收入",
    "支出",
    "财政拨款总体",
    "一般公共预算",
    "基本支出",
    "政府性基金",
    "国有资本经营",
    "三公经费",
    "机关运行经费",
    "政府采购",
    "国有资产",
    "预算绩效",
  ],
  "2020": [
    "收支总体",
    "收入",
    "支出",
    "财政拨款总体",
    "一般公共预算",
    "基本支出",
    "三公经费",
    "政府性基金",
    "国有资本经营",
    "其他重要事项",
    "预算绩效",
  ],
  "2019": [
    "收支总体",
    "收入",
    "支出",
    "财政拨款总体",
    "一般公共预算",
    "基本支出",
    "三公经费",
    "政府性基金",
    "其他重要事项",
  ],
};

/** Standard tables in the order the edition prints them (domain.md 2). */
export const EDITION_TABLES: Readonly<Record<Edition, readonly TableKey[]>> = {
  "2022": ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "JJ", "GZ", "SG"],
  "2020": ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "SG", "JJ", "GZ"],
  "2019": ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "SG", "JJ"],
};
