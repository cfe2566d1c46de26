import { readFileSync } from "node:fs";
import type { CheckReport } from "../app/check-report";
import { checkWorkbook } from "../app/check-workbook";
import { HostError } from "../host/errors";
import { openXlsx, type XlsxHost } from "../host/xlsx/xlsx-host";
import { cliTexts } from "../text/cli";
import { fileTroubleText } from "../text/host-errors";
import { parseArguments, type CheckCommand } from "./arguments";
import { CopyFolder, highlightWherePossible } from "./highlighted-copy";
import { jsonWorkbook } from "./json-report";
import { textReport } from "./text-report";

/** Exit codes: none is an error, errors were found, something could not be done. */
const CLEAN = 0;
const ERRORS_FOUND = 1;
const INCOMPLETE = 2;

/** Checks the files one by one; a file that cannot be read does not stop the others. Answers the exit code. */
async function run(command: CheckCommand): Promise<number> {
  const copies = command.out === undefined ? undefined : new CopyFolder(command.out, command.files);
  const workbooks: object[] = [];
  let code = CLEAN;
  for (const file of command.files) {
    const checked = await checkFile(file);
    if (typeof checked === "string") {
      warn(file, checked);
      code = INCOMPLETE;
      continue;
    }
    const { host, report } = checked;
    if (report.counts.errors > 0 && code === CLEAN) code = ERRORS_FOUND;
    if (command.json) workbooks.push(jsonWorkbook(file, report, command.rounding));
    else process.stdout.write(`${textReport(file, report, command.rounding)}\n\n`);
    if (copies && !(await writeCopy(copies, file, host, report, command.json))) code = INCOMPLETE;
  }
  if (command.json) process.stdout.write(`${JSON.stringify({ version: 1, workbooks }, null, 2)}\n`);
  return code;
}

/** The report of a file, or why there is none. */
async function checkFile(file: string): Promise<{ host: XlsxHost; report: CheckReport } | string> {
  try {
    const host = await openXlsx(readFileSync(file));
    return { host, report: await checkWorkbook(host) };
  } catch (error) {
    return readingTrouble(error);
  }
}

function readingTrouble(error: unknown): string {
  if (error instanceof HostError) {
    const { happened, kept, todo } = fileTroubleText(error);
    return happened + kept + todo;
  }
  switch (systemCode(error)) {
    case "ENOENT":
      return cliTexts.notFound;
    case "EISDIR":
      return cliTexts.isFolder;
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return cliTexts.noAccess;
    case undefined:
      return `${cliTexts.failed}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    default:
      return cliTexts.unreadable;
  }
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Writes the highlighted copy of a file; answers whether it was written. */
async function writeCopy(
  copies: CopyFolder,
  file: string,
  host: XlsxHost,
  report: CheckReport,
  quiet: boolean,
): Promise<boolean> {
  const { path, isSource } = copies.pathFor(file);
  if (isSource) {
    warn(file, cliTexts.outIsSource(path));
    return false;
  }
  try {
    for (const sheet of await highlightWherePossible(host, report)) warn(file, cliTexts.protectedSheet(sheet));
    copies.write(path, host.save());
  } catch (error) {
    warn(file, error instanceof HostError ? fileTroubleText(error).happened : cliTexts.outFailed(path));
    return false;
  }
  if (!quiet) process.stdout.write(`${cliTexts.outWritten(path)}\n\n`);
  return true;
}

function warn(file: string, message: string): void {
  process.stderr.write(`${file}：${message}\n`);
}

async function main(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  switch (command.kind) {
    case "help":
      process.stdout.write(cliTexts.help);
      return CLEAN;
    case "misuse":
      process.stderr.write(`${command.message}\n`);
      return INCOMPLETE;
    case "check":
      return run(command);
  }
}

// Set rather than exited with, so that output into a pipe is written to its end.
process.exitCode = await main();
