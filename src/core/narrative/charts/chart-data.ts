import type { Facts } from "../facts/facts";
import type { Subject } from "../facts/subjects";
import { CHART_NAMES, type ChartName } from "../facts/vocabulary";
import type { ChartData } from "../model";
import type { Quantity } from "../quantity";

/** 图1–图6 of the text, each with its points or what it lacks. `year` names the bars. */
export function chartsOf(facts: Facts, year: number | undefined): readonly ChartData[] {
  return CHART_NAMES.map((name, index) => chart(name, index + 1, facts, year));
}

const SUBJECTS: Readonly<Record<ChartName, readonly string[]>> = {
  收支总计变动: ["收支总计"],
  收入构成: ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
  支出构成: ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
  财政拨款收支变动: ["财政拨款收支总计"],
  一般公共预算支出变动: ["一般公共预算财政拨款支出"],
  一般公共预算支出结构: [],
};

const TITLES: Readonly<Record<ChartName, string>> = {
  收支总计变动: "收、支决算总计变动情况",
  收入构成: "收入决算结构",
  支出构成: "支出决算结构",
  财政拨款收支变动: "财政拨款收、支决算总计变动情况",
  一般公共预算支出变动: "一般公共预算财政拨款支出决算变动情况",
  一般公共预算支出结构: "一般公共预算财政拨款支出决算结构",
};

function chart(name: ChartName, number: number, facts: Facts, year: number | undefined): ChartData {
  const compared = name.endsWith("变动");
  const subjects = SUBJECTS[name].flatMap((subject) => facts.subjects.get(subject) ?? []);
  const found = compared ? years(subjects, year) : shares(name, subjects, facts);
  const head = { number, name, title: `图${number}　${TITLES[name]}`, unit: facts.moneyUnit } as const;
  const kind = compared ? "bars" : "shares";
  return typeof found === "string" ? { ...head, kind, points: [], lacking: found } : { ...head, kind, points: found };
}

type Points = ChartData["points"];

/** Last year and this year of a subject; what is missing where one is. */
function years(subjects: readonly Subject[], year: number | undefined): Points | string {
  const subject = subjects[0];
  const [before, after] = year === undefined ? ["上年", "本年"] : [`${year - 1}年`, `${year}年`];
  return subject?.prior
    ? points([
        { label: before, quantity: subject.prior },
        { label: after, quantity: subject.now },
      ])
    : "没有上年数";
}

/** Parts other than 0. A negative part has no place in a structure, which is said. */
function shares(name: ChartName, subjects: readonly Subject[], facts: Facts): Points | string {
  const classes = facts.lists.get("类");
  if (name === "一般公共预算支出结构" && classes && "kind" in classes) return classes.label;
  const items = name === "一般公共预算支出结构" && classes && !("kind" in classes) ? classes : subjects;
  const found = points(items.map((item) => ({ label: item.label, quantity: item.now })));
  if (typeof found === "string") return found;
  const parts = found.filter((point) => !point.value.isZero());
  if (parts.length === 0) return "没有数据";
  return parts.some((point) => point.value.isNegative()) ? "有负数" : parts;
}

function points(wanted: readonly { readonly label: string; readonly quantity: Quantity }[]): Points | string {
  const list: Points[number][] = [];
  for (const { label, quantity } of wanted) {
    if (quantity.kind === "missing") return quantity.cause === "parameter" ? `${quantity.label}未填` : quantity.label;
    list.push({ label, value: quantity.value, cells: quantity.cells });
  }
  return list;
}
