import type { AccountBook } from "../../model/book";
import type { CellValue } from "../../model/grid";
import type { NarrativeDraft } from "../model";
import { parameterRows } from "./parameter-rows";
import type { Parameters, ParameterValue } from "./parameters";

/** Name of the parameter sheet in the workbook. */
export const PARAMETER_SHEET = "情况说明参数";

/** Header labels of the parameter sheet; it is read by them. */
export const PARAMETER_COLUMNS = ["类别", "参数", "单位", "填写", "说明", "参数编号"] as const;

/** Contents of a sheet, row by row from A1 (the shape a host's `putSheet` takes). */
export interface ParameterSheet {
  readonly name: string;
  readonly rows: readonly (readonly {
    readonly content: CellValue;
    readonly bold?: boolean;
    readonly numberFormat?: string;
  }[])[];
  readonly widths: readonly number[];
}

/**
 * The sheet 情况说明参数: the lines this department needs, with everything in `existing` kept. With a draft the reasons it
 * asks for have their lines too. Made again with what was read from it, no value is lost and new lines are added.
 */
export function parameterSheet(
  book: AccountBook,
  existing: Parameters = new Map(),
  draft?: NarrativeDraft,
): ParameterSheet {
  const rows = parameterRows(book, existing, draft);
  return {
    name: PARAMETER_SHEET,
    rows: [
      [{ content: "情况说明参数", bold: true }],
      [{ content: "在“填写”一列填数字或文字；“参数编号”一列请勿修改。没有发生的填0，不填的在文中标为待填。" }],
      PARAMETER_COLUMNS.map((content) => ({ content, bold: true })),
      ...rows.map((row) => [
        { content: row.group },
        { content: row.label },
        { content: row.unit },
        cellOf(existing.get(row.key)),
        { content: row.remark },
        { content: row.key === "" ? null : row.key, numberFormat: "@" },
      ]),
    ],
    widths: [22, 46, 8, 24, 34, 30],
  };
}

function cellOf(value: ParameterValue | undefined): { content: CellValue; numberFormat?: string } {
  if (!value) return { content: null };
  return value.kind === "number" ? { content: value.value.toNumber() } : { content: value.text, numberFormat: "@" };
}
