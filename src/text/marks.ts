/** What became of marking cells or clearing marks; see the host's port. */
export interface MarkNews {
  readonly cells: number;
  readonly protectedSheets: readonly string[];
  readonly unreadable: readonly string[];
}

/** Sheets named one by one; more are only counted. */
const MOST_NAMED = 3;

/** Lines that tell what was marked or cleared, and which sheets were left as they are, and why. */
export const markTexts = {
  done: ({ cells, ...left }: MarkNews): readonly string[] => [
    cells > 0 ? `已在表中标出 ${cells} 个单元格，原有格式未改动。` : "没有标出单元格。",
    ...leftAlone(left, "未标出"),
  ],
  cleared: ({ cells, ...left }: MarkNews): readonly string[] => [
    cells > 0
      ? `已清除 ${cells} 个单元格的标记。`
      : left.protectedSheets.length > 0
        ? "没有清除标记。"
        : "表中没有本助手的标记。",
    ...leftAlone(left, "标记未清除"),
  ],
};

function leftAlone({ protectedSheets, unreadable }: Omit<MarkNews, "cells">, what: string): readonly string[] {
  return [
    ...(protectedSheets.length > 0
      ? [`${named(protectedSheets)}受保护且不允许设置单元格格式，${what}；撤销保护后可以再试。`]
      : []),
    ...(unreadable.length > 0
      ? [
          `${named(unreadable)}有 Excel 无法读取的条件格式，已跳过；其中如有本助手的标记（撤销操作会带回），请保存并重新打开工作簿后再清除。`,
        ]
      : []),
  ];
}

function named(sheets: readonly string[]): string {
  const names = sheets.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return sheets.length > MOST_NAMED ? `${names.join("、")}等 ${sheets.length} 张表` : names.join("、");
}
