/** Texts of the demo's list of opened files. */
export const demoFilesTexts = {
  title: (count: number): string => `已选 ${count} 个工作簿`,
  hint: "点文件名打开。打开另一个之前，请先另存改动。",
  close: "收起",
  waiting: "等待核对",
} as const;
