/** Texts of 更多 › 设置. */
export const settingsTexts = {
  title: "设置",
  about: "检查用的标准。保存后随本工作簿保存，其他工作簿不受影响。",
  fillMode: "“填报”中选择的写入方式（公式或数值）也随本工作簿保存。",
  fields: {
    overAchievement: {
      label: "超额完成的比例（%）",
      hint: "实际完成值超出年度指标值达到这一比例的，提示分析原因。",
    },
    excellent: { label: "优的最低分", hint: "" },
    good: { label: "良的最低分", hint: "" },
    fair: { label: "中的最低分", hint: "低于此分为差。" },
    deductionCap: { label: "热线考核扣分指标最多扣（分）", hint: "空白为不封顶，得分最低为 0。" },
  },
  hotline: {
    title: "热线考核的口径",
    about: "考核办法没有写明的地方，按所选的口径核对和推算，并在核对范围中说明。",
    fields: {
      volumeTop: {
        label: "承办量恰为 140、70、60 件",
        choices: { exclusive: "计入下一档（4.5 分）", inclusive: "计入“以上”（5 分）" },
      },
      bracket: { label: "承办量的档次", choices: { class: "按类别", name: "名称带“街道”的按街道" } },
      pool: { label: "推诿、重办件数的分摊", choices: { all: "全部单位", class: "本类单位" } },
      repeated: { label: "两次及以上的件", choices: { once: "只计入两次及以上", both: "同时计入一次" } },
      rounding: { label: "工单办理得分的舍入", choices: { parts: "各项先保留两位小数", sum: "相加后保留两位小数" } },
      quarter: { label: "季度得分", choices: { mean: "各月得分的平均数", recomputed: "按季度合计数重算" } },
      ranking: { label: "季度名次", choices: { overall: "按综合得分", workOrders: "按工单办理得分" } },
      lastPlaces: { label: "街道、镇的末位", choices: { class: "各类分别确定", together: "两类一并确定" } },
      itemFloor: {
        label: "综合管理未写明扣完为止的项目",
        choices: { zero: "最低为 0", continue: "超出部分从总分继续扣" },
      },
      bonusCap: { label: "11.2 加分的上限", choices: { item: "2 分（本项满分）", year: "3 分（年内累计）" } },
    },
  },
  faults: {
    notANumber: "请填写数字。",
    notPositive: "应大于 0。",
    tooLarge: "应不大于 1000。",
    outOfRange: "应在 0 至 100 之间。",
    /** Of 良 and 中 alone: nothing is better than 优. */
    notBelow: { good: "应低于优的最低分。", fair: "应低于良的最低分。" },
  },
  save: "保存",
  restore: "恢复默认",
  saved: "已保存在本工作簿中。",
  restored: "已恢复默认。",
  notRead: "尚未读取本工作簿的设置。",
} as const;
