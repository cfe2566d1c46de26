import type { EditEvent } from "../port";
import type { OwnChanges } from "./own-changes";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

type Registration = Pick<OfficeExtension.EventHandlerResult<unknown>, "remove" | "context">;

/**
 * Listens to edits. ExcelApi 1.9 (worksheets.onChanged), 1.7 (onAdded, onDeleted); who triggered a change is told from
 * 1.14 on, before that our own writes are known by their addresses. Renamings are told only where this Excel has
 * onNameChanged; elsewhere the next reading by the old name finds the sheet by its id.
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
    const registrations = await this.runner.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      const list = [
        worksheets.onChanged.add(async (event) => this.onChanged(event, tell)),
        worksheets.onAdded.add(async ({ worksheetId }) => this.onAdded(worksheetId, tell)),
        worksheets.onDeleted.add(async ({ worksheetId }) => this.onDeleted(worksheetId, tell)),
        ...this.watchNames(worksheets, tell),
      ];
      await context.sync();
      for (const { id, name } of worksheets.items) this.directory.learn(id, name);
      return list;
    });
    return async () => {
      if (isStopped) return;
      isStopped = true;
      await this.runner.run(async () => removeAll(registrations));
    };
  }

  private watchNames(worksheets: Excel.WorksheetCollection, tell: (event: EditEvent) => void): Registration[] {
    if (!canTellNames()) return [];
    return [
      worksheets.onNameChanged.add(async ({ worksheetId, nameBefore, nameAfter }) => {
        this.directory.learn(worksheetId, nameAfter);
        tell({ sheet: nameBefore });
        tell({ sheet: nameAfter });
        return Promise.resolve();
      }),
    ];
  }

  private async onChanged(event: Excel.WorksheetChangedEventArgs, tell: (event: EditEvent) => void): Promise<void> {
    // Undefined before ExcelApi 1.14, whatever the types say.
    const trigger = event.triggerSource as Excel.WorksheetChangedEventArgs["triggerSource"] | undefined;
    if (trigger === "ThisLocalAddin") return;
    const sheet = await this.nameOf(event.worksheetId);
    if (sheet === undefined) return;
    if (trigger === undefined && this.ownChanges.isOwn(sheet, event.address)) return;
    tell({ sheet, range: event.address });
  }

  private async onAdded(id: string, tell: (event: EditEvent) => void): Promise<void> {
    const sheet = await this.nameOf(id);
    if (sheet !== undefined && !this.ownChanges.isOwn(sheet)) tell({ sheet });
  }

  private onDeleted(id: string, tell: (event: EditEvent) => void): Promise<void> {
    const sheet = this.directory.nameOf(id);
    this.directory.forget(id);
    if (sheet !== undefined && !this.ownChanges.isOwn(sheet)) tell({ sheet });
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

/** The runtime hands out onNameChanged everywhere; an Excel without it fails the whole batch. */
function canTellNames(): boolean {
  const { requirements } = Office.context;
  return requirements.isSetSupported("ExcelApiOnline", "1.1") || requirements.isSetSupported("ExcelApi", "1.17");
}

async function removeAll(registrations: readonly Registration[]): Promise<void> {
  const [first] = registrations;
  if (!first) return;
  for (const registration of registrations) registration.remove();
  await first.context.sync();
}
