import type { Excerpt, RuleExample } from "./model";

const MONTH: readonly Excerpt[] = [{ sheet: "RX1" }];
const QUARTER: readonly Excerpt[] = [{ sheet: "RX3" }];

/** One mistake for each rule of the hotline's assessment. */
export const HOTLINE_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "RX-01",
    story: "甲街道的满意度得分没有按两个满意率各占一半计算。",
    excerpts: MONTH,
    slip: [
      ["RX1", "甲街道", "M", 66],
      ["RX1", "甲街道", "R", 86.21],
    ],
  },
  {
    rule: "RX-02",
    story: "丙街道有 3 件超期，办理时限却得了满分。",
    excerpts: MONTH,
    slip: [
      ["RX1", "丙街道", "N", 6],
      ["RX1", "丙街道", "R", 83.95],
    ],
  },
  {
    rule: "RX-03",
    story: "丙街道有一件推诿没有扣分，扣到了己局头上。",
    excerpts: MONTH,
    slip: [
      ["RX1", "丙街道", "O", 8],
      ["RX1", "丙街道", "R", 84.45],
      ["RX1", "己局", "O", 6.4],
      ["RX1", "己局", "R", 97.15],
    ],
  },
  {
    rule: "RX-04",
    story: "丙街道重办所扣的分少算 0.5 分，算到了没有重办的丁镇。",
    excerpts: MONTH,
    slip: [
      ["RX1", "丙街道", "P", 9.25],
      ["RX1", "丙街道", "R", 84.15],
      ["RX1", "丁镇", "P", 10.5],
      ["RX1", "丁镇", "R", 93.81],
    ],
  },
  {
    rule: "RX-05",
    story: "丙街道承办 60 件，应在 41 至 60 件一档，却按上一档给了 3 分。",
    excerpts: MONTH,
    slip: [
      ["RX1", "丙街道", "Q", 3],
      ["RX1", "丙街道", "R", 84.15],
    ],
  },
  {
    rule: "RX-06",
    story: "乙街道各项得分相加为 96.25，总得分写成了 95.25。",
    excerpts: MONTH,
    slip: [["RX1", "乙街道", "R", 95.25]],
  },
  {
    rule: "RX-07",
    story: "丙街道得分最低，名次却写第 2。",
    excerpts: MONTH,
    slip: [["RX1", "丙街道", "S", 2]],
  },
  {
    rule: "RX-08",
    story: "承办工单数合计漏加了 2 件。",
    excerpts: MONTH,
    slip: [["RX1", "合计", "D", 480]],
  },
  {
    rule: "RX-09",
    story: "丙街道的单位名称误写成甲街道，一个单位列了两次。",
    excerpts: MONTH,
    slip: [["RX1", "丙街道", "B", "甲街道"]],
  },
  {
    rule: "RX-10",
    story: "甲街道综合得分没有按 80% 和 20% 计算。",
    excerpts: QUARTER,
    slip: [["RX3", "甲街道", "H", 88.9]],
  },
  {
    rule: "RX-11",
    story: "责任落实扣了 1 分，得分仍写满分。",
    excerpts: [{ sheet: "RX2" }],
    slip: [
      ["RX2", "责任落实", "G", 4],
      ["RX2", "合计", "G", 28.8],
    ],
  },
  {
    rule: "RX-12",
    story: "乙街道是街道类末位，提示栏没有写书面整改报告。",
    excerpts: QUARTER,
    slip: [["RX3", "乙街道", "K", null]],
  },
  {
    rule: "RX-13",
    story: "丙街道有 1 件市重复投诉，合计扣分漏加了它的 0.2 分。",
    excerpts: [{ sheet: "RX4" }],
    slip: [
      ["RX4", "丙街道", "O", 0.3],
      ["RX4", "合计", "O", 0.7],
    ],
  },
];
