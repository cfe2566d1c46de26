import type { Check, Rule } from "../../model/rule";
import { TABLE_KEYS, type AccountTable } from "../../model/table";
import { DISCLOSURE } from "../shared/basis";
import { figuresOf, hasFigures } from "../shared/figure-cells";
import { shortName } from "../shared/names";

/** A note that says the table as a whole is empty; others only say that one kind of income or expenditure is missing. */
const WHOLE_TABLE = /无数据|没有数据|空表|无内容|无数字|为空/;

/** A printed instruction (如本表为空，则无此项收支) says nothing of the table at hand. */
const IF_EMPTY = /(?:如果?|若|倘若|凡)[^。；;]{0,12}(?:无|没有|为空|空表)/;

export const rule: Rule = {
  id: "F-02",
  title: "无数据的表要注明",
  statement: "没有数据的表在表下注明本表无数据；有数据的表不注明。",
  severity: "verify",
  basis: DISCLOSURE,
  rationale: "空表不注明，读者不知道是没有这项收支还是漏填；有数又注明无数据，则自相矛盾。",
  remedy: "空表在表下写明没有该项收支、本表无数据；已有数据的，删去该说明。",
  scope: TABLE_KEYS,
  check: function* ({ book }) {
    if (book.tables.size === 0) yield { kind: "notEvaluated", reason: "没有识别出决算公开表" };
    for (const table of book.tables.values()) yield noteCheck(table);
  },
};

function noteCheck(table: AccountTable): Check {
  const filled = hasFigures(table);
  const { noDataNote } = table;
  const unreadable = figuresOf(table).some(({ kind }) => kind === "invalid");
  const common = { sheet: table.sheet, related: [] };
  if (!filled && !noDataNote && !unreadable) {
    const message = `${shortName(table)}没有数据，表下没有注明“本表无数据”`;
    return { kind: "violated", ...common, cells: [table.title.cell], message };
  }
  if (filled && noDataNote && WHOLE_TABLE.test(noDataNote.text) && !IF_EMPTY.test(noDataNote.text)) {
    const message = `${shortName(table)}有数据，表下却注明无数据`;
    return { kind: "violated", ...common, cells: [noDataNote.cell], message };
  }
  return { kind: "satisfied", cells: [] };
}
