import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { CheckReport } from "../app/check-report";
import { WordTemplateError } from "../app/narrative/docx";
import { draftWorkbook } from "../app/narrative/draft-workbook";
import type { KeptTemplates } from "../app/narrative/kept-templates";
import { readOfficeTemplate, type OfficeTemplates, type TemplateTrouble } from "../app/narrative/office-templates";
import { templateTroubleText } from "../app/narrative/template-trouble";
import { readPriorWorkbook } from "../app/narrative/prior-workbook";
import { shippedAsset, WORD_TEMPLATE, type ReadAsset } from "../app/narrative/templates";
import { draftPublication, wordPublication } from "../app/publication/draft-publication";
import { accountAsDocx } from "../app/publication/office-docx";
import type { AccountBook } from "../core/model/book";
import { draftAsText } from "../core/narrative/rendering/plain-text";
import type { PartId } from "../core/publication/model";
import { carriedFrom, type CarriedTexts } from "../core/publication/carried";
import { readDocx } from "../host/docx/read-docx";
import type { WorkbookHost } from "../host/port";
import { draftTexts } from "../text/cli-draft";
import type { MadeFiles } from "./batch/outcome";
import { readingTrouble } from "./reading-trouble";

/** What drafting one workbook came to. */
export interface DraftOutcome {
  readonly ok: boolean;
  /** The 情况说明 as .docx and .txt and the whole document to publish; empty where there is none. */
  readonly made: readonly MadeFiles[];
  /** For standard error. */
  readonly warnings: readonly string[];
}

/** The shipped templates, beside the program. */
export const readAsset: ReadAsset = async (name) =>
  new Uint8Array(await readFile(new URL(`../../assets/templates/${name}`, import.meta.url)));

const priors = new Map<string, Promise<AccountBook>>();

/** Last year's workbook; read once in a run. Rejects with the file system's error or a HostError. */
export function priorWorkbook(path: string): Promise<AccountBook> {
  const known = priors.get(path);
  if (known) return known;
  const reading = readFile(path).then((bytes) => readPriorWorkbook({ name: basename(path), bytes }));
  priors.set(path, reading);
  return reading;
}

/** A template of the office that can not be used. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  constructor(readonly trouble: TemplateTrouble) {
    super(trouble.kind);
  }
}

/** What is said of a template that is not used. */
export function templateTrouble(trouble: Parameters<typeof templateTroubleText>[0]): string {
  const { happened, todo, details } = templateTroubleText(trouble);
  return [happened + todo, ...details].join("\n  ");
}

const carriers = new Map<string, Promise<CarriedTexts>>();

/** Last year's published document (.docx); read once in a run. Rejects with the file system's error or a HostError. */
export function carriedTexts(path: string): Promise<CarriedTexts> {
  const known = carriers.get(path);
  if (known) return known;
  const reading = readFile(path).then((bytes) => carriedFrom(readDocx(new Uint8Array(bytes)).document));
  carriers.set(path, reading);
  return reading;
}

const readTemplates = new Map<string, Promise<OfficeTemplates>>();

/** The office's own templates; read once in a run. Rejects with the file system's error or a TemplateError. */
export async function officeTemplates(paths: readonly string[]): Promise<OfficeTemplates> {
  const all = await Promise.all(
    paths.map((path) => {
      const reading = readTemplates.get(path) ?? readTemplate(path);
      readTemplates.set(path, reading);
      return reading;
    }),
  );
  return Object.assign({}, ...all) as OfficeTemplates;
}

async function readTemplate(path: string): Promise<OfficeTemplates> {
  const read = await readOfficeTemplate({ name: basename(path), bytes: await readFile(path) });
  if (read.kind === "trouble") throw new TemplateError(read.trouble);
  return read.templates;
}

/** What a draft is made from besides the workbook. */
export interface DraftSources {
  readonly priorYear: AccountBook | undefined;
  /** Of the command line; they go before those the workbook keeps. */
  readonly templates: OfficeTemplates;
  readonly kept: KeptTemplates;
  /** Last year's published document, for 概况, 名词解释 and fixed sentences; else what the workbook keeps of one. */
  readonly carried?: CarriedTexts | undefined;
  /** The one part of the document that is wanted; undefined for all of it. */
  readonly part?: PartId | undefined;
  /** The check of the workbook as it is drafted from. */
  readonly report?: CheckReport;
}

/**
 * Drafts the 情况说明 of a workbook and the whole document to publish; never rejects. Parameters and reasons come from
 * its sheet 情况说明参数.
 */
export async function draftOf(
  host: WorkbookHost,
  { priorYear, templates, kept, carried, part, report }: DraftSources,
): Promise<DraftOutcome> {
  try {
    const { wording, word } = { ...kept.templates, ...templates };
    const drafted = await draftWorkbook(host, {
      readAsset,
      report,
      ...(priorYear ? { priorYear } : {}),
      ...(carried ? { carried } : {}),
      ...(wording ? { officeTemplate: wording.text } : {}),
    });
    const { draft, book, notes } = drafted;
    if (book.tables.size === 0) return { ok: true, made: [], warnings: [draftTexts.noTables] };
    const docx = await accountAsDocx(draft, word?.bytes ?? (await shippedAsset(readAsset, WORD_TEMPLATE)));
    const whole = await wordPublication(await draftPublication(host, drafted, carried), word?.bytes, part);
    const { reasons, parameters, tables } = draft.missing;
    const used = [
      ...(wording && wording === kept.templates.wording ? [wording.file] : []),
      ...(word && word === kept.templates.word ? [word.name] : []),
    ];
    const note = [
      used.length > 0 ? draftTexts.keptTemplates(used) : "",
      draftTexts.missing(reasons.length, parameters.length, tables.length),
    ]
      .filter((line) => line !== "")
      .join("\n");
    const text = [
      { ending: ".docx", content: docx },
      { ending: ".txt", content: draftAsText(draft) },
    ];
    return {
      ok: true,
      made: [
        { what: "publication", files: [{ ending: draftTexts.wholeEnding, content: whole }], note: "" },
        { what: "draft", files: text, note },
      ],
      warnings: [
        ...(kept.rejected.length > 0 ? [templateTrouble({ kind: "keptTemplates", files: kept.rejected })] : []),
        ...draft.warnings,
        ...notes.map(({ message }) => draftTexts.parameter(message)),
        ...draft.differences.map(({ message }) => draftTexts.difference(message)),
      ],
    };
  } catch (error) {
    const warning = error instanceof WordTemplateError ? error.message : readingTrouble(error);
    return { ok: false, made: [], warnings: [warning] };
  }
}
