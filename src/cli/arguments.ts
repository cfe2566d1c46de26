import type { FillMode } from "../app/filling/apply-fill";
import { cliTexts } from "../text/cli";
import { cliFillTexts } from "../text/cli-fill";
import { PART_IDS, type PartId } from "../core/publication/model";
import { narrativeTexts } from "../text/narrative";
import { documentTexts } from "../text/document";
import { draftTexts } from "../text/cli-draft";
import { textCliTexts } from "../text/textcheck";
import { newCommand, NEW_VALUES, type NewCommand } from "./new-command";

/** What the command line asks for. */
export interface CheckCommand {
  readonly kind: "check";
  /** Files, folders and patterns as given. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly rounding: boolean;
  readonly out: string | undefined;
  /** How the copies are filled, `kept`: as each workbook keeps it; undefined where they are not. */
  readonly fill: FillMode | "kept" | undefined;
  /** Whether the 情况说明 is written too (with `out`). */
  readonly draft: boolean;
  /** Last year's workbook. */
  readonly prior: string | undefined;
  /** Last year's published document, from which fixed texts are taken over. */
  readonly carry: string | undefined;
  /** The workbook that published documents are compared with. */
  readonly against: string | undefined;
  /** The one part of the drafted document that is wanted. */
  readonly part: PartId | undefined;
  /** Whether the copies get the sheet 情况说明参数. */
  readonly parameters: boolean;
  /** The office's own templates for the 情况说明: wording (.txt) and layout (.docx), at most one each. */
  readonly templates: readonly string[];
  /** Files the overview is written to (.xlsx, .html, .json). */
  readonly overview: readonly string[];
  /** The department's workbook: all others are its units. */
  readonly department: string | undefined;
  /** JSON of an earlier run. */
  readonly compare: string | undefined;
  /** Show progress although standard error is no terminal. */
  readonly progress: boolean;
  /** Seconds one file may take. */
  readonly timeout: number;
  /** Replace files that were not written by an earlier run, or changed since. */
  readonly force: boolean;
}

/** A 情况说明 to check against one workbook. */
export interface TextCommand {
  readonly kind: "text";
  readonly text: string;
  readonly file: string;
  readonly json: boolean;
  readonly prior: string | undefined;
  /** Seconds it may take. */
  readonly timeout: number;
}

export type Command =
  | CheckCommand
  | TextCommand
  | NewCommand
  | { readonly kind: "help" }
  | { readonly kind: "misuse"; readonly message: string };

/** Options that take a value, and what is said where it is missing. */
const VALUES = {
  "--out": cliTexts.outNeedsFolder,
  "--overview": cliTexts.overviewNeedsFile,
  "--department": cliTexts.departmentNeedsFile,
  "--compare": cliTexts.compareNeedsFile,
  "--prior": draftTexts.priorNeedsFile,
  "--timeout": cliTexts.timeoutNeedsSeconds,
  "--text": textCliTexts.needsFile,
  "--template": draftTexts.templateNeedsFile,
  "--carry": draftTexts.carryNeedsFile,
  "--against": documentTexts.againstNeedsFile,
  ...NEW_VALUES,
  "--part": draftTexts.partNeedsName,
} as const;
type ValueOption = keyof typeof VALUES;

/** Seconds a file may take: the largest honest workbooks take a few. */
const DEFAULT_TIMEOUT = "60";
const TEMPLATE_FILE = /\.(txt|docx)$/i;
const OVERVIEW_FILE = /\.(?:xlsx|html?|json)$/i;

