import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkGrid } from "../src/app/check-workbook";
import type { CheckReport } from "../src/app/check-report";
import { planFill } from "../src/core/filling/plan-fill";
import { a1 } from "../src/core/model/cell";
import type { WorkbookGrid } from "../src/core/model/grid";
import { draftNarrative } from "../src/core/narrative/draft";
import { editionFor, type Edition } from "../src/core/editions";
import { NO_PARAMETERS } from "../src/core/narrative/parameters/read-parameters";
import { draftAsText } from "../src/core/narrative/rendering/plain-text";
import { parseTemplate } from "../src/core/narrative/template/parse";
import type { Template } from "../src/core/narrative/template/syntax";
import { roundingFindings } from "../src/core/checking/rounding-findings";

const templates = join(import.meta.dirname, "../assets/templates");

/** A shipped wording template as text. */
export function shippedTemplate(edition: Edition): string {
  return readFileSync(join(templates, edition.template), "utf8");
}

const parsed = new Map<Edition, Template>();
/** A shipped wording template, parsed. */
export function templateOf(edition: Edition): Template {
  const known = parsed.get(edition) ?? parseTemplate(shippedTemplate(edition)).template;
  if (!known) throw new Error(`the shipped template ${edition.id} is broken`);
  parsed.set(edition, known);
  return known;
}

/** What a program says by mistake and no workbook of ours holds. */
const LEFT_OVER = /undefined|NaN|Infinity|\[object|null/;

/**
 * Reads, checks, diagnoses, plans the fill of and drafts from a workbook, whatever it holds, and looks at what came out:
 * no rule failed inside, every sheet was accounted for, every address lies on a sheet that exists, no number is none.
 * @throws Error where something of that does not hold
 */
export function workThrough(grid: WorkbookGrid): CheckReport {
  const report = checkGrid(grid, { now: () => new Date(0) });
  const { book, result, causes, settings } = report;
  const names = new Set(grid.sheets.map((sheet) => sheet.name));
  const known = (sheet: string, where: string) => {
    if (!names.has(sheet)) throw new Error(`${where}: no sheet is named ${JSON.stringify(sheet)}`);
  };
  const said = (text: string, where: string) => {
    if (LEFT_OVER.test(text)) throw new Error(`${where}: ${text}`);
  };

  if (book.sheets.length !== grid.sheets.length) throw new Error("a sheet was not accounted for");
  for (const row of result.coverage) {
    for (const { fault, reason } of row.reasons) {
      if (fault !== undefined) throw new Error(`rule ${row.rule} failed: ${fault}`);
      said(reason, row.rule);
    }
  }
  for (const finding of [...result.findings, ...roundingFindings(result)]) {
    said(`${finding.message}${finding.expected ?? ""}${finding.actual ?? ""}`, finding.rule);
    for (const cell of [...finding.cells, ...finding.related]) known(cell.sheet, finding.rule);
  }
  const ids = new Set(result.findings.map((finding) => finding.id));
  if (ids.size !== result.findings.length) throw new Error("two findings have one id");
  for (const { explanations, findings } of causes) {
    for (const id of findings) if (!ids.has(id)) throw new Error(`a cause explains ${id}, which was not found`);
    for (const { figure, proposed } of explanations.flatMap(({ suspects }) => suspects)) {
      known(figure.cell.sheet, "diagnosis");
      said(proposed.toString(), `suspect ${a1(figure.cell)}`);
    }
  }
  for (const write of planFill(book, result, { settings, grid }).writes) {
    known(write.cell.sheet, "fill");
    said(String(write.content ?? "") + (write.formula ?? "") + write.reason, `fill ${write.id}`);
  }
  const draft = draftNarrative({
    book,
    parameters: NO_PARAMETERS.parameters,
    template: templateOf(editionFor(book)),
  });
  said(draftAsText(draft), "draft");
  return report;
}
