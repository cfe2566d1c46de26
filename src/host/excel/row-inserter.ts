import { rowsText } from "../../core/model/row-shift";
import { HostError } from "../errors";
import type { RowInsertion } from "../port";
import { entryFor } from "./cell-content";
import { toHostError } from "./error-mapping";
import type { OwnChanges } from "./own-changes";
import type { ExcelRunner } from "./run";

type RowPlace = Pick<RowInsertion, "sheet" | "row">;

/** Puts whole rows into sheets and takes them out. One round trip to see what is protected, one to change. ExcelApi 1.9. */
export class RowInserter {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly ownChanges: OwnChanges,
  ) {}

  async insert(rows: readonly RowInsertion[]): Promise<void> {
    let done = 0;
    try {
      await this.runner.run(async (context) => {
        await this.requireOpen(context, rows);
        for (const { sheet, row, looksLike, cells } of rows) {
          this.ownChanges.expectCells(sheet);
          const target = context.workbook.worksheets.getItem(sheet);
          const inserted = target.getRange(rowsText(row, 1));
          inserted.insert("Down");
          target.getRange(rowsText(row, 1)).copyFrom(rowsText(looksLike, 1), "Formats");
          for (const { column, content, isFormula } of cells)
            target.getCell(row, column).formulas = [[entryFor(content, isFormula, "General")]];
          // A row at a time: where one fails, those before it are known and go again.
          await context.sync();
          done += 1;
        }
      }, {});
    } catch (error) {
      if (done > 0) await this.remove(rows.slice(0, done)).catch(() => undefined);
      throw toHostError(error, {});
    }
  }

  async remove(rows: readonly RowPlace[]): Promise<void> {
    await this.runner.run(async (context) => {
      await this.requireOpen(context, rows);
      for (const { sheet, row } of [...rows].reverse()) {
        this.ownChanges.expectCells(sheet);
        context.workbook.worksheets.getItem(sheet).getRange(rowsText(row, 1)).delete("Up");
      }
      await context.sync();
    }, {});
  }

  /** @throws HostError `protected` */
  private async requireOpen(context: Excel.RequestContext, rows: readonly RowPlace[]): Promise<void> {
    const names = [...new Set(rows.map(({ sheet }) => sheet))];
    const sheets = names.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.protection.load("protected");
      return { name, sheet };
    });
    await context.sync();
    for (const { name, sheet } of sheets) {
      if (sheet.protection.protected) throw new HostError("protected", { sheet: name });
    }
  }
}
