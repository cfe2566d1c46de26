import { a1 } from "../../model/cell";
import type { Figure } from "../../model/figure";
import { NOT_CALCULATED } from "../../model/grid";
import type { Check, Rule } from "../../model/rule";
import { TABLE_KEYS, type AccountTable } from "../../model/table";
import { DISCLOSURE } from "../shared/basis";
import { cellList, figuresOf } from "../shared/figure-cells";
import { shortName } from "../shared/names";

/** More unreadable cells than this on one sheet have one common cause and are said together. */
const SEPARATE = 10;

export const rule: Rule = {
  id: "F-04",
  title: "金额栏应填数字",
  statement: "应填金额的单元格填数字，不填文字，不出现错误值；数字不以文本形式存放。",
  severity: "error",
  basis: DISCLOSURE,
  rationale: "错误值和文字不能相加，涉及它的关系都无法核对；文本形式的数字看上去正常，公式却按零计算。",
  remedy: "把文字或错误值改为数字；文本形式的数字，选中后转换为数字。",
  scope: TABLE_KEYS,
  check: function* ({ book }) {
    if (book.tables.size === 0) yield { kind: "notEvaluated", reason: "没有识别出决算公开表" };
    for (const table of book.tables.values()) yield* cellChecks(table);
  },
};

function* cellChecks(table: AccountTable): Iterable<Check> {
  const uncalculated: Figure[] = [];
  const invalid: Figure[] = [];
  const text: Figure[] = [];
  for (const figure of figuresOf(table)) {
    if (figure.kind === "invalid") (figure.raw === NOT_CALCULATED ? uncalculated : invalid).push(figure);
    else if (figure.storedAsText) text.push(figure);
  }
  if (uncalculated.length > 0) {
    const cells = uncalculated.map((figure) => figure.cell);
    const message = `${shortName(table)}有 ${cells.length} 个公式没有计算结果，请用 Excel 或 WPS 打开并保存后再核对：${cellList(cells)}`;
    yield { kind: "violated", sheet: table.sheet, cells, related: [], message };
  }
  yield* invalidCells(table, invalid);
  if (text.length > 0) {
    const cells = text.map((figure) => figure.cell);
    const message = `${shortName(table)}有 ${cells.length} 个数以文本形式存放：${cellList(cells)}`;
    yield { kind: "violated", severity: "verify", sheet: table.sheet, cells, related: [], message };
  }
  if (invalid.length + uncalculated.length + text.length === 0) yield { kind: "satisfied", cells: [] };
}

function* invalidCells(table: AccountTable, invalid: readonly Figure[]): Iterable<Check> {
  if (invalid.length > SEPARATE) {
    const cells = invalid.map((figure) => figure.cell);
    const message = `${shortName(table)}有 ${cells.length} 个应填金额的单元格不是数字：${cellList(cells)}`;
    yield { kind: "violated", sheet: table.sheet, cells, related: [], message };
    return;
  }
  for (const { cell, raw } of invalid) {
    const what = raw.startsWith("#") ? `是错误值 ${raw}` : `是“${raw}”`;
    const message = `${shortName(table)} ${a1(cell)} 应填数字，现在${what}`;
    yield { kind: "violated", sheet: table.sheet, cells: [cell], related: [], message };
  }
}
