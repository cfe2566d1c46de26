import { normaliseLabel, stripOrdinal } from "./normalise";

/** A class (类) of the functional classification with the names it had over the years. */
export interface FunctionalClass {
  readonly code: string;
  /** Current name. */
  readonly name: string;
  /** Earlier and shortened names. */
  readonly aliases: readonly string[];
}

/** 政府收支分类科目, expenditure by function, classes as the 公开 tables of 2015–2025 print them. */
export const FUNCTIONAL_CLASSES: readonly FunctionalClass[] = [
  { code: "201", name: "一般公共服务支出", aliases: [] },
  { code: "202", name: "外交支出", aliases: [] },
  { code: "203", name: "国防支出", aliases: [] },
  { code: "204", name: "公共安全支出", aliases: [] },
  { code: "205", name: "教育支出", aliases: [] },
  { code: "206", name: "科学技术支出", aliases: [] },
  {
    code: "207",
    name: "文化旅游体育与传媒支出",
    aliases: ["文化体育与传媒支出", "文化旅游体育和传媒支出", "文化体育传媒支出"],
  },
  { code: "208", name: "社会保障和就业支出", aliases: ["社会保障与就业支出"] },
  { code: "209", name: "社会保险基金支出", aliases: [] },
  {
    code: "210",
    name: "卫生健康支出",
    aliases: ["医疗卫生与计划生育支出", "医疗卫生和计划生育支出", "医疗卫生支出"],
  },
  { code: "211", name: "节能环保支出", aliases: ["环境保护支出", "节能环境保护支出"] },
  { code: "212", name: "城乡社区支出", aliases: ["城乡社区事务支出"] },
  { code: "213", name: "农林水支出", aliases: ["农林水事务支出"] },
  { code: "214", name: "交通运输支出", aliases: [] },
  {
    code: "215",
    name: "资源勘探工业信息等支出",
    aliases: ["资源勘探信息等支出", "资源勘探电力信息等支出", "资源勘探电力信息等事务支出", "资源勘探工业信息支出"],
  },
  { code: "216", name: "商业服务业等支出", aliases: ["商业服务业支出", "商业服务业等事务支出"] },
  { code: "217", name: "金融支出", aliases: ["金融监管等事务支出", "金融监管支出"] },
  { code: "219", name: "援助其他地区支出", aliases: [] },
  {
    code: "220",
    name: "自然资源海洋气象等支出",
    aliases: ["国土海洋气象等支出", "国土资源气象等支出", "国土资源气象等事务支出", "自然资源海洋气象支出"],
  },
  { code: "221", name: "住房保障支出", aliases: [] },
  { code: "222", name: "粮油物资储备支出", aliases: ["粮油物资管理事务支出", "粮油物资储备事务支出"] },
  { code: "223", name: "国有资本经营预算支出", aliases: ["国有资本经营支出"] },
  { code: "224", name: "灾害防治及应急管理支出", aliases: ["灾害防治与应急管理支出"] },
  { code: "227", name: "预备费", aliases: [] },
  { code: "229", name: "其他支出", aliases: [] },
  { code: "230", name: "转移性支出", aliases: [] },
  { code: "231", name: "债务还本支出", aliases: ["国债还本付息支出", "国债还本支出"] },
  { code: "232", name: "债务付息支出", aliases: [] },
  { code: "233", name: "债务发行费用支出", aliases: ["债务发行支出"] },
  { code: "234", name: "抗疫特别国债安排的支出", aliases: ["抗疫特别国债支出"] },
];

/** Names are compared without ordinal, blanks, punctuation and a closing 支出 or (类). */
function comparable(label: string): string {
  return stripOrdinal(normaliseLabel(label).replace(/^\d{3}/, ""))
    .replace(/\((?:类|\d{3}类?)\)|类$/g, "")
    .replace(/[、,，·.]/g, "")
    .replace(/(?:支出)$/, "");
}

const CODE_BY_PRINTED_NAME: ReadonlyMap<string, string> = new Map(
  FUNCTIONAL_CLASSES.map(({ code, name }) => [name, code]),
);

const CODE_BY_NAME: ReadonlyMap<string, string> = new Map(
  FUNCTIONAL_CLASSES.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((label): [string, string] => [comparable(label), code]),
  ),
);

/** Class code of a printed functional name ("七、文化旅游体育与传媒支出" → "207"); undefined where it is none of the list. */
export function functionalClassByName(label: string): string | undefined {
  return CODE_BY_PRINTED_NAME.get(label) ?? CODE_BY_NAME.get(comparable(label));
}

/** Current name of a class code ("201" → "一般公共服务支出"). */
export function functionalClassName(code: string): string | undefined {
  return FUNCTIONAL_CLASSES.find((item) => item.code === code)?.name;
}
