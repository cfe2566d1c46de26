import { parseArguments, type CheckCommand } from "./arguments";
import { CLEAN, INCOMPLETE, type FileOptions, type FileOutcome, type FileTask } from "./batch/check-file";
import { findFiles } from "./batch/find-files";
import { runTasks } from "./batch/run-tasks";
import { CopyFolder } from "./highlighted-copy";
import { JsonDocument } from "./json-document";
import { print, warn } from "./output";
import { cliTexts } from "../text/cli";

/** Checks the files; one that cannot be read does not stop the others. Answers the exit code. */
async function run(command: CheckCommand): Promise<number> {
  const found = findFiles(command.files, command.out === undefined ? [] : [command.out]);
  let code = found.empty.length > 0 ? INCOMPLETE : CLEAN;
  for (const input of found.empty) warn(input, cliTexts.nothingThere);
  for (const file of found.passedOver) warn(file, cliTexts.passedOver);

  const json = command.json ? new JsonDocument() : undefined;
  const options: FileOptions = { output: json ? "json" : "text", rounding: command.rounding, summary: false };
  const copies = command.out === undefined ? undefined : new CopyFolder(command.out, found.files);
  const tasks = found.files.map((file): FileTask => ({ file, copy: copies?.targetFor(file), options }));
  const deliver = async (outcome: FileOutcome): Promise<void> => {
    code = Math.max(code, outcome.code);
    for (const warning of outcome.warnings) warn(outcome.file, warning);
    await print(json ? json.workbook(outcome.output) : outcome.output);
  };
  await runTasks(tasks, command.jobs, deliver);
  if (json) await print(json.end());
  return code;
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
    case "check":
      return run(command);
  }
}

// Set rather than exited with, so that output into a pipe is written to its end.
process.exitCode = await main();
