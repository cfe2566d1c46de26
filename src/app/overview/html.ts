import { escapeHtml } from "../../core/narrative/rendering/html";
import { overviewTexts } from "../../text/overview";
import type { Change, WorkbookComparison } from "./compare-runs";
import { PAGE_STYLE } from "./html-style";
import type { CheckedWorkbook, FindingSummary, WorkbookSummary } from "./model";
import { verdictOf, type Overview } from "./overview";
import {
  cellWords,
  changeOf,
  explanationWords,
  figureWords,
  severityWord,
  sheetWord,
  suspectWords,
  timeWords,
  verdictWord,
} from "./wording";

const { columns } = overviewTexts;

/** A page that needs nothing but itself: no script, no other file; every text from a workbook is escaped. */
export function overviewHtml(overview: Overview): string {
  const { workbooks, comparison } = overview;
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${overviewTexts.title}</title>\n<style>${PAGE_STYLE}</style>\n</head>\n<body>`,
    head(overview),
    summaryTable(overview),
    ...workbooks.map((workbook, i) => section(workbook, i, comparison?.workbooks.get(workbook.file))),
    ...missing(comparison?.missing ?? []),
    "</body>\n</html>\n",
  ].join("\n");
}

function head({ totals, comparison, madeAt }: Overview): string {
  const tiles: readonly (readonly [string, number, string])[] = [
    [overviewTexts.tiles.workbooks, totals.workbooks, ""],
    [overviewTexts.tiles.withErrors, totals.withErrors, "error"],
    [columns.errors, totals.errors, "error"],
    [columns.verify, totals.verify, "verify"],
    [columns.notChecked, totals.notEvaluated, "quiet"],
    ...(totals.unread > 0 ? [[overviewTexts.tiles.unread, totals.unread, "error"] as const] : []),
  ];
  return [
    `<header id="top"><h1>${overviewTexts.title}</h1>`,
    `<p class="made">${escapeHtml(overviewTexts.madeAt(timeWords(madeAt)))}</p>`,
    `<ul class="tiles">${tiles.map(([label, count, look]) => `<li class="${count > 0 ? look : ""}"><b>${count}</b>${label}</li>`).join("")}</ul>`,
    `<p>${overviewTexts.totals(totals)}</p>`,
    comparison ? `<p>${overviewTexts.comparisonTotals(comparison.totals)}</p>` : "",
    comparison && comparison.totals.unclear > 0 ? `<p class="quiet">${overviewTexts.unclearNote}</p>` : "",
    `<p class="quiet">${overviewTexts.orderNote}</p></header>`,
  ].join("\n");
}

function summaryTable({ workbooks, comparison }: Overview): string {
  const titles = [columns.number, columns.workbook, columns.unit, columns.year, columns.verdict];
  const counts = [
    ...[columns.errors, columns.toFill, columns.verify, columns.hints],
    ...[columns.notChecked, columns.suspects, columns.held],
  ];
  const changes = comparison ? CHANGES.map((change) => overviewTexts.changes[change]) : [];
  const headCells = [
    ...titles.map((title) => `<th scope="col">${title}</th>`),
    ...[...counts, ...changes].map((title) => `<th scope="col" class="n">${title}</th>`),
  ];
  const rows = workbooks.map((workbook, i) =>
    summaryRow(workbook, i, comparison ? comparison.workbooks.get(workbook.file) : "none"),
  );
  return `<div class="wide"><table class="summary"><thead><tr>${headCells.join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div>`;
}

const CHANGES: readonly Change[] = ["mended", "added", "remaining", "unclear"];

function summaryRow(
  workbook: WorkbookSummary,
  index: number,
  compared: WorkbookComparison | undefined | "none",
): string {
  const verdict = verdictOf(workbook);
  const cells = [
    `<td>${index + 1}</td>`,
    `<td><a href="#w${index + 1}">${escapeHtml(workbook.file)}</a></td>`,
    `<td>${workbook.kind === "checked" ? escapeHtml(workbook.unitName ?? overviewTexts.unitless) : overviewTexts.none}</td>`,
    `<td>${workbook.kind === "checked" ? (workbook.year ?? overviewTexts.yearless) : overviewTexts.none}</td>`,
    `<td><span class="verdict ${verdict}">${overviewTexts.verdicts[verdict]}</span></td>`,
    ...(workbook.kind === "checked" ? countCells(workbook) : Array<string>(COUNT_COLUMNS).fill(number(undefined))),
    ...(compared === "none" ? [] : changeCells(compared)),
  ];
  return `<tr>${cells.join("")}</tr>`;
}

const COUNT_COLUMNS = 7;

function countCells({ counts, suspects, isEmpty }: CheckedWorkbook): readonly string[] {
  if (isEmpty) return Array<string>(COUNT_COLUMNS).fill(number(undefined));
  const { errors, toFill, verify, hints, notEvaluated, exact, withinRounding } = counts;
  return [
    number(errors, "error"),
    number(toFill, "toFill"),
    number(verify, "verify"),
    number(hints),
    number(notEvaluated),
    number(suspects),
    number(exact + withinRounding),
  ];
}

function changeCells(compared: WorkbookComparison | undefined): readonly string[] {
  if (!compared) return [`<td colspan="4" class="quiet">${overviewTexts.newWorkbook}</td>`];
  return CHANGES.map((change) => number(compared[change].length, change));
}

function number(value: number | undefined, look = ""): string {
  if (value === undefined) return `<td class="n zero">${overviewTexts.none}</td>`;
  return `<td class="n ${value === 0 ? "zero" : look}">${value}</td>`;
}

function section(workbook: WorkbookSummary, index: number, compared: WorkbookComparison | undefined): string {
  const body =
    workbook.kind === "unread"
      ? `<p class="unread">${escapeHtml(workbook.reason)}</p>`
      : checkedBody(workbook, compared);
  const facts =
    workbook.kind === "unread" || workbook.isEmpty
      ? ""
      : `<p class="quiet">${escapeHtml([workbook.unitName ?? overviewTexts.unitless, workbook.year === undefined ? columns.year + overviewTexts.yearless : `${workbook.year}年度`, workbook.moneyUnit].join(" · "))}</p>`;
  const verdict = verdictOf(workbook);
  return [
    `<details${verdict === "clean" ? "" : " open"}><summary><span class="verdict ${verdict}">${verdictWord(workbook)}</span> <h2>${index + 1}　${escapeHtml(workbook.file)}</h2></summary>`,
    `<div id="w${index + 1}">${facts}${body}`,
    compared ? goneLists(compared) : "",
    `<p class="top"><a href="#top">${overviewTexts.backToTop}</a></p></div></details>`,
  ].join("\n");
}

function checkedBody(workbook: CheckedWorkbook, compared: WorkbookComparison | undefined): string {
  if (workbook.isEmpty) return `<p>${overviewTexts.emptyNote}</p>`;
  const { findings, notChecked } = workbook;
  const list = notChecked.map(
    ({ count, reason }) => `<li>${escapeHtml(overviewTexts.notChecked(count, reason ?? overviewTexts.noReason))}</li>`,
  );
  return [
    findings.length === 0 ? `<p>${overviewTexts.noFindings}</p>` : findingsTable(findings, compared),
    list.length === 0 ? "" : `<h3>${overviewTexts.notCheckedTitle}</h3><ul class="reasons">${list.join("")}</ul>`,
  ].join("\n");
}

function findingsTable(findings: readonly FindingSummary[], compared: WorkbookComparison | undefined): string {
  const titles = [
    columns.category,
    columns.sheet,
    columns.cells,
    columns.message,
    columns.expected,
    columns.actual,
    columns.difference,
    columns.suspect,
    columns.rule,
    ...(compared ? [columns.change] : []),
  ];
  const rows = findings.map((finding) => {
    const change = changeOf(finding, compared);
    const cells = [
      `<td><span class="mark ${finding.kind}">${severityWord(finding)}</span></td>`,
      `<td>${escapeHtml(sheetWord(finding))}</td>`,
      `<td class="cells">${escapeHtml(cellWords(finding))}</td>`,
      `<td>${messageCell(finding)}</td>`,
      ...[finding.expected, finding.actual, finding.difference].map(
        (text) => `<td class="n">${escapeHtml(figureWords(text))}</td>`,
      ),
      `<td>${escapeHtml(suspectWords(finding))}</td>`,
      `<td class="quiet rule">${escapeHtml(finding.rule)}</td>`,
      ...(change ? [`<td class="${change}">${overviewTexts.changes[change]}</td>`] : []),
    ];
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table class="findings"><thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function messageCell(finding: FindingSummary): string {
  const explanation = explanationWords(finding);
  const project = finding.project === undefined ? "" : `<span class="quiet">${escapeHtml(finding.project)}</span><br>`;
  const explained =
    explanation === "" ? "" : `<br><span class="explained">${columns.explanation}：${escapeHtml(explanation)}</span>`;
  return project + escapeHtml(finding.message) + explained;
}

function goneLists({ mended, unclear }: WorkbookComparison): string {
  return [[overviewTexts.mendedTitle, mended] as const, [overviewTexts.unclearTitle, unclear] as const]
    .filter(([, findings]) => findings.length > 0)
    .map(([title, findings]) => {
      const items = findings.map(
        (finding) =>
          `<li>${escapeHtml(`${sheetWord(finding)} ${cellWords(finding)}　${finding.message}（${finding.rule}）`)}</li>`,
      );
      return `<h3>${title}</h3><ul class="reasons">${items.join("")}</ul>`;
    })
    .join("\n");
}

function missing(files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  const items = files.map((file) => `<li>${escapeHtml(file)}</li>`);
  return [`<h2 class="missing">${overviewTexts.missingTitle}</h2><ul class="reasons">${items.join("")}</ul>`];
}
