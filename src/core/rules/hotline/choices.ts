import type { AccountBook } from "../../model/book";
import type { HotlineSheet } from "../../model/hotline";
import type { Choice, HotlineChoices, HotlineSettings } from "../../model/rule";
import { points } from "../../scoring/form-figures";

/** How each open choice was taken, in a clerk's words. */
const SAID: { readonly [K in keyof HotlineChoices]: Readonly<Record<HotlineChoices[K], string>> } = {
  volumeTop: {
    exclusive: "承办量恰为 140、70、60 件的计入下一档（4.5 分）",
    inclusive: "承办量恰为 140、70、60 件的计入“以上”（5 分）",
  },
  bracket: { class: "承办量的档次按类别", name: "名称带“街道”的，承办量按街道的档次" },
  pool: { all: "推诿、重办件数在全部单位内分摊", class: "推诿、重办件数在本类单位内分摊" },
  repeated: { once: "两次及以上的件不再计入一次件数", both: "两次及以上的件同时计入一次件数" },
  rounding: { parts: "各项得分先保留两位小数再相加", sum: "各项得分相加后再保留两位小数" },
  quarter: { mean: "季度得分为有得分各月的平均数", recomputed: "季度得分按季度合计数重算" },
  ranking: { overall: "季度名次按综合得分", workOrders: "季度名次按工单办理得分" },
  lastPlaces: { class: "末位在街道、镇各类内分别确定", together: "末位在街道和镇中一并确定" },
  itemFloor: { zero: "未写明扣完为止的项目最低为 0", continue: "未写明扣完为止的项目，超出满分的部分从总分中继续扣" },
  bonusCap: { item: "11.2 加分最多 2 分（细则另写年内累计不超过 3 分）", year: "11.2 加分年内累计最多 3 分" },
};

/** What the coverage says of the choices a rule met, where the book has a sheet of a kind the rule is about. */
export function* choicesMet(
  { hotline }: AccountBook,
  settings: HotlineSettings,
  kinds: readonly HotlineSheet["kind"][],
  keys: readonly (keyof HotlineChoices)[],
): Iterable<Choice> {
  if (!hotline.some(({ kind }) => kinds.includes(kind))) return;
  for (const key of keys) {
    const words: Readonly<Record<string, string>> = SAID[key];
    yield { kind: "choice", said: `${words[settings[key]] ?? ""}，可在设置中更改` };
  }
}

/** How 扣分指标 takes points: without end, or up to a cap. */
export function capChoice({ deductionCap }: HotlineSettings): Choice {
  const said = deductionCap ? `扣分指标最多扣 ${points(deductionCap)} 分` : "扣分指标不封顶，得分最低为 0";
  return { kind: "choice", said: `${said}，可在设置中更改` };
}
