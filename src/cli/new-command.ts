import type { OrganisationWord } from "../core/model/book";
import type { MoneyUnit } from "../core/model/quantity";
import { newSetTexts } from "../text/new-set";

/** A new workbook with a blank set, or with the next year's of `prior`. */
export interface NewCommand {
  readonly kind: "new";
  readonly file: string;
  /** Undefined where it follows from last year's workbook. */
  readonly year: number | undefined;
  readonly unitName: string | undefined;
  readonly of: OrganisationWord;
  readonly moneyUnit: MoneyUnit;
  /** Names of the projects, "" for a form whose name is still to be typed. */
  readonly projects: readonly string[];
  /** Codes with names: "2010301行政运行". */
  readonly subjects: readonly { readonly code: string; readonly name: string }[];
  /** A workbook whose 科目 are taken. */
  readonly subjectsFrom: string | undefined;
  /** Names of the sheets that are wanted; undefined for the tables, 汇总表 where there are forms, and 参数. */
  readonly sheets: readonly string[] | undefined;
  /** The layout's name; undefined for the year's own. */
  readonly layout: string | undefined;
  readonly formulas: boolean;
  readonly prior: string | undefined;
  readonly force: boolean;
}

/** Options of a new set that take a value, and what is said where it is missing. */
export const NEW_VALUES = {
  "--new": newSetTexts.cli.needsFile,
  "--year": newSetTexts.cli.badYear,
  "--unit": newSetTexts.cli.needsName,
  "--of": newSetTexts.cli.badOf,
  "--money": newSetTexts.cli.badMoney,
  "--forms": newSetTexts.cli.badForms,
  "--codes": newSetTexts.cli.badCodes,
  "--codes-from": newSetTexts.cli.needsCodesFile,
  "--sheets": newSetTexts.cli.needsSheets,
  "--layout": newSetTexts.cli.needsLayout,
} as const;

/** The command of a new set; options that only a check has are of no use to it. `last`: the value given last. */
export function newCommand(
  last: (option: keyof typeof NEW_VALUES | "--prior") => string | undefined,
  flags: ReadonlySet<string>,
  files: readonly string[],
): NewCommand | { readonly kind: "misuse"; readonly message: string } {
  const misuse = (message: string) => ({ kind: "misuse", message }) as const;
  const texts = newSetTexts.cli;
  const [file = "", year, prior] = [last("--new"), last("--year"), last("--prior")];
  const [of = "部门", moneyUnit = "万元", forms = "0"] = [last("--of"), last("--money"), last("--forms")];
  if (!/\.xlsx$/i.test(file)) return misuse(texts.needsFile);
  if (files.length > 0) return misuse(texts.notChecked);
  if (year === undefined && prior === undefined) return misuse(texts.needsYear);
  if (year !== undefined && !/^\d{4}$/.test(year)) return misuse(texts.badYear);
  if (of !== "部门" && of !== "单位") return misuse(texts.badOf);
  if (moneyUnit !== "万元" && moneyUnit !== "元") return misuse(texts.badMoney);
  const named = listed(last("--codes")).map((text) => /^(\d+)(.*)$/.exec(text));
  if (named.includes(null)) return misuse(texts.badCodes);
  const sheets = last("--sheets");
  return {
    kind: "new",
    file,
    year: year === undefined ? undefined : Number(year),
    unitName: last("--unit"),
    of,
    moneyUnit,
    projects: /^\d{1,3}$/.test(forms) ? Array.from({ length: Number(forms) }, () => "") : parts(forms),
    subjects: named.flatMap((match) => (match ? [{ code: match[1] ?? "", name: match[2] ?? "" }] : [])),
    subjectsFrom: last("--codes-from"),
    sheets: sheets === undefined ? undefined : listed(sheets),
    layout: last("--layout"),
    formulas: !flags.has("--plain"),
    prior,
    force: flags.has("--force"),
  };
}

/** Parts between commas; names may hold blanks. */
const parts = (text: string): readonly string[] => text.split(/[,，、]+/).flatMap((part) => part.trim() || []);
const listed = (text = ""): readonly string[] => text.split(/[,，、\s]+/).filter((part) => part !== "");
