import { cliTexts } from "../text/cli";

/** What the command line asks for. */
export interface CheckCommand {
  readonly kind: "check";
  readonly files: readonly string[];
  readonly json: boolean;
  readonly rounding: boolean;
  readonly out: string | undefined;
}

export type Command = CheckCommand | { readonly kind: "help" } | { readonly kind: "misuse"; readonly message: string };

/** Arguments → command. Whatever follows "--" is a file. */
export function parseArguments(args: readonly string[]): Command {
  const files: string[] = [];
  let json = false;
  let rounding = false;
  let out: string | undefined;
  const misuse = (message: string): Command => ({ kind: "misuse", message });
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? "";
    if (argument === "--") {
      files.push(...args.slice(i + 1));
      break;
    }
    if (argument === "--help" || argument === "-h") return { kind: "help" };
    else if (argument === "--json") json = true;
    else if (argument === "--rounding") rounding = true;
    else if (argument === "--out" || argument.startsWith("--out=")) {
      out = argument === "--out" ? args[++i] : argument.slice("--out=".length);
      if (out === undefined || out === "" || out.startsWith("--")) return misuse(cliTexts.outNeedsFolder);
    } else if (argument.startsWith("-")) return misuse(cliTexts.unknownOption(argument));
    else files.push(argument);
  }
  return files.length === 0 ? misuse(cliTexts.noFiles) : { kind: "check", files, json, rounding, out };
}
