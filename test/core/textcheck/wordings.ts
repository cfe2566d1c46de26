import type { CaseFile, StatedFigure } from "../../support/cases";

/** A figure of a generated text: where it stands, and what the case says it states. */
export interface PlacedFigure {
  readonly paragraph: number;
  readonly start: number;
  readonly stated: StatedFigure;
}

export interface GeneratedText {
  readonly paragraphs: readonly string[];
  readonly figures: readonly PlacedFigure[];
}

/** Ways to say the same things; every kind of statement has one wording in each. */
export const STYLES = ["printed", "terse", "spoken", "bureau"] as const;
export type Style = (typeof STYLES)[number];

interface Wording {
  readonly now: (name: string, figure: string, year: number) => string;
  readonly budget: (name: string, kind: string, figure: string) => string;
  readonly final: (figure: string) => string;
  readonly change: (against: string, up: boolean, figure: string) => string;
  readonly rate: (against: string, up: boolean, figure: string) => string;
  readonly completion: (kind: string, figure: string) => string;
  readonly share: (base: string, figure: string) => string;
  readonly join: string;
  readonly digits: (literal: string) => string;
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const grouped = (text: string): string => {
  const [whole = "", fraction] = text.replace(/,/g, "").split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...(fraction === undefined ? [] : [fraction])].join(".");
};

const WORDINGS: Readonly<Record<Style, Wording>> = {
  printed: {
    now: (name, figure, year) => `${year}年度${name}${figure}`,
    budget: (name, kind, figure) => `${name}${kind}为${figure}`,
    final: (figure) => `支出决算为${figure}`,
    change: (against, up, figure) => `比${against}${up ? "增加" : "减少"}${figure}`,
    rate: (_, up, figure) => `${up ? "增长" : "下降"}${figure}`,
    completion: (kind, figure) => `完成${kind}的${figure}`,
    share: (base, figure) => `占${base}的${figure}`,
    join: "，",
    digits: (literal) => literal,
  },
  terse: {
    now: (name, figure) => `${name}：${figure}`,
    budget: (name, kind, figure) => `${name}，${kind}数${figure}`,
    final: (figure) => `决算数${figure}`,
    change: (against, up, figure) => `较${against}${up ? "增长" : "下降"}${figure}`,
    rate: (_, up, figure) => `${up ? "增幅" : "降幅"}${figure}`,
    completion: (_, figure) => `完成率${figure}`,
    share: (base, figure) => `占${base}${figure}`,
    join: "，",
    digits: (literal) => literal.replace(/,/g, ""),
  },
  spoken: {
    now: (name, figure) => `我单位全年${name}共计 ${figure}`,
    budget: (name, kind, figure) => `${name}的${kind}安排${figure}`,
    final: (figure) => `实际支出${figure}`,
    change: (against, up, figure) => `与${against}相比${up ? "增加" : "减少"}了${figure}`,
    rate: (_, up, figure) => `${up ? "上升" : "降低"}${figure}`,
    completion: (kind, figure) => `${kind}执行率为${figure}`,
    share: (base, figure) => `在${base}中占比为${figure}`,
    join: "，",
    digits: fullWidth,
  },
  bureau: {
    now: (name, figure, year) => `${year}年，本部门${name}为${figure}`,
    budget: (name, kind, figure) => `${name}${kind}数为${figure}`,
    final: (figure) => `决算数为${figure}`,
    change: (against, up, figure) => `与${against}决算数相比，${up ? "增加" : "减少"}${figure}`,
    rate: (_, up, figure) => `${up ? "增长" : "减少"}${figure}`,
    completion: (kind, figure) => `完成${kind}数的${figure}`,
    share: (base, figure) => `占${base}的比重为${figure}`,
    join: "，",
    digits: grouped,
  },
};

/** Headings of the parts of the text, by the number the case gives. */
const HEADINGS: Readonly<Record<number, readonly (readonly [RegExp, string])[]>> = {
  2020: common("七", "八", undefined, "十", "十一"),
  2021: common("七", "八", "九", "十", "十一"),
  2022: common("九", "七", "八", undefined, "十三"),
};