/** Arguments → command. Whatever follows "--" is a file. */
export function parseArguments(args: readonly string[]): Command {
  const files: string[] = [];
  const flags = new Set<string>();
  const values = Object.fromEntries(Object.keys(VALUES).map((name) => [name, []])) as unknown as Record<
    ValueOption,
    string[]
  >;
  const misuse = (message: string): Command => ({ kind: "misuse", message });
  let fill: CheckCommand["fill"];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? "";
    if (argument === "--") {
      files.push(...args.slice(i + 1));
      break;
    }
    const [name = "", inline] = splitOption(argument);
    if (name === "--help" || name === "-h") return { kind: "help" };
    else if (FLAGS.has(argument)) flags.add(argument);
    else if (name === "--fill") {
      const mode = inline ?? (isFillMode(args[i + 1]) ? args[++i] : undefined);
      if (mode !== undefined && !isFillMode(mode)) return misuse(cliFillTexts.badMode);
      fill = mode ?? "kept";
    } else if (isValueOption(name)) {
      const value = inline ?? args[++i];
      if (value === undefined || value === "" || value.startsWith("--")) return misuse(VALUES[name]);
      values[name].push(value);
    } else if (argument.startsWith("-")) return misuse(cliTexts.unknownOption(argument));
    else files.push(argument);
  }
  if (values["--new"].length > 0) return newCommand((option) => values[option].at(-1), flags, files);
  const wrong = values["--overview"].find((file) => !OVERVIEW_FILE.test(file));
  if (wrong !== undefined) return misuse(cliTexts.overviewNeedsFile);
  const timeout = values["--timeout"].at(-1) ?? DEFAULT_TIMEOUT;
  if (!/^[1-9]\d{0,3}$/.test(timeout)) return misuse(cliTexts.timeoutNeedsSeconds);
  if (flags.has("--draft") && values["--out"].length === 0) return misuse(draftTexts.needsOut);
  const endings = values["--template"].map((file) => TEMPLATE_FILE.exec(file)?.[1]?.toLowerCase());
  if (endings.includes(undefined) || new Set(endings).size < endings.length)
    return misuse(draftTexts.templateNeedsFile);
  if (endings.length > 0 && !flags.has("--draft")) return misuse(draftTexts.templateNeedsDraft);
  if (values["--carry"].length > 0 && !flags.has("--draft") && !flags.has("--parameters"))
    return misuse(draftTexts.carryNeedsDraft);
  const partName = values["--part"].at(-1);
  const part = partName === undefined ? undefined : partNamed(partName);
  if (partName !== undefined && (part === undefined || !flags.has("--draft"))) return misuse(draftTexts.partNeedsName);
  if (flags.has("--parameters") && values["--out"].length === 0) return misuse(draftTexts.parametersNeedOut);
  if (fill !== undefined && values["--out"].length === 0) return misuse(cliFillTexts.needsOut);
  const text = values["--text"].at(-1);
  if (text !== undefined) {
    const [file, ...more] = files;
    if (file === undefined || more.length > 0) return misuse(textCliTexts.needsWorkbook);
    const prior = values["--prior"].at(-1);
    return { kind: "text", text, file, json: flags.has("--json"), prior, timeout: Number(timeout) };
  }
  if (files.length === 0) return misuse(cliTexts.noFiles);
  return {
    kind: "check",
    files,
    json: flags.has("--json"),
    rounding: flags.has("--rounding"),
    progress: flags.has("--progress"),
    out: values["--out"].at(-1),
    fill,
    draft: flags.has("--draft"),
    prior: values["--prior"].at(-1),
    carry: values["--carry"].at(-1),
    against: values["--against"].at(-1),
    part,
    parameters: flags.has("--parameters"),
    templates: values["--template"],
    overview: values["--overview"],
    department: values["--department"].at(-1),
    compare: values["--compare"].at(-1),
    timeout: Number(timeout),
    force: flags.has("--force"),
  };
}

/** 概况, 决算表, 情况说明, 名词解释, 附件. */
function partNamed(name: string): PartId | undefined {
  return PART_IDS.find((id) => narrativeTexts.take.parts[id].endsWith(` ${name}`));
}

const FLAGS: ReadonlySet<string> = new Set([
  "--draft",
  "--force",
  "--json",
  "--parameters",
  "--plain",
  "--rounding",
  "--progress",
]);

function isFillMode(text: string | undefined): text is FillMode {
  return text === "formulas" || text === "values";
}

/** "--out=dir" → ["--out", "dir"]; an option without a value stands alone. */
function splitOption(argument: string): readonly string[] {
  const at = argument.indexOf("=");
  return at < 0 || !argument.startsWith("--") ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
}

function isValueOption(name: string): name is ValueOption {
  return Object.hasOwn(VALUES, name);
}
