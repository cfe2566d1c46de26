import { HostError } from "../errors";
import type { EditEvent } from "../port";
import type { OwnChanges } from "./own-changes";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

type Registration = Pick<OfficeExtension.EventHandlerResult<unknown>, "remove" | "context">;

/**
 * Listens to edits. ExcelApi 1.9 (worksheets.onChanged), 1.7 (onAdded, onDeleted); who triggered a change is told from
 * 1.14 on, before that our own writes are known by their addresses. Renaming, moving, hiding and showing are told from
 * 1.17 on; elsewhere the next reading finds them in the list of tabs. What cannot be placed is told as a change of
 * anything: no event is ever dropped.
 */
export class EditWatch {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
    private readonly ownChanges: OwnChanges,
  ) {}

  /** @returns a function that ends the listening */
  async start(listener: (event: EditEvent) => void): Promise<() => Promise<void>> {
    let isStopped = false;
    const tell = (event: EditEvent) => {
      if (!isStopped) listener(event);
    };
    const registrations = await this.register(tell, canTellTabs());
    return async () => {
      if (isStopped) return;
      isStopped = true;
      await this.runner.run(async () => removeAll(registrations));
    };
  }

  private async register(tell: (event: EditEvent) => void, withTabs: boolean): Promise<readonly Registration[]> {
    try {
      return await this.runner.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/id,items/name");
        const list = [
          worksheets.onChanged.add(async (event) => this.onChanged(event, tell)),
          worksheets.onAdded.add(async ({ worksheetId }) => this.onAdded(worksheetId, tell)),
          worksheets.onDeleted.add(async ({ worksheetId }) => this.onDeleted(worksheetId, tell)),
          ...(withTabs ? this.watchTabs(worksheets, tell) : []),
        ];
        await context.sync();
        for (const { id, name } of worksheets.items) this.directory.learn(id, name);
        return list;
      });
    } catch (error) {
      // An Excel that says it has the events of the tabs and does not: the list of tabs tells as much, later.
      if (!withTabs || !(error instanceof HostError) || error.code !== "notSupported") throw error;
      return await this.register(tell, false);
    }
  }

  private watchTabs(worksheets: Excel.WorksheetCollection, tell: (event: EditEvent) => void): Registration[] {
    const tellSheet = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
      tell(wholeSheet(this.directory.nameOf(worksheetId)));
      return Promise.resolve();
    };
    return [
      worksheets.onNameChanged.add(({ worksheetId, nameBefore, nameAfter }) => {
        this.directory.learn(worksheetId, nameAfter);
        tell({ sheet: nameBefore });
        tell({ sheet: nameAfter });
        return Promise.resolve();
      }),
      worksheets.onMoved.add(tellSheet),
      worksheets.onVisibilityChanged.add(tellSheet),
    ];
  }

  private async onChanged(event: Excel.WorksheetChangedEventArgs, tell: (event: EditEvent) => void): Promise<void> {
    // Undefined before ExcelApi 1.14, whatever the types say.
    const trigger = event.triggerSource as Excel.WorksheetChangedEventArgs["triggerSource"] | undefined;
    if (trigger === "ThisLocalAddin") return;
    const sheet = await this.nameOf(event.worksheetId);
    if (sheet === undefined) {
      tell({});
      return;
    }
    if (trigger === undefined && this.ownChanges.areOwnCells(sheet, event.address)) return;
    tell({ sheet, range: event.address });
  }

  private async onAdded(id: string, tell: (event: EditEvent) => void): Promise<void> {
    const sheet = await this.nameOf(id);
    if (sheet === undefined || !this.ownChanges.takeSheet("added", sheet)) tell(wholeSheet(sheet));
  }

  private onDeleted(id: string, tell: (event: EditEvent) => void): Promise<void> {
    const sheet = this.directory.nameOf(id);
    this.directory.forget(id);
    if (sheet === undefined || !this.ownChanges.takeSheet("deleted", sheet)) tell(wholeSheet(sheet));
    return Promise.resolve();
  }

  /** Name of a sheet, asked for only where the id is new; undefined where the sheet is gone or Excel does not answer. */
  private async nameOf(id: string): Promise<string | undefined> {
    const known = this.directory.nameOf(id);
    if (known !== undefined) return known;
    try {
      return await this.runner.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        sheet.load("name");
        await context.sync();
        if (sheet.isNullObject) return undefined;
        this.directory.learn(id, sheet.name);
        return sheet.name;
      });
    } catch {
      return undefined;
    }
  }
}

function wholeSheet(sheet: string | undefined): EditEvent {
  return sheet === undefined ? {} : { sheet };
}

/** Whether this Excel tells of renamed, moved, hidden and shown sheets; the runtime hands the events out everywhere. */
function canTellTabs(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.17");
}

async function removeAll(registrations: readonly Registration[]): Promise<void> {
  const [first] = registrations;
  if (!first) return;
  for (const registration of registrations) registration.remove();
  await first.context.sync();
}