function common(sg: string, jj: string, gz: string | undefined, other: string | undefined, performance: string) {
  const rows: readonly (readonly [string | undefined, string])[] = [
    ["一", "收入支出决算总体情况说明"],
    ["二", "收入决算情况说明"],
    ["三", "支出决算情况说明"],
    ["四", "财政拨款收入支出决算总体情况说明"],
    ["五", "一般公共预算财政拨款支出决算情况说明"],
    ["六", "一般公共预算财政拨款基本支出决算情况说明"],
    [sg, "财政拨款“三公”经费支出决算情况说明"],
    [jj, "政府性基金预算财政拨款收入支出决算情况说明"],
    [gz, "国有资本经营预算财政拨款支出决算情况说明"],
    [other, "其他重要事项的情况说明"],
    [performance, "预算绩效情况说明"],
    ...(other === undefined
      ? ([
          ["十", "机关运行经费支出决算情况说明"],
          ["十一", "政府采购支出情况说明"],
          ["十二", "国有资产占用情况说明"],
        ] as const)
      : []),
  ];
  return rows.flatMap(([number, title]) =>
    number === undefined ? [] : [[new RegExp(`^${number}(?:\\(|\\d|$)`), `${number}、${title}`] as const],
  );
}

/** Whom a stated figure is about and what it says of it. */
function partsOf({ what }: StatedFigure): { name: string; aspect: string; more: string } {
  const patterns: readonly (readonly [RegExp, string])[] = [
    [/^(.*)比上年增减额$/, "change"],
    [/^(.*)比上年增减率%$/, "rate"],
    [/^(.*)比年初预算增减额$/, "budgetChange"],
    [/^(.*)比年初预算增减率%$/, "budgetRate"],
    [/^(.*)完成((?:年初|全年)?预算)%$/, "completion"],
    [/^(.*)(预算执行率)%$/, "completion"],
    [/^(绩效自评)占(.*)%$/, "share"],
    [/^(.*?)占(.*)%$/, "share"],
    [/^(.*)(年初预算|全年预算)$/, "budget"],
    [/^(.*)(全年预算)数$/, "budget"],
    [/^(.*)(?:支出决算|执行数|使用资金)$/, "final"],
    [/^(.*)(自评|绩效评价|部门评价)得分$/, "score"],
  ];
  for (const [pattern, aspect] of patterns) {
    const match = pattern.exec(what);
    if (match) return { name: match[1] ?? "", aspect, more: match[2] ?? "" };
  }
  return { name: what, aspect: "now", more: "" };
}

/** 绩效 counts need sentences of their own. */
const COUNT_SENTENCES: Readonly<Record<string, readonly ((figure: string) => string)[]>> = {
  绩效自评项目数: [
    (f) => `组织对${f}项目开展绩效自评`,
    (f) => `绩效自评共涉及项目${f}`,
    (f) => `${f}绩效自评项目均已完成`,
    (f) => `本年度对${f}预算项目进行了绩效自评`,
  ],
  重点绩效评价项目数: [
    (f) => `对${f}项目开展了重点绩效评价`,
    (f) => `开展重点绩效评价项目${f}`,
    (f) => `组织${f}项目开展重点绩效评价`,
    (f) => `对${f}项目进行了重点评价`,
  ],
  部门评价项目数: [
    (f) => `对${f}项目开展了部门评价`,
    (f) => `开展部门评价项目${f}`,
    (f) => `组织${f}项目开展部门评价`,
    (f) => `对${f}重点项目进行部门评价`,
  ],
  附自评表项目数: [
    (f) => `在部门决算中反映${f}项目的绩效自评结果`,
    (f) => `公开${f}项目自评结果`,
    (f) => `反映了${f}项目的绩效自评情况`,
    (f) => `选取${f}项目自评表公开`,
  ],
  绩效自评涉及预算资金: [
    (f) => `绩效自评涉及预算资金${f}`,
    (f) => `绩效自评涉及资金${f}`,
    (f) => `绩效自评项目涉及预算资金共计${f}`,
    (f) => `开展绩效自评，涉及资金${f}`,
  ],
  重点绩效评价涉及资金: [
    (f) => `重点绩效评价涉及资金${f}`,
    (f) => `重点绩效评价涉及资金共${f}`,
    (f) => `开展重点绩效评价，涉及资金${f}`,
    (f) => `重点评价涉及资金${f}`,
  ],
  部门评价涉及预算资金: [
    (f) => `部门评价涉及预算资金${f}`,
    (f) => `部门评价涉及资金${f}`,
    (f) => `开展部门评价，涉及预算资金${f}`,
    (f) => `部门评价涉及资金共计${f}`,
  ],
};
for (const letter of ["优", "良", "中", "差"]) {
  (COUNT_SENTENCES as Record<string, readonly ((figure: string) => string)[]>)[`自评等级为${letter}项目数`] = [
    (f) => `自评等级为${letter}的${f}`,
    (f) => `自评结果为“${letter}”的项目有${f}`,
    (f) => `${f}项目自评等级为${letter}`,
    (f) => `评为${letter}的项目${f}`,
  ];
}

