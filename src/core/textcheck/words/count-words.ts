import type { Word } from "../tokens";

type Counts = Readonly<Record<string, string>>;

const reception = (place: string): Counts => ({
  批次: `${place}接待批次`,
  批: `${place}接待批次`,
  个: `${place}接待批次`,
  次: `${place}接待批次`,
  人次: `${place}接待人次`,
  人: `${place}接待人次`,
});
const vehicles = (key: string): Counts => ({ 辆: key, 台: key });
const devices = (key: string): Counts => ({ "台(套)": key, 台套: key, 台: key, 套: key, 个: key, 件: key });
const ABROAD: Counts = {
  个: "因公出国（境）团组",
  团组: "因公出国（境）团组",
  批次: "因公出国（境）团组",
  批: "因公出国（境）团组",
  次: "因公出国（境）团组",
  人次: "因公出国（境）人次",
  人: "因公出国（境）人次",
};

/** Names of counts, as departments word them, with the parameter that holds each by its unit. */
const COUNTS: readonly (readonly [words: string, counts: Counts])[] = [
  [
    "因公出国(境)团组 因公出国(境)团组数 因公出国(境) 出国(境)团组 出国(境) 因公出国团组 团组 团组数 因公出国(境)人次 因公出国(境)人数 因公出国(境)累计 出国(境)人次",
    ABROAD,
  ],
  [
    "购置公务用车 新购公务用车 公务用车购置数 购置公务用车数 购置公务用车数量 购置车辆 更新公务用车 购置及更新公务用车 购置(更新)公务用车 购置(更新)车辆 更新购置公务用车 购置更新公务用车 购置(更新)公车",
    vehicles("购置公务用车数"),
  ],
  [
    "公务用车保有量 公务车保有量 公务用车保有量为 公务用车保有 公务用车保有数量 保有公务用车 公务用车实有数 开支财政拨款的公务用车保有量",
    vehicles("公务用车保有量"),
  ],
  [
    "公务接待 公务接待批次 公务接待人次 来访团组 国内来访团组 接待国内来访团组 国内公务接待团组 国内公务接待 国内接待 国内公务接待批次 国内公务接待人次 国内接待批次 国内接待人次",
    reception("国内"),
  ],
  ["来访外宾 外宾 外事来访团组 来访外宾团组 外事接待 外事接待批次 外事接待人次 其中外事接待", reception("外事")],
  [
    "国(境)外公务接待 国(境)外接待 国(境)外公务接待批次 国(境)外公务接待人次 国(境)外接待批次 国(境)外接待人次",
    reception("国（境）外"),
  ],
  ["车辆 共有车辆 车辆合计 车辆总数 公务用车总数 车辆共计", vehicles("车辆合计")],
  ["符合规定领导干部用车 领导干部用车 符合规定的领导干部用车", vehicles("符合规定领导干部用车")],
  ["机要通信用车 机要通信应急用车", vehicles("机要通信用车")],
  ["应急保障用车", vehicles("应急保障用车")],
  ["执法执勤用车", vehicles("执法执勤用车")],
  ["特种专业技术用车", vehicles("特种专业技术用车")],
  ["离退休干部用车 离退休干部服务用车", vehicles("离退休干部用车")],
  ["其他用车", vehicles("其他用车")],
];

const DEVICES: readonly (readonly [string, string, string])[] = [
  ["50", "通用设备", "单位价值50万元以上通用设备"],
  ["100", "专用设备", "单位价值100万元以上专用设备"],
  ["100", "设备(不含车辆)", "单价100万元（含）以上设备（不含车辆）"],
];

/** Count names as dictionary words. */
export const COUNT_WORDS: readonly (readonly [string, Word])[] = [
  ...COUNTS.flatMap(([words, counts]) => words.split(" ").map((word) => [word, { kind: "count", counts }] as const)),
  ...DEVICES.flatMap(([worth, kind, key]) =>
    ["单位价值", "单价", "单台价值", "价值", "单台(套)价值", ""].flatMap((price) =>
      ["以上", "(含)以上", "以上(含)"].flatMap((from) =>
        ["", "的", "大型"].map(
          (of) => [`${price}${worth}万元${from}${of}${kind}`, { kind: "count", counts: devices(key) }] as const,
        ),
      ),
    ),
  ),
];

/** Counts that a subject's sentence goes on with, where it names the money only (国内接待费10.85万元，59批次). */
export const COUNTS_OF_SUBJECTS: Readonly<Record<string, Counts>> = {
  "因公出国（境）费": ABROAD,
  公务用车购置费: vehicles("购置公务用车数"),
  公务用车运行维护费: vehicles("公务用车保有量"),
  国内接待费: reception("国内"),
  "国（境）外接待费": reception("国（境）外"),
};
