import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/** Follows which sheet is shown. ExcelApi 1.7 (worksheets.onActivated, getActiveWorksheet). */
export class ActiveWatch {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
  ) {}

  /** @returns a function that ends the following */
  async start(listener: (sheet: string) => void): Promise<() => Promise<void>> {
    let isStopped = false;
    const registration = await this.runner.run(async (context) => {
      const { worksheets } = context.workbook;
      const active = worksheets.getActiveWorksheet();
      active.load("id,name");
      const activated = worksheets.onActivated.add(async ({ worksheetId }) => {
        const name = await this.nameOf(worksheetId);
        if (!isStopped && name !== undefined) listener(name);
      });
      await context.sync();
      this.directory.learn(active.id, active.name);
      listener(active.name);
      return activated;
    });
    return async () => {
      if (isStopped) return;
      isStopped = true;
      await this.runner.run(async () => {
        registration.remove();
        await registration.context.sync();
      });
    };
  }

  /** A sheet may have been renamed since: its name is asked for anew. Undefined where Excel does not answer. */
  private async nameOf(id: string): Promise<string | undefined> {
    try {
      return await this.runner.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        sheet.load("name");
        await context.sync();
        return sheet.isNullObject ? undefined : sheet.name;
      });
    } catch {
      return undefined;
    }
  }
}
