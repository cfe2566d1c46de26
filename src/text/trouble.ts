import { a1, type CellAddress } from "../core/model/cell";

/** What the pane was doing when something went wrong. */
export type TroubleActivity =
  "check" | "select" | "highlight" | "clearHighlights" | "live" | "state" | "plan" | "fill" | "undo" | "analyse";

/** Trouble as it is told: what happened, what was not lost, what to do now, in that order. */
export interface TroubleText {
  readonly happened: string;
  readonly kept: string;
  readonly todo: string;
}

/** What happened and what to do, by the code of a host error. */
const BY_CODE = {
  protected: { happened: "工作表受保护，无法写入", todo: "请在“审阅”中撤销工作表保护，或换未受保护的副本再试。" },
  readOnly: { happened: "工作簿以只读方式打开，无法写入", todo: "请另存一份副本，在副本中再试。" },
  editing: { happened: "有单元格正在编辑", todo: "请按回车或 Esc 结束编辑后再试。" },
  busy: { happened: "Excel 正忙", todo: "请关闭打开的对话框，稍候再试。" },
  closed: { happened: "工作簿已关闭", todo: "请重新打开工作簿，再打开本窗格。" },
  tooLarge: { happened: "内容过多，一次无法处理", todo: "请删去表格之外多余的行列或无关工作表后再试。" },
  notSupported: { happened: "当前 Excel 版本不支持此操作", todo: "请使用 Excel 2021 或 Microsoft 365。" },
  changed: { happened: "单元格在读取之后又被修改", todo: "请重新检查，再执行此操作。" },
  sheetMissing: { happened: "工作表已被删除或改名", todo: "请重新检查，按现有工作表更新结果。" },
  sheetExists: { happened: "已有同名工作表", todo: "请将原有的同名工作表改名后再试。" },
  notWritable: {
    happened: "单元格在合并区域、数组公式或“表格”（Ctrl+T）之内，无法单独写入",
    todo: "请取消合并或改写整个数组公式；在“表格”中写公式会改动整列，请改为按数值填入，或将表格转换为区域后再试。",
  },
  notAWorkbook: { happened: "这个文件不是 Excel 工作簿", todo: "请选择扩展名为 xlsx 的工作簿。" },
  password: { happened: "工作簿设有打开密码，无法读取", todo: "请在 Excel 中取消密码，另存后再试。" },
  damaged: { happened: "工作簿已损坏或不完整", todo: "请在 Excel 中打开并修复，另存后再试。" },
  unknown: { happened: "操作未能完成", todo: "请再试一次；若仍不行，请保存并重新打开工作簿。" },
} as const;

/** Codes a text is kept for: every code of a host error. */
export type TroubleCode = keyof typeof BY_CODE;

const KEPT: Readonly<Record<TroubleActivity, string>> = {
  check: "检查只读取，工作簿未作任何改动。",
  select: "检查结果仍在，工作簿未作改动。",
  highlight: "检查结果仍在，单元格内容与原有格式未改动。",
  clearHighlights: "检查结果仍在，单元格内容与原有格式未改动。",
  live: "上次检查的结果仍在，工作簿未作改动。",
  state: "检查不受影响，单元格内容未改动。",
  plan: "检查结果仍在，工作簿未作改动。",
  fill: "一个单元格也没有写入，勾选仍在。",
  undo: "一个单元格也没有撤销，现有内容未改动。",
  analyse: "各表未作改动。",
};

/** Taking a fill back is refused where its cells were edited: checking again would not help. */
const UNDO_AFTER_EDIT = "如仍要撤销，请先把这些单元格改回填入的内容；否则请直接在表中修改。";

/** Protection of which it is not known where it lies: no sheet can be added to a workbook with a locked structure. */
const PROTECTED_SOMEWHERE = {
  happened: "工作表受保护或工作簿结构受保护，无法写入",
  todo: "请在“审阅”中撤销工作表保护和工作簿保护，或换未受保护的副本再试。",
} as const;

/** More cells than these are only counted. */
const MOST_NAMED = 5;

/** The three lines of a host error. Names sheet and cells where the error knows them. */
export function troubleText(
  during: TroubleActivity,
  error: {
    readonly code: TroubleCode;
    readonly detail: { readonly sheet?: string; readonly cells?: readonly CellAddress[] };
  },
): TroubleText {
  const place = placeOf(error.detail);
  const { happened, todo } = error.code === "protected" && place === "" ? PROTECTED_SOMEWHERE : BY_CODE[error.code];
  const isEditedSince = during === "undo" && error.code === "changed";
  return {
    happened: `${isEditedSince ? "填入之后，单元格又被修改" : happened}${place}。`,
    kept: KEPT[during],
    todo: isEditedSince ? UNDO_AFTER_EDIT : todo,
  };
}

function placeOf(detail: { readonly sheet?: string; readonly cells?: readonly CellAddress[] }): string {
  const cells = detail.cells ?? [];
  const sheet = detail.sheet ?? cells[0]?.sheet;
  if (sheet === undefined) return "";
  const named = cells
    .slice(0, MOST_NAMED)
    .map((cell) => (cell.sheet === sheet ? a1(cell) : `${cell.sheet} ${a1(cell)}`))
    .join("、");
  const more = cells.length > MOST_NAMED ? `等 ${cells.length} 个单元格` : "";
  return `（${sheet}${named === "" ? "" : ` · ${named}${more}`}）`;
}
