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
