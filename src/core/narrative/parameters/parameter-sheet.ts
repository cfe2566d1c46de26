import { OWN_SHEETS } from "../../model/own-sheets";
import type { AccountBook } from "../../model/book";
import type { CellValue } from "../../model/grid";
import type { NarrativeDraft } from "../model";
import { parameterRows } from "./parameter-rows";
import type { Parameters, ParameterValue } from "./parameters";

/** Name of the parameter sheet in the workbook. */
export const PARAMETER_SHEET = OWN_SHEETS.parameters;

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
  readonly frozen: number;
  readonly print: {
    readonly isPortrait: boolean;
    readonly onePage: boolean;
    readonly repeated: { readonly top: number; readonly bottom: number };
  };
}

/** Zero-based row of the columns' titles. */
const HEAD_ROW = 2;

/** A line whose value could not be taken: what stands there, by its columns. */
export interface RejectedLine {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  readonly content: CellValue;
}

/**
 * The sheet 情况说明参数: the lines this department needs, with everything in `existing` kept. With a draft the reasons it
 * asks for have their lines too. Made again with what was read from it, no value is lost, not even one that was rejected,
 * and new lines are added. Reasons of `lastYear`, by key, are said beside their lines.
 */
export function parameterSheet(
  book: AccountBook,
  existing: Parameters = new Map(),
  draft?: NarrativeDraft,
  rejected: readonly RejectedLine[] = [],
  lastYear: ReadonlyMap<string, string> = new Map(),
): ParameterSheet {
  const rows = parameterRows(book, existing, draft, lastYear);
  // A rejected value goes back to its own line if that is empty, else (given twice, unknown) to one of its own.
  const inPlace = new Map(
    rejected
      .filter(({ key }) => key !== "" && !existing.has(key) && rows.some((row) => row.key === key))
      .map((line) => [line.key, line]),
  );
  const apart = rejected.filter((line) => inPlace.get(line.key) !== line);
  return {
    name: PARAMETER_SHEET,
    rows: [
      [{ content: OWN_SHEETS.parameters, bold: true }],
      [{ content: "在“填写”一列填数字或文字；“参数编号”一列请勿修改。没有发生的填0，不填的在文中标为待填。" }],
      PARAMETER_COLUMNS.map((content) => ({ content, bold: true })),
      ...rows.map((row) => [
        { content: row.group },
        { content: row.label },
        { content: row.unit },
        cellOf(existing.get(row.key), inPlace.get(row.key)?.content),
        { content: row.remark },
        { content: row.key === "" ? null : row.key, numberFormat: "@" },
      ]),
      ...apart.map((line) => [
        { content: line.group },
        { content: line.label },
        { content: line.unit },
        { content: line.content },
        { content: "未采用，请核对" },
        { content: line.key === "" ? null : line.key, numberFormat: "@" },
      ]),
    ],
    widths: [22, 46, 8, 24, 34, 30],
    frozen: HEAD_ROW + 1,
    print: { isPortrait: false, onePage: false, repeated: { top: HEAD_ROW, bottom: HEAD_ROW } },
  };
}

function cellOf(
  value: ParameterValue | undefined,
  rejected: CellValue = null,
): { content: CellValue; numberFormat?: string } {
  if (!value) return { content: rejected };
  return value.kind === "number" ? { content: value.value.toNumber() } : { content: value.text, numberFormat: "@" };
}
