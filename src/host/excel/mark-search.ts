import { highlightMarkOf } from "../highlight-style";
import { officeCode } from "./error-mapping";
import { isAboutOneObject, loadInHalves } from "./load-in-halves";
import type { SheetDirectory } from "./sheet-directory";

/** A sheet as one look at the workbook showed it. */
export interface SeenSheet {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** Formats may be changed: not protected, or protected with leave to format cells. */
  readonly mayFormat: boolean;
  readonly ours: readonly Excel.ConditionalFormat[];
  /** Conditional formats with a formula rule that has no formula (yet): of nobody, or of a highlight cut short. */
  readonly empty: readonly Excel.ConditionalFormat[];
  /** Some conditional formats cannot be read. */
  readonly isUnreadable: boolean;
}

/** A conditional format that could be read; the formula where it has a formula rule. */
interface ReadFormat {
  readonly format: Excel.ConditionalFormat;
  readonly formula: string | undefined;
}

/**
 * All sheets with our conditional formats on them, hidden sheets too. One batch where the directory knows the sheets;
 * one more for sheets it does not know. A single format that Excel cannot read fails the whole batch: then sheets are
 * looked at in halves, and on the sheet concerned formats in halves, so that all others are found.
 * ExcelApi 1.6 (conditional formats), 1.2 (protection).
 */
export async function lookForMarks(
  context: Excel.RequestContext,
  directory: SheetDirectory,
): Promise<readonly SeenSheet[]> {
  const { worksheets } = context.workbook;
  const cellular = () => directory.ids().filter((id) => directory.hasCells(id));
  const guess = cellular();
  let seen: readonly SeenSheet[] = [];
  worksheets.load("items/id,items/name");
  try {
    seen = await lookAt(context, guess);
  } catch (error) {
    if (!isAboutOneObject(error)) throw error;
    worksheets.load("items/id,items/name");
    await context.sync();
    directory.replace(worksheets.items);
    return await lookAtEach(context, cellular(), directory);
  }
  directory.replace(worksheets.items);
  const known = new Set(guess);
  const unknown = cellular().filter((id) => !known.has(id));
  return [...seen, ...(await lookAtEach(context, unknown, directory))];
}

async function lookAtEach(
  context: Excel.RequestContext,
  ids: readonly string[],
  directory: SheetDirectory,
): Promise<readonly SeenSheet[]> {
  const seen = await loadInHalves<string, SeenSheet | undefined>(
    ids,
    (members) => lookAt(context, members),
    (id, error) => {
      if (officeCode(error) === "UnsupportedSheet") directory.noteWithoutCells(id);
      return directory.hasCells(id) ? lookClosely(context, id) : undefined;
    },
  );
  return seen.filter((sheet) => sheet !== undefined);
}

/** Sheets in one batch, with whatever else is queued. */
async function lookAt(context: Excel.RequestContext, ids: readonly string[]): Promise<readonly SeenSheet[]> {
  const asked = ids.map((id) => {
    const sheet = queueSheet(context, id);
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    return { sheet, formats };
  });
  await context.sync();
  return asked.map(({ sheet, formats }) =>
    seenSheet(
      sheet,
      formats.items.map((format) => ({
        format,
        formula: format.type === "Custom" ? format.customOrNullObject.rule.formula : undefined,
      })),
      false,
    ),
  );
}

/** One sheet whose formats cannot be read together; undefined where it is gone. */
async function lookClosely(context: Excel.RequestContext, id: string): Promise<SeenSheet | undefined> {
  const found = context.workbook.worksheets.getItemOrNullObject(id);
  found.load("name");
  await context.sync();
  if (found.isNullObject) return undefined;
  const sheet = queueSheet(context, id);
  const { conditionalFormats } = sheet.getRange();
  const count = conditionalFormats.getCount();
  await context.sync();
  const formats = Array.from({ length: count.value }, (_, index) => conditionalFormats.getItemAt(index));
  const typed = await readable(context, formats, (format) => format.load("id,type"));
  const custom = typed.filter(({ type }) => type === "Custom");
  const ruled = await readable(context, custom, ({ custom: { rule } }) => rule.load("formula"));
  return seenSheet(
    sheet,
    ruled.map((format) => ({ format, formula: format.custom.rule.formula })),
    typed.length < formats.length || ruled.length < custom.length,
  );
}

/** The formats of which this can be loaded. */
async function readable(
  context: Excel.RequestContext,
  formats: readonly Excel.ConditionalFormat[],
  queue: (format: Excel.ConditionalFormat) => unknown,
): Promise<readonly Excel.ConditionalFormat[]> {
  const read = await loadInHalves<Excel.ConditionalFormat, Excel.ConditionalFormat | undefined>(
    formats,
    async (members) => {
      members.forEach(queue);
      await context.sync();
      return members;
    },
    () => undefined,
  );
  return read.filter((format) => format !== undefined);
}

function queueSheet(context: Excel.RequestContext, id: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItem(id);
  sheet.load("id,name,protection/protected,protection/options");
  return sheet;
}

function seenSheet(sheet: Excel.Worksheet, formats: readonly ReadFormat[], isUnreadable: boolean): SeenSheet {
  const isProtected = sheet.protection.protected;
  const custom = formats.filter(({ formula }) => formula !== undefined);
  return {
    name: sheet.name,
    sheet,
    isProtected,
    mayFormat: !isProtected || sheet.protection.options.allowFormatCells === true,
    ours: custom.flatMap(({ format, formula = "" }) => (highlightMarkOf(formula) ? [format] : [])),
    empty: custom.flatMap(({ format, formula }) => (formula === "" ? [format] : [])),
    isUnreadable,
  };
}
