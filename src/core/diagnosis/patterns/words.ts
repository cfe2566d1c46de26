import type { CellAddress } from "../../model/cell";
import type { TableRow } from "../../model/table";
import type { Equation } from "../system";

/** Code and name of a row ("20805 行政事业单位养老支出"). */
export function rowWords({ code, name }: TableRow): string {
  return `${code ?? ""} ${name}`.trim();
}

/** The cell a row is known by: its code, else its name. */
export function cellOf({ codeCell, nameCell }: TableRow): CellAddress | undefined {
  return codeCell ?? nameCell;
}

/** The cells of an equation. */
export function cellsOf({ members }: Equation): readonly CellAddress[] {
  return members.map(({ unknown }) => unknown.figure.cell);
}
