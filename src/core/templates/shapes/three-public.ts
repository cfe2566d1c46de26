import { a1, type CellAddress } from "../../model/cell";
import { SG_ROWS } from "../../model/table";
import { noteWhileBlank } from "../formulas";
import { HEAD_ROWS, putHead, putNotes } from "../head";
import type { ThreePublicPrint } from "../layouts/layout";
import { linkedFormula } from "../linked-formula";
import { linksOf } from "../links";
import { SheetBuilder } from "../sheet-builder";
import { HEADER_HEIGHT, type Draft, type SheetOrder } from "./shape";

/** Points of a row. */
const ROW_HEIGHT = 20;
const VEHICLES = "公务用车购置及运行维护费";
const ITEMS: readonly { readonly key: string; readonly label: string; readonly group?: string }[] = [
  { key: "total", label: "合计" },
  { key: "abroad", label: "因公出国（境）费" },
  { key: "vehicles", label: "小计", group: VEHICLES },
  { key: "vehiclePurchase", label: "公务用车购置费", group: VEHICLES },
  { key: "vehicleOperation", label: "公务用车运行维护费", group: VEHICLES },
  { key: "reception", label: "公务接待费" },
];
const SIDES = [
  { row: SG_ROWS.budget, label: "预算数" },
  { row: SG_ROWS.final, label: "决算数" },
] as const;
const FIGURES = HEAD_ROWS + 4;

/** One row of figures: 预算数 and 决算数, each 合计, 出国, 购置及运行 and 接待. */
export function threePublicSheet(print: ThreePublicPrint, order: SheetOrder): Draft {
  const columns = SIDES.length * ITEMS.length;
  const cellOf = (row: string, column: string): CellAddress | undefined => {
    const [side, item] = [SIDES.findIndex((s) => s.row === row), ITEMS.findIndex(({ key }) => key === column)];
    if (side < 0 || item < 0) return undefined;
    return { sheet: order.name, row: FIGURES, column: side * ITEMS.length + item };
  };
  const build: Draft["build"] = (others) => {
    const sheet = new SheetBuilder(order.name, columns);
    const { head } = order;
    putHead(sheet, head, print.title, order.number);
    SIDES.forEach(({ row, label }, side) => {
      const left = side * ITEMS.length;
      sheet.merge({ top: HEAD_ROWS, left, bottom: HEAD_ROWS, right: left + ITEMS.length - 1 }, label, "head");
      putItemHeader(sheet, left);
      ITEMS.forEach(({ key: column }, i) => {
        const cell = { sheet: order.name, row: FIGURES, column: left + i };
        sheet.put(FIGURES - 1, cell.column, cell.column + 1, "line");
        const formula = head.formulas
          ? linkedFormula(cell, linksOf(print.key, row, column), { cellOf, others, items: [], column })
          : undefined;
        if (formula === undefined) sheet.put(cell.row, cell.column, null, "figure");
        else sheet.formula(cell, formula, "sum");
      });
    });
    const area = `${a1({ row: FIGURES, column: 0 })}:${a1({ row: FIGURES, column: columns - 1 })}`;
    const { note, blankNote: blank } = print;
    putNotes(sheet, FIGURES + 1, head, { note, blank, blankFormula: (text) => noteWhileBlank(text, [area]) });
    sheet.height(FIGURES, 24);
    sheet.height(FIGURES + 1, 30);
    return sheet.plan(ROW_HEIGHT, {
      kind: print.key,
      widths: Array.from({ length: columns }, () => 12),
      onePage: true,
      repeated: { top: 0, bottom: FIGURES - 1 },
    });
  };
  return { placed: { sheet: order.name, cellOf }, build };
}

function putItemHeader(sheet: SheetBuilder, left: number): void {
  const top = HEAD_ROWS + 1;
  sheet.height(top, HEADER_HEIGHT);
  sheet.height(top + 1, HEADER_HEIGHT + 6);
  ITEMS.forEach(({ label, group }, i) => {
    const column = left + i;
    if (group === undefined) sheet.merge({ top, left: column, bottom: top + 1, right: column }, label, "head");
    else sheet.put(top + 1, column, label, "head");
  });
  const grouped = ITEMS.flatMap(({ group }, i) => (group === undefined ? [] : [left + i]));
  sheet.merge({ top, left: Math.min(...grouped), bottom: top, right: Math.max(...grouped) }, VEHICLES, "head");
}
