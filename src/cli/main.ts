import { cliTexts } from "../text/cli";
import { parseArguments } from "./arguments";
import { CLEAN, INCOMPLETE } from "./batch/outcome";
import { complain, endWithoutReader, print } from "./output";
import { programFault } from "./program-fault";
import { runCheck } from "./run-check";

/** Code a shell gives a program that was interrupted. */
const INTERRUPTED = 130;

async function main(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  switch (command.kind) {
    case "help":
      await print(cliTexts.help);
      return CLEAN;
    case "misuse":
      complain(command.message);
      return INCOMPLETE;
    case "text":
      return (await import("./text-check")).runTextCheck(command);
    case "new":
      return (await import("./new-set")).writeNewSet(command);
    case "check":
      return runCheck(command);
  }
}

function fault(error: unknown): void {
  complain(programFault(error));
  process.exit(INCOMPLETE);
}

endWithoutReader(INCOMPLETE);
process.on("uncaughtException", fault);
// Taken between two steps of the run, never amid the writing of a file.
process.once("SIGINT", () => {
  complain(cliTexts.interrupted);
  process.exit(INTERRUPTED);
});
// Set rather than exited with, so that output into a pipe is written to its end.
process.exitCode = await main();