/** The text of a case in one style: a heading a part, a sentence a subject, paragraph by paragraph. */
export function wordedCase(
  file: CaseFile,
  style: Style,
  literalOf: (stated: StatedFigure, index: number) => string = (stated) => stated.literal ?? String(stated.value ?? ""),
): GeneratedText {
  const wording = WORDINGS[style];
  const paragraphs: string[] = [];
  const figures: PlacedFigure[] = [];
  let heading = "";
  let subject = "";
  file.facts.stated.forEach((stated, index) => {
    if (stated.value === null) return;
    const title = HEADINGS[file.year]?.find(([pattern]) => pattern.test(stated.section))?.[1] ?? "";
    if (title !== heading) {
      heading = title;
      paragraphs.push(title);
      subject = "";
    }
    const { name, aspect, more } = partsOf(stated);
    const literal = wording.digits(literalOf(stated, index));
    const unit = stated.unit === "%" ? "%" : stated.unit;
    const figure = `${literal}${unit}`;
    const key = `${stated.section} ${name}`;
    const goesOn = key === subject && aspect !== "now" && aspect !== "budget";
    const clause = clauseOf(wording, style, { name, aspect, more, figure, stated, year: file.year, first: !goesOn });
    if (goesOn) {
      const last = (paragraphs.pop() ?? "").replace(/。$/, "");
      const text = `${last}${wording.join}${clause}。`;
      figures.push({ paragraph: paragraphs.length, start: text.lastIndexOf(figure), stated });
      paragraphs.push(text);
    } else {
      const continues =
        subject.startsWith(`${stated.section} `) && aspect === "now" && /^(?:辆|批次|人次|个)$/.test(unit);
      const text = continues ? `${(paragraphs.pop() ?? "").replace(/。$/, "")}，${clause}。` : `${clause}。`;
      figures.push({ paragraph: paragraphs.length, start: text.lastIndexOf(figure), stated });
      paragraphs.push(text);
      subject = key;
    }
  });
  return { paragraphs, figures };
}

interface Clause {
  readonly name: string;
  readonly aspect: string;
  readonly more: string;
  readonly figure: string;
  readonly stated: StatedFigure;
  readonly year: number;
  readonly first: boolean;
}

function clauseOf(wording: Wording, style: Style, clause: Clause): string {
  const { name, aspect, more, figure, stated, year, first } = clause;
  const up = (stated.value ?? 0) >= 0;
  const lead = first ? nameIn(name, stated) : "";
  const special = COUNT_SENTENCES[stated.what]?.[STYLES.indexOf(style)];
  if (special) return special(figure);
  switch (aspect) {
    case "change":
      return lead + wording.change("上年", up, figure);
    case "rate":
      return lead + wording.rate("上年", up, figure);
    case "budgetChange":
      return lead + wording.change("年初预算", up, figure).replace("年初预算决算数", "年初预算数");
    case "budgetRate":
      return lead + wording.rate("年初预算", up, figure);
    case "completion":
      return lead + wording.completion(/执行率/.test(more) ? "预算" : more, figure);
    case "share":
      return lead + wording.share(more, figure);
    case "budget":
      return wording.budget(nameIn(name, stated), more, figure);
    case "final":
      return lead + wording.final(figure);
    case "score":
      return `${lead}${more}得分${figure}`;
    default:
      return isCount(stated)
        ? `${name.replace(/(?:批次|人次)$/, "")}${figure}`
        : wording.now(nameIn(name, stated), figure, year);
  }
}

function isCount({ unit }: StatedFigure): boolean {
  return !/^(?:万元|%|分)$/.test(unit);
}

/** Names as texts print them. */
function nameIn(name: string, stated: StatedFigure): string {
  if (stated.what.startsWith("绩效自评占")) return "绩效自评涉及预算资金";
  return stated.code !== undefined && stated.code.length === 7 ? `${name}（项）` : name;
}
