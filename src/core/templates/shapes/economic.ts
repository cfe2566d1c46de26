import { a1, columnName, type CellAddress } from "../../model/cell";
import { Z06_ROWS, type RowKey } from "../../model/table";
import { ECONOMIC_CODES } from "../../glossary/economic-classes";
import { noteWhileBlank, sumBelow, sumOfClasses } from "../formulas";
import { HEAD_ROWS, putHead, putNotes } from "../head";
import type { EconomicPrint } from "../layouts/layout";
import { SheetBuilder } from "../sheet-builder";
import { HEADER_HEIGHT, type Draft, type SheetOrder } from "./shape";

/** Points of a row. */
const ROW_HEIGHT = 17;
const FIRST = HEAD_ROWS + 2;
/** Columns of a block: code, name, amount. */
const WIDTH = 3;

/** Blocks of economic codes side by side; the classes and both totals at the foot are live sums. */
export function economicSheet(print: EconomicPrint, order: SheetOrder): Draft {
  const blocks = print.blocks.map(({ heading, classes }, i) => ({
    heading,
    left: i * WIDTH,
    codes: ECONOMIC_CODES.filter(([code]) => classes.includes(code.slice(0, 3)) && !print.without.includes(code)),
  }));
  // A line more than the longest block: sums end there, so that a code put behind the last one counts too.
  const length = Math.max(...blocks.map(({ codes }) => codes.length)) + 1;
  const end = FIRST + length;
  const columns = blocks.length * WIDTH;
  const personnel = blocks.filter(({ heading }) => heading === "人员经费");
  const publicFunds = blocks.filter(({ heading }) => heading === "公用经费");
  const [firstPublic] = publicFunds;
  const at = (row: number, column: number): CellAddress => ({ sheet: order.name, row, column });
  const cells = new Map<RowKey, CellAddress>([
    ...blocks.flatMap(({ left, codes }) => codes.map(([code], i) => [code, at(FIRST + i, left + 2)] as const)),
    [Z06_ROWS.personnelTotal, at(end, personnel.length * WIDTH - 1)],
    [Z06_ROWS.publicTotal, at(end, columns - 1)],
  ]);
  const cellOf = (row: RowKey, column: string): CellAddress | undefined =>
    column === "amount" ? cells.get(row) : undefined;

  const build = () => {
    const sheet = new SheetBuilder(order.name, columns);
    const { head } = order;
    putHead(sheet, head, print.title, order.number);
    const headings = [
      { text: "人员经费", left: 0, right: personnel.length * WIDTH - 1 },
      { text: "公用经费", left: firstPublic?.left ?? 0, right: columns - 1 },
    ];
    for (const { text, left, right } of headings)
      sheet.merge({ top: HEAD_ROWS, left, bottom: HEAD_ROWS, right }, text, "head");
    for (const { left, codes } of blocks) {
      ["科目编码", "科目名称", "金额"].forEach((label, i) => sheet.put(HEAD_ROWS + 1, left + i, label, "head"));
      for (let i = 0; i < length; i++) {
        const [code, name] = codes[i] ?? [null, null];
        const cell = at(FIRST + i, left + 2);
        sheet.put(cell.row, left, code, "code");
        sheet.put(cell.row, left + 1, name, "label");
        if (head.formulas && code?.length === 3) sheet.formula(cell, sumBelow(cell, left, end - 1), "sum");
        else sheet.put(cell.row, cell.column, null, "figure");
      }
    }
    sheet.height(HEAD_ROWS + 1, HEADER_HEIGHT);
    for (const [total, label, part] of [
      [Z06_ROWS.personnelTotal, "人员经费合计", personnel],
      [Z06_ROWS.publicTotal, "公用经费合计", publicFunds],
    ] as const) {
      const cell = cells.get(total) ?? at(end, 0);
      sheet.merge({ top: end, left: part[0]?.left ?? 0, bottom: end, right: cell.column - 1 }, label, "centre");
      const sums = part.map(({ left }) => ({ codes: left, amounts: left + 2 }));
      if (head.formulas) sheet.formula(cell, sumOfClasses(sums, FIRST - 1, end - 1), "sum");
      else sheet.put(cell.row, cell.column, null, "figure");
    }
    const areas = blocks.map(({ left }) => `${a1({ row: FIRST, column: left + 2 })}:${columnName(left + 2)}${end + 1}`);
    const { note, blankNote: blank } = print;
    putNotes(sheet, end + 1, head, { note, blank, blankFormula: (text) => noteWhileBlank(text, areas) });
    return sheet.plan(ROW_HEIGHT, {
      kind: print.key,
      widths: blocks.flatMap(() => [9, 30, 13]),
      onePage: true,
      repeated: { top: 0, bottom: HEAD_ROWS + 1 },
    });
  };
  return { placed: { sheet: order.name, cellOf }, build };
}
