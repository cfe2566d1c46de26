import { cliTexts } from "../text/cli";

/** What is said of a fault of the program: what it was, so that it can be reported, without the way there. */
export function programFault(error: unknown): string {
  const [what = ""] = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split("\n");
  return `${cliTexts.failed}（${what.slice(0, 200)}）`;
}
