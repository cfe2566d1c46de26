import { HostError } from "../errors";
import type { SheetContent } from "../port";
import { toHostError } from "./error-mapping";
import type { OwnChanges } from "./own-changes";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";
import { fillSheet } from "./sheet-fill";

/** Sheets that become the user's as soon as they are there: added and taken away together. ExcelApi 1.9. */
export class UserSheets {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
    private readonly ownChanges: OwnChanges,
  ) {}

  /** One round trip to see what is there, one to add everything; what a failure left behind is taken away again. */
  async add(contents: readonly SheetContent[]): Promise<void> {
    const added: string[] = [];
    try {
      await this.runner.run(async (context) => {
        const names = await this.list(context);
        const taken = contents.find(({ name }) => names.has(name.toLowerCase()));
        if (taken) throw new HostError("sheetExists", { sheet: taken.name });
        const sheets = contents.map(({ name }) => {
          this.ownChanges.expectSheet("added", name);
          this.ownChanges.expectCells(name);
          added.push(name);
          return context.workbook.worksheets.add(name);
        });
        for (const [i, content] of contents.entries()) {
          const sheet = sheets[i];
          if (sheet) await fillSheet(context, sheet, content);
        }
        await context.sync();
      }, {});
    } catch (error) {
      if (added.length > 0) await this.withdraw(added);
      throw toHostError(error, {});
    }
  }

  /** Two round trips: all of them are looked up before any is deleted. */
  async remove(names: readonly string[]): Promise<void> {
    await this.runner.run(async (context) => {
      const present = await this.list(context);
      const gone = names.find((name) => !present.has(name.toLowerCase()));
      if (gone !== undefined) throw new HostError("sheetMissing", { sheet: gone });
      if (!names.length) return;
      const wanted = new Set(names.map((name) => name.toLowerCase()));
      const rest = [...present].filter(([name, visible]) => visible && !wanted.has(name));
      if (rest.length === 0) throw new HostError("notSupported", { technical: "no visible sheet would remain" });
      for (const name of names) {
        this.ownChanges.expectSheet("deleted", name);
        context.workbook.worksheets.getItem(name).delete();
      }
      await context.sync();
    }, {});
  }

  /** What a failed insertion added so far. What made it fail may make this fail too; the message tells of the first. */
  private async withdraw(names: readonly string[]): Promise<void> {
    try {
      await this.runner.run(async (context) => {
        const present = await this.list(context);
        for (const name of names.filter((each) => present.has(each.toLowerCase()))) {
          this.ownChanges.expectSheet("deleted", name);
          context.workbook.worksheets.getItem(name).delete();
        }
        await context.sync();
      }, {});
    } catch {
      return;
    }
  }

  /** Names of all sheets in lower case, and whether each is visible. @throws HostError `protected` */
  private async list(context: Excel.RequestContext): Promise<ReadonlyMap<string, boolean>> {
    const { worksheets, protection } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    protection.load("protected");
    await context.sync();
    this.directory.replace(worksheets.items);
    if (protection.protected) throw new HostError("protected", { technical: "workbook structure" });
    return new Map(worksheets.items.map(({ name, visibility }) => [name.toLowerCase(), visibility === "Visible"]));
  }
}
