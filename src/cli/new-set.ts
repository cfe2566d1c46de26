import { readFile } from "node:fs/promises";
import { insertSet } from "../app/new-set/insert-set";
import { choicesOf, chosenSheets, usualChoices, type SheetChoice } from "../app/new-set/sheet-choice";
import { planNewSet, planNextYear, type SetPlan } from "../app/new-set/set-plan";
import { editionOf } from "../core/editions";
import type { CarryFault } from "../core/templates/carry/carry-on";
import { tablesOf } from "../core/templates/fund-codes";
import { LAYOUTS, type SetLayout } from "../core/templates/layouts";
import { readBook } from "../core/reading/read-book";
import type { ChosenSubject } from "../core/templates/subjects";
import { subjectsOfBook } from "../core/templates/subjects-of-book";
import { layoutFor, type SetFault } from "../core/templates/set-request";
import { itemName } from "../core/templates/subject-catalogue";
import { newWorkbook } from "../host/xlsx/new-workbook";
import { openXlsx, type XlsxHost } from "../host/xlsx/xlsx-host";
import { newSetTexts } from "../text/new-set";
import type { NewCommand } from "./new-command";
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
    const last = await opened(prior);
    if (typeof last === "string") return last;
    return said(await planNextYear(last, { unitName, parameters: true }, [PLACEHOLDER]));
  }
  const layout = layoutOf(command);
  if (typeof layout === "string") return layout;
  const { of, moneyUnit, projects } = command;
  const chosen = chosenOf(command, layout);
  if (typeof chosen === "string") return chosen;
  const subjects = await subjectsFor(command);
  if (typeof subjects === "string") return subjects;
  const request = {
    head: { year: year ?? 0, of, unitName: unitName ?? "", moneyUnit, formulas },
    ...chosenSheets(layout, chosen),
    projects,
    subjects,
  };
  return said(planNewSet(request, [PLACEHOLDER], chosen.has("parameters")));
}

/** The workbook in a file, or why it cannot be read (Chinese). */
async function opened(file: string): Promise<XlsxHost | string> {
  try {
    return await openXlsx(await readFile(file), file);
  } catch (error) {
    return `${file}：${readingTrouble(error)}`;
  }
}

function layoutOf({ layout: name, year }: NewCommand): SetLayout | string {
  const { cli } = newSetTexts;
  if (name === undefined) return layoutFor(editionOf(year).id);
  return LAYOUTS.find((layout) => layout.name === name) ?? cli.unknownLayout(LAYOUTS.map((layout) => layout.name));
}

function chosenOf({ sheets, projects }: NewCommand, layout: SetLayout): ReadonlySet<SheetChoice> | string {
  if (!sheets) return usualChoices(layout, projects.length > 0);
  const choices = choicesOf(layout);
  const unknown = sheets.filter((name) => !choices.some((choice) => choice.name === name));
  const known = choices.map(({ name }) => name);
  if (unknown.length > 0) return newSetTexts.cli.unknownSheets(unknown, known);
  return new Set(choices.filter(({ name }) => sheets.includes(name)).map(({ key }) => key));
}

/** The 科目 that were named, and those of the workbook that was; a named one goes before. */
async function subjectsFor({ subjects, subjectsFrom }: NewCommand): Promise<readonly ChosenSubject[] | string> {
  const named = subjects.map(({ code, name }) => ({
    code,
    name: name || (itemName(code) ?? ""),
    tables: tablesOf(code),
  }));
  if (subjectsFrom === undefined) return named;
  const source = await opened(subjectsFrom);
  if (typeof source === "string") return source;
  const found = subjectsOfBook(readBook(await source.read()));
  if (found.length === 0) return `${subjectsFrom}：${newSetTexts.noSubjects}`;
  return [...named, ...found.filter(({ code }) => !named.some((subject) => subject.code === code))];
}

function said(planned: SetPlan | CarryFault | readonly SetFault[]): SetPlan | string {
  if ("sheets" in planned) return planned;
  if ("kind" in planned) return newSetTexts.carryFault(planned);
  return planned.map(newSetTexts.fault).join("\n");
}
