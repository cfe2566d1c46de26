import type { Word } from "../tokens";

type Entry = readonly [words: string, word: Word];

const level = (kind: "now" | "prior"): Word => ({ kind: "level", level: kind });
const budget = (of?: "initial" | "annual" | "adjusted"): Word =>
  of === undefined ? { kind: "level", level: "budget" } : { kind: "level", level: "budget", budget: of };

/**
 * Words that say what a figure measures, and words that say nothing. Each line lists words with blanks between them; the
 * longest word at a place wins.
 */
const CUES: readonly Entry[] = [
  [
    "支出决算数 收入决算数 支出决算 决算支出 决算数 决算 实际支出 实际支出数 实际执行数 执行数 全年执行数 实际执行 累计支出 实际使用 使用资金 实际使用资金 决算金额 决算支出数 实际完成数",
    level("now"),
  ],
  [
    "上年决算数 上年数 上年度决算数 上年决算 上年度 上年 上一年度 上一年 去年 去年决算数 上年同期 去年同期 上年支出决算数",
    level("prior"),
  ],
  [
    "年初预算数 年初预算 年初预算安排 年初部门预算 年初预算安排数 年初批复预算 年初预算金额 年初批复预算数",
    budget("initial"),
  ],
  ["全年预算数 全年预算 全年预算安排 全年预算金额", budget("annual")],
  ["调整预算数 调整预算 调整后预算数 调整后预算 调整后全年预算 全年调整预算 追加预算", budget("adjusted")],
  [
    "预算数 预算 预算安排 部门预算 当年预算 当年预算数 本年预算 本年预算数 预算金额 预算安排数 预算支出 支出预算",
    budget(),
  ],
  [
    "增加 增长 增支 上升 提高 多支出 增收 增 同比增加 同比增长 净增加 增加了 增长了 增加额 增幅 增幅为 增长幅度 上涨 上浮 增加数",
    { kind: "direction", sign: 1 },
  ],
  [
    "减少 下降 降低 减支 减收 减 节约 压减 回落 少支出 减少了 下降了 降低了 减少额 降幅 下降幅度 降幅为 减少数 缩减",
    { kind: "direction", sign: -1 },
  ],
  ["增减额 变动额 增减 差额 变化额", { kind: "direction", sign: 0 }],
  [
    "预决算差异率 差异率 增长率 增减率 变动率 增减幅度 变动幅度 变化率 增减变动率",
    { kind: "direction", sign: 0, rateOnly: true },
  ],
  ["下降率 减少率", { kind: "direction", sign: -1, rateOnly: true }],
  [
    "增加到 增加至 增至 增长到 增长至 上升到 上升至 减少到 减少至 减至 降至 下降到 下降至 降到 降低到 降低至",
    { kind: "reached" },
  ],
  ["占 占比 占比重 所占比重 所占比例 占比例 比重 占比为 约占 占到", { kind: "share" }],
  [
    "完成 完成率 执行率 预算执行率 预算完成率 完成比例 执行比例 支出进度 执行进度 完成年初预算率",
    { kind: "completion" },
  ],
  ["得分 得分为 评分 综合得分 总分 评分结果", { kind: "score", of: undefined }],
  [
    "自评得分 自评综合得分 自评总分 自评总得分 绩效自评得分 自评分数 自评分 自评总体得分",
    { kind: "score", of: "self" },
  ],
  [
    "绩效评价得分 部门评价得分 评价得分 评价综合得分 绩效评价综合得分 重点评价得分 重点绩效评价得分",
    { kind: "score", of: "review" },
  ],
  [
    "主要是 主要为 主要系 主要由于 主要因为 主要因 主要原因 主要原因是 主要原因为 原因是 原因为 原因 由于 因为 系因 是因为 变动原因 增加原因 减少原因 变动的主要原因 主要原因在于 原因在于 主要变动原因 主要变动原因是",
    { kind: "reason" },
  ],
  [
    "主要用于 用于 主要用途 主要用途是 主要反映 主要包括 是指 主要指 系指 指的是 主要为支付 主要开支内容 开支内容",
    { kind: "explains" },
  ],
  ["反映 指 包括", { kind: "explains", opening: true }],
  ["(类) (款) (项)", { kind: "rank" }],
  ["各 各为 各是 分别各", { kind: "each" }],
  ["共 共计 合计", { kind: "together" }],
  ["其中 具体为", { kind: "parts" }],
  ["分别", { kind: "respectively" }],
  [
    "持平 基本一致 一致 相同 相等 等于 无变化 没有变化 无增减变化 无增减 均持平 保持一致 保持持平",
    { kind: "claim", claim: "equal" },
  ],
  ["基本持平 均基本持平 大体持平", { kind: "claim", claim: "near" }],
  ["大于 高于 超过 超出 多于", { kind: "claim", claim: "above" }],
  ["小于 低于 少于", { kind: "claim", claim: "below" }],
  [
    "未超过 没有超过 不超过 未超出 没有超出 未突破 没有突破 不高于 未高于 不大于 未大于",
    { kind: "claim", claim: "notAbove" },
  ],
  ["不低于 未低于 不少于 未少于 不小于 未小于", { kind: "claim", claim: "notBelow" }],
  ["绩效自评 项目自评 预算项目支出开展绩效自评 自评", { kind: "evaluation", of: "self" }],
  ["部门评价 部门绩效评价 部门重点评价", { kind: "evaluation", of: "department" }],
  ["重点绩效评价 重点评价 重点项目绩效评价 财政重点评价 财政评价", { kind: "evaluation", of: "key" }],
  [
    "绩效目标 编报绩效目标 绩效跟踪 绩效跟踪评价 绩效监控 绩效运行监控 事前评估 事前绩效评估 事前绩效评价 整体绩效 部门整体 整体支出 第三方评价 单位评价",
    { kind: "evaluation", of: "other" },
  ],
  [
    "本单位 我单位 本部门 我部门 单位 部门 本级 全年 年度 本年度 当年 今年 本年 全部 为 总计 总 计 达 达到 是 均 均为 的 其 数 数额 金额 总额 支出 收入 费用 了 约 不足 近 超 逾 大约 实现 发生 列支 安排 使用 有 项目 情况 在 于 中 年末 年底 期末 截至 累计 总规模 规模 为人民币 人民币 以及 和 与 及 并 即 则 却 由 自 从 本 该 此 全 另 还 但 而 仅 仅为 只 约为 分 分配 支付 结算 财政 相比 比 较 与之 同 同期 总支出额 万元 元 资金 自评等级 等级 开展 组织 涉及 反映了 预算资金总额 其他 比例 方面 主要用于以下方面 主要用于以下几方面 主要用于以下几个方面 用于以下方面 主要用于如下方面 用 幅度 决算中 数为 情况如下 具体情况如下 情况说明 需要 没有 接待 批次 人次 数量 购置 更新 保有量 车辆数",
    { kind: "filler" },
  ],
];

/** Words that may look like cues and are none: they stand for themselves and change nothing. */
const NEUTRAL =
  "预算管理 预算绩效 预算项目 预算编制 预算法 预算单位 预算收支 预算一体化 预算调整 增值税 增资 减税 占用 占地 完成情况 完成指标 完成时限 上年末 决算公开 决算报表 部门决算 决算情况 决算说明 决算总表 决算表 预算绩效管理 绩效目标完成 完成值 本年度决算公开 决算编报 收支决算 各项 各类 各部门 各单位 各级 各种 各自 各区 各镇 各科室 指标 指导 指标值 指挥 指南 包括在 共同 合计数 超过年限 关于 对于 位于 属于 便于 限于";

/** Cue words with their meaning. */
export const CUE_WORDS: readonly (readonly [string, Word])[] = [
  ...CUES.flatMap(([words, word]) => words.split(" ").map((text) => [text, word] as const)),
  ...NEUTRAL.split(" ").map((text) => [text, { kind: "filler" }] as const),
];
