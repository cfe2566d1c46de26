import { cliTexts } from "../text/cli";
import { printable, printableJson, printableLine } from "./printable";

/** Writes text to standard output and waits until a slow reader has taken it, so that nothing piles up in memory. */
export function print(text: string): Promise<void> {
  return put(printable(text));
}

/** The same for a part of a JSON document. */
export function printJson(json: string): Promise<void> {
  return put(printableJson(json));
}

function put(text: string): Promise<void> {
  if (text === "") return Promise.resolve();
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

/** Writes a line to standard error about a file, folder or pattern. */
export function warn(what: string, message: string): void {
  process.stderr.write(`${printableLine(what)}：${printable(message)}\n`);
}

/** Writes a line to standard error. */
export function complain(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/**
 * Ends the run where nobody takes its output any more, silently where the reader has left (`| head`).
 * @param code to end with: not all was said
 */
export function endWithoutReader(code: number): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EOF") complain(cliTexts.outputBroken);
    process.exit(code);
  });
  process.stderr.on("error", () => undefined);
}
