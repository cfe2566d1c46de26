import type { CellAddress } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { intersect } from "../../emulator/model/addresses";
import { BY_ADDIN } from "../../emulator/model/events";
import type { WorkbookModel } from "../../emulator/model/workbook-model";

/** What a workbook held when it was opened, to tell what was changed since. */
export class WorkbookWatch {
  private readonly opened: ReadonlyMap<string, ReadonlyMap<string, CellValue>>;

  constructor(private readonly model: WorkbookModel) {
    this.opened = contentsOf(model);
  }

  /** What a cell holds now; null where the cell or its sheet is gone. */
  readonly valueAt = ({ sheet, row, column }: CellAddress): CellValue =>
    this.model.sheet(sheet)?.cell(row, column).value ?? null;

  /** Cells whose content differs from the one opened; sheets added since do not count. */
  changed(): readonly CellAddress[] {
    const now = contentsOf(this.model);
    return [...this.opened].flatMap(([sheet, before]) => {
      const after = now.get(sheet) ?? new Map<string, CellValue>();
      const keys = new Set([...before.keys(), ...after.keys()]);
      return [...keys].flatMap((key) => {
        if ((before.get(key) ?? "") === (after.get(key) ?? "")) return [];
        const [row = 0, column = 0] = key.split(",").map(Number);
        return [{ sheet, row, column }];
      });
    });
  }

  /** Shows a cell to the user. */
  show({ sheet, row, column }: CellAddress): void {
    const found = this.model.sheet(sheet);
    const range = { top: row, left: column, bottom: row, right: column };
    if (found) this.model.select(found, range);
  }

  /** Enters something as the user would. */
  enter({ sheet, row, column }: CellAddress, value: CellValue): void {
    const found = this.model.sheet(sheet);
    if (found) this.model.enter(found, { top: row, left: column, bottom: row, right: column }, [[value]]);
  }

  /**
   * Calls the listener after every change of contents; answers a function that stops it.
   * @param listener told whether the add-in wrote a cell
   */
  onChange(listener: (isByAddin: (cell: CellAddress) => boolean) => void): () => void {
    return this.model.onEvent((event) => {
      if (event.kind === "deleted") listener(() => false);
      if (event.kind !== "changed") return;
      const { sheetId, range, origin } = event;
      listener(
        ({ sheet, row, column }) =>
          origin.trigger === BY_ADDIN.trigger &&
          this.model.sheet(sheet)?.id === sheetId &&
          intersect(range, { top: row, left: column, bottom: row, right: column }) !== undefined,
      );
    });
  }
}

function contentsOf(model: WorkbookModel): ReadonlyMap<string, ReadonlyMap<string, CellValue>> {
  return new Map(
    model.sheets.map((sheet) => [
      sheet.name,
      new Map(sheet.allCells().map(([row, column, { value }]) => [`${row},${column}`, value])),
    ]),
  );
}
