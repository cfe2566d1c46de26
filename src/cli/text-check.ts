import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { checkTextOfWorkbook } from "../app/textcheck/check-text";
import { textFileTrouble } from "../app/textcheck/file-trouble";
import { fileSource, type TextSource } from "../app/textcheck/text-source";
import { a1 } from "../core/model/cell";
import type { CheckedFigure, TextRange, TextReport } from "../core/textcheck/model";
import { HostError } from "../host/errors";
import { openXlsx } from "../host/xlsx/xlsx-host";
import { textCheckTexts, textCliTexts } from "../text/textcheck";
import { zh } from "../text/zh";
import type { TextCommand } from "./arguments";
import { CLEAN, ERRORS_FOUND, INCOMPLETE, type FileOutcome } from "./batch/outcome";
import { runTasks } from "./batch/run-tasks";
import { readingTrouble } from "./reading-trouble";
import { priorWorkbook } from "./draft";
import { print, printJson, warn } from "./output";
import type { CellNamer } from "./text-report";

/** Checks a 情况说明 against a workbook, in a thread that can be given up. Answers the exit code. */
export async function runTextCheck(command: TextCommand): Promise<number> {
  const options = { output: command.json ? "json" : "text", rounding: false, summary: false } as const;
  let code = INCOMPLETE;
  await runTasks([{ file: command.file, options, text: command }], command.timeout, async (outcome) => {
    code = outcome.code;
    for (const warning of outcome.warnings) warn(outcome.file, warning);
    await (command.json ? printJson : print)(outcome.output);
  });
  return code;
}

/**
 * What checking a 情况说明 comes to, readable or as JSON: the code is 1 where a figure is wrong or the text contradicts
 * itself, 2 where a file cannot be read. Never rejects on a file.
 */
export async function checkText(command: TextCommand): Promise<FileOutcome> {
  const source = await attempt(command.text, async () =>
    fileSource(command.text, new Uint8Array(await readFile(command.text))),
  );
  if ("warnings" in source) return source;
  const host = await attempt(command.file, async () =>
    openXlsx(new Uint8Array(await readFile(command.file)), basename(command.file)),
  );
  if ("warnings" in host) return host;
  const prior =
    command.prior === undefined
      ? { priorYear: undefined }
      : await attempt(command.prior, () => withPrior(command.prior));
  if ("warnings" in prior) return prior;
  const report = await checkTextOfWorkbook(host, source.paragraphs, prior.priorYear);
  return {
    file: command.prior ?? command.file,
    code: report.counts.wrong + report.counts.contradictions > 0 ? ERRORS_FOUND : CLEAN,
    output: (command.json ? jsonReport : readableReport)(command, report, source),
    warnings: report.warnings,
    summary: undefined,
    made: [],
  };
}

async function withPrior(path: string | undefined) {
  return { priorYear: path === undefined ? undefined : await priorWorkbook(path) };
}

/** What was read, or why not. */
async function attempt<T extends object>(file: string, read: () => Promise<T>): Promise<T | FileOutcome> {
  try {
    return await read();
  } catch (error) {
    const isText = /\.(?:docx?|txt)$/i.test(file) && error instanceof HostError;
    const warnings = [isText ? textFileTrouble(error) : readingTrouble(error)];
    return { file, code: INCOMPLETE, output: "", warnings, summary: undefined, made: [] };
  }
}

function readableReport({ text, file }: TextCommand, report: TextReport, source: TextSource): string {
  const placeOf: PlaceNamer = (range) => textCliTexts.place(source.originalOf(range).paragraph + 1, source.counted);
  return `${[textCliTexts.heading(text, file), ...textCheckLines(report, a1, placeOf)].join("\n")}\n`;
}

/** How the report names the place of a piece of the text. */
export type PlaceNamer = (range: TextRange) => string;

/** What became of the figures of a text, what is wrong first, and its contradictions, as lines to read. */
export function textCheckLines(report: TextReport, nameOf: CellNamer, placeOf: PlaceNamer): readonly string[] {
  const figures = report.sentences.flatMap(({ figures: some, text: sentence }) =>
    some.map((figure) => ({ figure, sentence })),
  );
  const lines = figures
    .filter(({ figure }) => figure.verdict.kind !== "right")
    .sort((a, b) => rank(a.figure) - rank(b.figure))
    .map(({ figure, sentence }) => `  ${placeOf(figure)}  ${figureLine(figure, nameOf)}\n      ${sentence.trim()}`);
  const contradictions = report.contradictions.map(
    (found) => `  ${placeOf(found)}  ${textCheckTexts.contradiction(found)}`,
  );
  return [
    textCheckTexts.counts(report.counts).join("，"),
    textCheckTexts.total(report.counts),
    ...report.leftOut.map(textCheckTexts.leftOut),
    ...section(textCheckTexts.contradictions, contradictions),
    ...section(textCheckTexts.sentences, lines),
  ];
}

const rank = (figure: CheckedFigure): number => (figure.verdict.kind === "wrong" ? 0 : 1);

function figureLine(figure: CheckedFigure, nameOf: CellNamer): string {
  const { verdict } = figure;
  const cells = verdict.kind === "wrong" ? verdict.cells.map((cell) => zh.place(cell.sheet, nameOf(cell))) : [];
  const basis = cells.length === 0 ? "" : `（${textCheckTexts.cells} ${zh.punctuation.list(cells)}）`;
  return `${figure.text}${figure.unit}  ${textCheckTexts.verdict(figure)}${basis}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `【${title}】`, ...lines];
}

function jsonReport({ text, file }: TextCommand, report: TextReport, source: TextSource): string {
  return `${JSON.stringify({ version: 1, text, file, ...jsonText(report, source.originalOf) }, null, 2)}\n`;
}

/** What became of a text, for the JSON document; `originalOf` says where a piece of it stands in the user's file. */
export function jsonText(report: TextReport, originalOf: TextSource["originalOf"]): object {
  const figures = report.sentences
    .flatMap((sentence) => sentence.figures)
    .map((figure) => {
      const { verdict, measure } = figure;
      return {
        ...originalOf(figure),
        figure: `${figure.text}${figure.unit}`,
        verdict: verdict.kind,
        measure: measure ? textCheckTexts.measured(measure) : null,
        message: textCheckTexts.verdict(figure),
        cells:
          verdict.kind === "uncheckable" ? [] : verdict.cells.map((cell) => ({ sheet: cell.sheet, cell: a1(cell) })),
      };
    });
  const contradictions = report.contradictions.map((found) => ({
    ...originalOf(found),
    kind: found.kind,
    message: textCheckTexts.contradiction(found),
  }));
  return { counts: report.counts, leftOut: report.leftOut, figures, contradictions };
}
