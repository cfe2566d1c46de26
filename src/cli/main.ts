import { parseArguments, type CheckCommand } from "./arguments";
import {
  CLEAN,
  INCOMPLETE,
  readingTrouble,
  type FileOptions,
  type FileOutcome,
  type FileTask,
} from "./batch/check-file";
import {
  closingText,
  comparisonJson,
  openEarlierRun,
  overviewOverSource,
  sumUp,
  writeOverviews,
  type Obstacle,
} from "./batch/overview-run";
import { Progress } from "./batch/progress";
import { findFiles } from "./batch/find-files";
import { runTasks } from "./batch/run-tasks";
import { carriedTexts, officeTemplates, priorWorkbook, TemplateError, templateTrouble } from "./draft";
import { CopyFolder } from "./highlighted-copy";
import { JsonDocument } from "./json-document";
import { print, warn } from "./output";
import { checkTextFile } from "./text-check";
import type { WorkbookSummary } from "../app/overview/model";
import { cliTexts } from "../text/cli";
import { draftTexts } from "../text/cli-draft";

/** Checks the files; one that cannot be read does not stop the others. Answers the exit code. */
async function run(command: CheckCommand): Promise<number> {
  const { out, overview: overviews, compare } = command;
  const found = findFiles(command.files, [...(out === undefined ? [] : [out]), ...overviews]);
  const earlier = compare === undefined ? undefined : openEarlierRun(compare);
  if (earlier && "message" in earlier) return refused(earlier);
  const obstacle = overviewOverSource(overviews, found.files);
  if (obstacle) return refused(obstacle);
  const unusable =
    (command.prior === undefined ? undefined : await priorTrouble(command.prior)) ??
    (await templateObstacle(command.templates)) ??
    (command.carry === undefined ? undefined : await carryTrouble(command.carry));
  if (unusable) return refused(unusable);
  let code = found.empty.length > 0 ? INCOMPLETE : CLEAN;
  for (const input of found.empty) warn(input, cliTexts.nothingThere);
  for (const file of found.passedOver) warn(file, cliTexts.passedOver);

  const json = command.json ? new JsonDocument() : undefined;
  const summaries: WorkbookSummary[] = found.passedOver.map(passedOver);
  const options: FileOptions = {
    output: json ? "json" : overviews.length > 0 ? "none" : "text",
    rounding: command.rounding,
    fill: command.fill,
    summary: overviews.length > 0 || compare !== undefined,
    draft: command.draft,
    templates: command.templates,
    prior: command.prior,
    carry: command.carry,
    parameters: command.parameters,
  };
  const copies = out === undefined ? undefined : new CopyFolder(out, found.files);
  const tasks = found.files.map((file): FileTask => ({ file, copy: copies?.targetFor(file), options }));
  const progress = new Progress(tasks.length, command.progress);
  const deliver = async (outcome: FileOutcome): Promise<void> => {
    code = Math.max(code, outcome.code);
    progress.clear();
    for (const warning of outcome.warnings) warn(outcome.file, warning);
    if (outcome.summary) summaries.push(outcome.summary);
    await print(json ? json.workbook(outcome.output) : outcome.output);
    progress.advance();
  };
  await runTasks(tasks, command.jobs, deliver);
  const overview = options.summary ? sumUp(summaries, earlier?.workbooks, new Date()) : undefined;
  const failed = overview ? writeOverviews(overview, overviews) : [];
  for (const { file, message } of failed) warn(file, message);
  if (json) await print(json.end(overview?.comparison ? { comparison: comparisonJson(overview.comparison) } : {}));
  else if (overview)
    await print(
      closingText(
        overview,
        overviews.filter((file) => failed.every((f) => f.file !== file)),
      ),
    );
  return failed.length > 0 ? INCOMPLETE : code;
}

/** Why last year's workbook can not be used; asked once, before any file is checked. */
async function priorTrouble(file: string): Promise<Obstacle | undefined> {
  try {
    const { tables } = await priorWorkbook(file);
    return tables.size === 0 ? { file, message: draftTexts.priorEmpty } : undefined;
  } catch (error) {
    return { file, message: readingTrouble(error) };
  }
}

/** Why last year's document can not be used; asked once, before any file is checked. */
async function carryTrouble(file: string): Promise<Obstacle | undefined> {
  try {
    const { profile, terms } = await carriedTexts(file);
    return profile.length + terms.length === 0 ? { file, message: draftTexts.carryEmpty } : undefined;
  } catch (error) {
    return { file, message: readingTrouble(error) };
  }
}

/** Why a template can not be used; asked once, before any file is checked. */
async function templateObstacle(files: readonly string[]): Promise<Obstacle | undefined> {
  for (const file of files) {
    try {
      await officeTemplates([file]);
    } catch (error) {
      const message = error instanceof TemplateError ? templateTrouble(error.trouble) : readingTrouble(error);
      return { file, message };
    }
  }
  return undefined;
}

function refused({ file, message }: Obstacle): number {
  warn(file, message);
  return INCOMPLETE;
}

function passedOver(file: string): WorkbookSummary {
  return { kind: "unread", file, reason: cliTexts.passedOver };
}

async function main(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  switch (command.kind) {
    case "help":
      await print(cliTexts.help);
      return CLEAN;
    case "misuse":
      process.stderr.write(`${command.message}\n`);
      return INCOMPLETE;
    case "text":
      return checkTextFile(command);
    case "check":
      return run(command);
  }
}

// Set rather than exited with, so that output into a pipe is written to its end.
process.exitCode = await main();
