import { a1, type CellAddress } from "../core/model/cell";
import { zh } from "../text/zh";
import { placeText } from "../app/figure-text";
import { useAssistant, useAssistantState } from "./session";

/** How the session names a cell to the user: in the host's own words where it has some, else by table and address. */
export function usePlaceOf(): (cell: CellAddress) => string {
  const { placeOf } = useAssistant();
  const { report } = useAssistantState();
  if (placeOf) return placeOf;
  return (cell) => (report ? placeText(report.book, cell) : zh.place(cell.sheet, a1(cell)));
}
