import { dirname, resolve } from "node:path";
import type { WorkbookSummary } from "../app/overview/model";
import type { UnitFigures } from "../core/consolidation/model";
import { cliTexts } from "../text/cli";
import type { CheckCommand } from "./arguments";
import { findFiles } from "./batch/find-files";
import type { Obstacle } from "./batch/obstacle";
import { CLEAN, ERRORS_FOUND, INCOMPLETE, type FileOptions, type FileOutcome, type FileTask } from "./batch/outcome";
import { Progress } from "./batch/progress";
import { runTasks } from "./batch/run-tasks";
import { FileSet } from "./files/file-identity";
import { OutputFiles } from "./files/output-files";
import { WrittenRecord } from "./files/written-record";
import { JsonDocument } from "./json-document";
import { print, printJson, warn } from "./output";
import { writeMade } from "./write-made";

// What only some runs need is loaded where they need it: a plain check starts without.
const overviewRun = () => import("./batch/overview-run");
const obstacles = () => import("./batch/obstacles");

/** Checks the files; one that cannot be read does not stop the others. Answers the exit code. */
export async function runCheck(command: CheckCommand): Promise<number> {
  const { out, overview: overviews, compare, prior, templates, carry, parameters, against, department } = command;
  const record = new WrittenRecord();
  const isEarlierCopy = (file: string): boolean =>
    out !== undefined && resolve(dirname(file)) === resolve(out) && record.holds(file);
  const wanted = [...(department === undefined ? [] : [department]), ...command.files];
  const found = findFiles(wanted, [...(out === undefined ? [] : [out]), ...overviews], isEarlierCopy);
  const inputs = [
    ...found.files,
    ...templates,
    ...[prior, compare, carry, against].filter((file) => file !== undefined),
  ];
  const earlier = compare === undefined ? undefined : (await overviewRun()).openEarlierRun(compare);
  if (earlier && "message" in earlier) return refused(earlier);
  const obstacle = overInput(overviews, inputs) ?? (await unusable(command));
  if (obstacle) return refused(obstacle);
  let code = found.empty.length > 0 ? INCOMPLETE : CLEAN;
  for (const input of found.empty) warn(input, cliTexts.nothingThere);
  for (const file of found.passedOver) warn(file, cliTexts.passedOver);

  const json = command.json ? new JsonDocument() : undefined;
  const say = json ? printJson : print;
  const summaries: WorkbookSummary[] = found.passedOver.map(passedOver);
  const options: FileOptions = {
    output: json ? "json" : overviews.length > 0 ? "none" : "text",
    rounding: command.rounding,
    copy: out !== undefined,
    fill: command.fill,
    summary: overviews.length > 0 || compare !== undefined || department !== undefined,
    figures: department !== undefined,
    draft: command.draft,
    templates,
    prior,
    carry,
    parameters,
    against,
    part: command.part,
  };
  const figures: UnitFigures[] = [];
  const files = new OutputFiles(inputs, record, command.force);
  const tasks = found.files.map((file): FileTask => ({ file, options }));
  const progress = new Progress(tasks.length, command.progress);
  const deliver = async (outcome: FileOutcome): Promise<void> => {
    const delivered = out === undefined ? undefined : writeMade(outcome, out, files);
    code = Math.max(code, outcome.code, delivered?.ok === false ? INCOMPLETE : CLEAN);
    progress.clear();
    for (const warning of [...outcome.warnings, ...(delivered?.warnings ?? [])]) warn(outcome.file, warning);
    if (outcome.summary) summaries.push(outcome.summary);
    if (outcome.figures) figures.push(outcome.figures);
    await say(json ? json.workbook(outcome.output) : outcome.output + (delivered?.said ?? ""));
    progress.advance();
  };
  await runTasks(tasks, command.timeout, deliver);
  if (!options.summary) {
    if (json) await say(json.end());
    return code;
  }
  const { closingText, comparisonJson, consolidateRun, consolidationJson, overviewFiles, sumUp } = await overviewRun();
  const consolidation = department === undefined ? undefined : consolidateRun(department, figures, summaries);
  if (department !== undefined && !consolidation) warn(department, cliTexts.departmentUnread);
  if (consolidation?.units === 0) warn(consolidation.file, cliTexts.departmentAlone);
  if (department !== undefined && !(consolidation && consolidation.units > 0)) code = INCOMPLETE;
  else if (consolidation && consolidation.differences.length > 0) code = Math.max(code, ERRORS_FOUND);
  const overview = sumUp(summaries, earlier?.workbooks, consolidation, new Date());
  const written = overviewFiles(overview, overviews).map((file) => ({ file: file.path, ...files.write([file]) }));
  for (const { file, kept, failed } of written)
    for (const message of [kept, failed]) if (message !== undefined) warn(file, message);
  const { comparison } = overview;
  if (json)
    await say(
      json.end({
        ...(comparison ? { comparison: comparisonJson(comparison) } : {}),
        ...(consolidation ? { consolidation: consolidationJson(consolidation) } : {}),
      }),
    );
  else
    await say(
      closingText(
        overview,
        written.flatMap(({ paths }) => paths),
      ),
    );
  return written.some(({ failed }) => failed !== undefined) ? INCOMPLETE : code;
}

/** An overview file that would replace what the run reads: most likely its name was left out. */
function overInput(overviews: readonly string[], inputs: readonly string[]): Obstacle | undefined {
  const read = new FileSet(inputs);
  const file = overviews.find((path) => read.has(path));
  return file === undefined ? undefined : { file, message: cliTexts.overviewIsSource };
}

async function unusable({ prior, templates, carry }: CheckCommand): Promise<Obstacle | undefined> {
  if (prior === undefined && templates.length === 0 && carry === undefined) return undefined;
  const { carryTrouble, priorTrouble, templateObstacle } = await obstacles();
  return (
    (prior === undefined ? undefined : await priorTrouble(prior)) ??
    (await templateObstacle(templates)) ??
    (carry === undefined ? undefined : await carryTrouble(carry))
  );
}

function refused({ file, message }: Obstacle): number {
  warn(file, message);
  return INCOMPLETE;
}

function passedOver(file: string): WorkbookSummary {
  return { kind: "unread", file, reason: cliTexts.passedOver };
}
