import { stateOf, stateXml, STATE_NAMESPACE } from "../state-part";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/**
 * Our state as a custom XML part. Where a workbook holds several of ours (sheets merged from another workbook do not
 * bring any, but other programs may), the last that can be read counts and is the one written.
 * ExcelApi 1.5 (custom XML parts).
 */
export class StateStore {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
  ) {}

  /**
   * The state. A session begins with it: the same request lists the sheets where none is known yet, so that what comes
   * next (marks of an earlier session to remove) need not ask for them.
   */
  async load(): Promise<string | undefined> {
    return await this.runner.run(async (context) => {
      const sheets = this.directory.ids().length === 0 ? context.workbook.worksheets : undefined;
      sheets?.load("items/id,items/name");
      const parts = await listParts(context);
      if (sheets) this.directory.replace(sheets.items);
      if (parts.length === 0) return undefined;
      const texts = parts.map((part) => part.getXml());
      await context.sync();
      return texts
        .map((text) => stateOf(text.value))
        .reverse()
        .find((state) => state !== undefined);
    });
  }

  async save(state: string): Promise<void> {
    await this.runner.run(async (context) => {
      const parts = await listParts(context);
      const last = parts.at(-1);
      if (last) last.setXml(stateXml(state));
      else context.workbook.customXmlParts.add(stateXml(state));
      await context.sync();
    });
  }
}

async function listParts(context: Excel.RequestContext): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  return parts.items;
}
