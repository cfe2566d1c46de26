import { readFile } from "node:fs/promises";
import { insertSet } from "../app/new-set/insert-set";
import { planNewSet, planNextYear, type SetPlan } from "../app/new-set/set-plan";
import { editionOf } from "../core/editions";
import type { CarryFault } from "../core/templates/carry/carry-on";
import { tablesOf } from "../core/templates/fund-codes";
import { layoutFor, type SetFault } from "../core/templates/set-request";
import { itemName } from "../core/templates/subject-catalogue";
import { newWorkbook } from "../host/xlsx/new-workbook";
import { openXlsx } from "../host/xlsx/xlsx-host";
import { newSetTexts } from "../text/new-set";
import type { NewCommand } from "./arguments";
import { CLEAN, INCOMPLETE } from "./batch/outcome";
import { OutputFiles } from "./files/output-files";
import { WrittenRecord } from "./files/written-record";
import { complain, print, warn } from "./output";
import { readingTrouble } from "./reading-trouble";

/** A sheet that a workbook must have to begin with; it goes once the set is there. */
const PLACEHOLDER = "_";

/** Writes a workbook with a new set. Answers the exit code. */
export async function writeNewSet(command: NewCommand): Promise<number> {
  const planned = await planOf(command);
  if (typeof planned === "string") {
    complain(planned);
    return INCOMPLETE;
  }
  const host = await openXlsx(newWorkbook([{ name: PLACEHOLDER, rows: [], widths: [], headRows: 0 }]));
  await insertSet(host, planned);
  await host.removeSheets([PLACEHOLDER]);
  const inputs = command.prior === undefined ? [] : [command.prior];
  const files = new OutputFiles(inputs, new WrittenRecord(), command.force);
  const { paths, kept, failed } = files.write([{ path: command.file, content: host.save() }]);
  for (const message of [kept, failed]) if (message !== undefined) warn(command.file, message);
  if (failed !== undefined) return INCOMPLETE;
  const { kinds, cli } = newSetTexts;
  await print(
    [
      ...planned.items.map(({ kind, what }) => `${kinds[kind]}　${what}`),
      ...paths.map(cli.written),
      ...planned.sheets.map(({ name }) => cli.sheet(name)),
      "",
    ].join("\n"),
  );
  return CLEAN;
}

async function planOf(command: NewCommand): Promise<SetPlan | string> {
  const { prior, year, unitName, formulas } = command;
  if (prior !== undefined) {
    try {
      const last = await openXlsx(await readFile(prior), prior);
      return said(await planNextYear(last, { unitName, parameters: true }, [PLACEHOLDER]));
    } catch (error) {
      return `${prior}：${readingTrouble(error)}`;
    }
  }
  const layout = layoutFor(editionOf(year).id);
  const { of, moneyUnit, forms, subjects } = command;
  const request = {
    head: { year: year ?? 0, of, unitName: unitName ?? "", moneyUnit, formulas },
    layout,
    tables: layout.tables.map(({ key }) => key),
    projects: Array.from({ length: forms }, () => ""),
    summary: forms > 0,
    subjects: subjects.map(({ code, name }) => ({
      code,
      name: name || (itemName(code) ?? ""),
      tables: tablesOf(code),
    })),
  };
  return said(planNewSet(request, [PLACEHOLDER], true));
}

function said(planned: SetPlan | CarryFault | readonly SetFault[]): SetPlan | string {
  if ("sheets" in planned) return planned;
  if ("kind" in planned) return newSetTexts.carryFault(planned);
  return planned.map(newSetTexts.fault).join("\n");
}
