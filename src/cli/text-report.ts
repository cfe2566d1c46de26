import type { CheckReport } from "../app/check-report";
import { notChecked } from "../app/not-checked";
import { DEFAULT_FILTER } from "../app/problem-filter";
import { problemText } from "../app/problem-text";
import { groupProblems } from "../app/problem-groups";
import { soleSuspects, type Problem } from "../app/problems";
import { a1, type CellAddress } from "../core/model/cell";
import type { Finding } from "../core/model/finding";
import { cliTexts } from "../text/cli";
import { SEVERITY_WORDS, zh } from "../text/zh";

/** What a cell is called: its address in a workbook, page, row and column in a printed document. */
export type CellNamer = (cell: CellAddress) => string;

/** The report of one workbook as Chinese text: verdict, problems by sheet, what was not read and not checked, how
 * open choices were taken. */
export function textReport(file: string, report: CheckReport, rounding: boolean, nameOf?: CellNamer): string {
  const { book, counts } = report;
  const facts = [cliTexts.unit(book.unitName ?? zh.head.unknownUnit), zh.head.facts(book.year, book.moneyUnit)];
  const verdict = zh.head.verdict({ ...counts, held: counts.exact + counts.withinRounding });
  return [
    cliTexts.workbook(file),
    facts.join(zh.punctuation.separator),
    verdict.join("，") || zh.head.noTables,
    ...problemLines(report, rounding, nameOf),
    ...sheetLines(report),
    ...notCheckedLines(report),
    ...section(zh.coverage.choices, choiceLines(report)),
  ].join("\n");
}

function problemLines(report: CheckReport, rounding: boolean, nameOf: CellNamer | undefined): string[] {
  return groupProblems(report, { ...DEFAULT_FILTER, rounding }).flatMap((group) => [
    "",
    `【${group.sheet === "" ? cliTexts.wholeWorkbook : group.sheet}】${group.project ?? ""}`,
    ...group.problems.flatMap((problem) => problemLinesOf(problem, report, nameOf)),
  ]);
}

function problemLinesOf(problem: Problem, report: CheckReport, nameInDocument: CellNamer | undefined): string[] {
  const nameOf = nameInDocument ?? a1;
  const placeOf = nameInDocument && ((cell: CellAddress) => zh.place(cell.sheet, nameInDocument(cell)));
  const lines = problem.findings.map(
    (finding) =>
      `${finding.rule} ${finding.message}${placesOf(finding.sheet, finding.cells, nameOf)}${explained(finding, report)}`,
  );
  const word = SEVERITY_WORDS[problem.kind];
  if (!problem.cause) return lines.map((line) => `  ${word}  ${line}`);
  const { title, detail } = problemText(problem, report.book, placeOf);
  const [first] = problem.findings;
  const isSaid = detail === undefined || detail === first.message;
  return [
    `  ${word}  ${title}${placesOf(problem.sheet, certainCells(problem), nameOf)}`,
    ...(isSaid ? [] : [`        ${detail}`]),
    ...lines.map((line) => `        · ${line}`),
  ];
}

/** Where the figures to correct or to fill in stand. */
function certainCells(problem: Problem): readonly CellAddress[] {
  return soleSuspects(problem).map(({ figure }) => figure.cell);
}

/** The 核实说明 of a finding, where it has one for the present figures. */
function explained({ id }: Finding, { explanations }: CheckReport): string {
  const kept = explanations?.get(id);
  return kept ? `　${zh.explanation.label}：${kept.text}` : "";
}

function placesOf(sheet: string, cells: readonly CellAddress[], nameOf: CellNamer): string {
  const names = cells.map((cell) => (cell.sheet === sheet ? nameOf(cell) : zh.place(cell.sheet, nameOf(cell))));
  return names.length === 0 ? "" : `（${cliTexts.cells(zh.punctuation.list(names))}）`;
}

/** Sheets that were not recognised or not read, and what reading found odd. */
function sheetLines(report: CheckReport): string[] {
  const { book, grid } = report;
  const skipped = (grid.skipped ?? []).map(({ name, reason }) => `  ${name}：${zh.reading.skipped(reason)}`);
  const unknown = book.sheets
    .filter(({ kind, note, unread }) => !unread && (kind === null || note !== undefined))
    .map(({ name, note }) => `  ${name}：${note ?? zh.reading.noNote}`);
  const notes = [...book.notes, ...book.sheets.flatMap((sheet) => sheet.notes)].map(
    ({ sheet, message }) => `  ${sheet ?? zh.reading.workbook}：${message}`,
  );
  return section(zh.reading.title, [...skipped, ...unknown, ...notes]);
}

function notCheckedLines(report: CheckReport): string[] {
  return section(
    zh.notChecked.title,
    notChecked(report.result.coverage).map(
      ({ count, reason }) => `  ${zh.notChecked.line(count, reason ?? zh.notChecked.noReason)}`,
    ),
  );
}

/** How the choices were taken that a rule's source leaves open. */
function choiceLines({ result }: CheckReport): string[] {
  return result.coverage.flatMap(({ rule, remarks = [] }) => remarks.map((remark) => `  ${rule}　${remark}`));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `【${title}】`, ...new Set(lines)];
}
