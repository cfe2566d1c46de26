import { escapeHtml } from "../../core/narrative/rendering/html";
import { overviewTexts } from "../../text/overview";
import { consolidationTexts } from "../../text/consolidation";
import type { WorkbookComparison } from "./compare-runs";
import { consolidationLines, consolidationRemarks, differenceLine } from "./consolidation-wording";
import { PAGE_STYLE } from "./html-style";
import type { CardSummary, CheckedWorkbook, WorkbookSummary } from "./model";
import { verdictOf, type Overview } from "./overview";
import { below } from "./paths";
import { CHANGES } from "./sheet-cells";
import { byCause, byRule, type Tally } from "./tallies";
import {
  cellWords,
  changeOf,
  explanationWords,
  figureWords,
  fileList,
  kindWord,
  ruleWords,
  sheetWord,
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
    consolidationSection(overview),
    tallyTables(overview),
    ...workbooks.map((workbook, i) => section(workbook, i, overview)),
    ...missing(comparison?.missing ?? []),
    "</body>\n</html>\n",
  ].join("\n");
}

function head({ totals, comparison, madeAt, folder }: Overview): string {
  const tiles: readonly (readonly [string, number, string])[] = [
    [overviewTexts.tiles.workbooks, totals.workbooks, ""],
    [overviewTexts.tiles.withErrors, totals.withErrors, "error"],
    [columns.errors, totals.errors, "error"],
    [columns.toFill, totals.toFill, "toFill"],
    [columns.verify, totals.verify, "verify"],
    [columns.notChecked, totals.notEvaluated, "quiet"],
    ...(totals.unread > 0 ? [[overviewTexts.tiles.unread, totals.unread, "error"] as const] : []),
  ];
  return [
    `<header id="top"><h1>${overviewTexts.title}</h1>`,
    `<p class="made">${escapeHtml([overviewTexts.madeAt(timeWords(madeAt)), ...(folder === "" ? [] : [overviewTexts.folder(folder)])].join("　"))}</p>`,
    `<ul class="tiles">${tiles.map(([label, count, look]) => `<li class="${count > 0 ? look : ""}"><b>${count}</b>${label}</li>`).join("")}</ul>`,
    `<p>${overviewTexts.totals(totals)}</p>`,
    comparison ? `<p>${overviewTexts.comparisonTotals(comparison.totals)}</p>` : "",
    comparison && comparison.totals.unclear > 0 ? `<p class="quiet">${overviewTexts.unclearNote}</p>` : "",
    `<p class="quiet">${overviewTexts.orderNote}</p></header>`,
  ].join("\n");
}

function summaryTable({ workbooks, comparison, folder }: Overview): string {
  const titles = [columns.number, columns.workbook, columns.unit, columns.year, columns.verdict];
  const counts = [
    ...[columns.errors, columns.toFill, columns.verify, columns.hints],
    ...[columns.notChecked, columns.held],
  ];
  const changes = comparison ? CHANGES.map((change) => overviewTexts.changes[change]) : [];
  const headCells = [
    ...titles.map((title) => `<th scope="col">${title}</th>`),
    ...[...counts, ...changes].map((title) => `<th scope="col" class="n">${title}</th>`),
  ];
  const rows = workbooks.map((workbook, i) =>
    summaryRow(workbook, i, folder, comparison ? comparison.workbooks.get(workbook.file) : "none"),
  );
  return `<div class="wide"><table class="summary"><thead><tr>${headCells.join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function summaryRow(
  workbook: WorkbookSummary,
  index: number,
  folder: string,
  compared: WorkbookComparison | undefined | "none",
): string {
  const verdict = verdictOf(workbook);
  const cells = [
    `<td>${index + 1}</td>`,
    `<td><a href="#w${index + 1}">${escapeHtml(below(folder, workbook.file))}</a></td>`,
    `<td>${workbook.kind === "checked" ? escapeHtml(workbook.unitName ?? overviewTexts.unitless) : overviewTexts.none}</td>`,
    `<td>${workbook.kind === "checked" ? (workbook.year ?? overviewTexts.yearless) : overviewTexts.none}</td>`,
    `<td><span class="verdict ${verdict}">${overviewTexts.verdicts[verdict]}</span></td>`,
    ...(workbook.kind === "checked" ? countCells(workbook) : Array<string>(COUNT_COLUMNS).fill(number(undefined))),
    ...(compared === "none" ? [] : changeCells(compared)),
  ];
  return `<tr>${cells.join("")}</tr>`;
}

const COUNT_COLUMNS = 6;

function countCells({ counts, isEmpty }: CheckedWorkbook): readonly string[] {
  if (isEmpty) return Array<string>(COUNT_COLUMNS).fill(number(undefined));
  const { errors, toFill, verify, hints, notEvaluated, exact, withinRounding } = counts;
  return [
    number(errors, "error"),
    number(toFill, "toFill"),
    number(verify, "verify"),
    number(hints),
    number(notEvaluated),
    number(exact + withinRounding),
  ];
}

function changeCells(compared: WorkbookComparison | undefined): readonly string[] {
  if (!compared) return [`<td colspan="4" class="quiet">${overviewTexts.newWorkbook}</td>`];
  return CHANGES.map((change) => number(compared.cards[change].length, change));
}

function number(value: number | undefined, look = ""): string {
  if (value === undefined) return `<td class="n zero">${overviewTexts.none}</td>`;
  return `<td class="n ${value === 0 ? "zero" : look}">${value}</td>`;
}

function consolidationSection({ consolidation }: Overview): string {
  if (!consolidation) return "";
  const [first = "", ...lines] = consolidationLines(consolidation);
  const items = consolidation.differences.map((difference) => `<li>${escapeHtml(differenceLine(difference))}</li>`);
  return [
    `<details open><summary><h2>${consolidationTexts.title}</h2></summary><div><p>${escapeHtml(first)}</p>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    items.length === 0 ? "" : `<ul class="reasons">${items.join("")}</ul>`,
    ...consolidationRemarks(consolidation).map((line) => `<p class="quiet">${escapeHtml(line)}</p>`),
    "</div></details>",
  ].join("\n");
}

/** What is wrong over all workbooks, by rule and by cause. */
function tallyTables(overview: Overview): string {
  const rules = byRule(overview.workbooks).map((row) => tallyRow(ruleWords(row.key, row.title), row, overview));
  if (rules.length === 0) return "";
  const causes = byCause(overview.workbooks).map((row) => tallyRow(overviewTexts.causes[row.key], row, overview));
  return [
    tallyTable(overviewTexts.sheets.rules, columns.rule, rules),
    tallyTable(overviewTexts.sheets.causes, columns.cause, causes),
  ].join("\n");
}

function tallyTable(title: string, first: string, rows: readonly string[]): string {
  const counts = [columns.files, columns.cards, columns.errors, columns.toFill, columns.verify];
  const heads = `<th scope="col">${first}</th>${counts.map((name) => `<th scope="col" class="n">${name}</th>`).join("")}<th scope="col">${columns.where}</th>`;
  return `<details><summary><h2>${title}</h2></summary><div class="wide"><table><thead><tr>${heads}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div></details>`;
}

function tallyRow(name: string, row: Tally<unknown>, { folder }: Overview): string {
  const counts = [number(row.files.length), number(row.cards), number(row.errors, "error")];
  const files = fileList(row.files.map((file) => below(folder, file)));
  return `<tr><td>${escapeHtml(name)}</td>${counts.join("")}${number(row.toFill, "toFill")}${number(row.verify, "verify")}<td class="quiet">${escapeHtml(files)}</td></tr>`;
}

function section(workbook: WorkbookSummary, index: number, { comparison, folder }: Overview): string {
  const compared = comparison?.workbooks.get(workbook.file);
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
    `<details${verdict === "clean" ? "" : " open"}><summary><span class="verdict ${verdict}">${verdictWord(workbook)}</span> <h2>${index + 1}　${escapeHtml(below(folder, workbook.file))}</h2></summary>`,
    `<div id="w${index + 1}">${facts}${body}`,
    compared ? goneLists(compared) : "",
    `<p class="top"><a href="#top">${overviewTexts.backToTop}</a></p></div></details>`,
  ].join("\n");
}

function checkedBody(workbook: CheckedWorkbook, compared: WorkbookComparison | undefined): string {
  if (workbook.isEmpty) return `<p>${overviewTexts.emptyNote}</p>`;
  const { cards, notChecked } = workbook;
  const list = notChecked.map(
    ({ count, reason }) => `<li>${escapeHtml(overviewTexts.notChecked(count, reason ?? overviewTexts.noReason))}</li>`,
  );
  return [
    cards.length === 0 ? `<p>${overviewTexts.noFindings}</p>` : cardsTable(cards, compared),
    list.length === 0 ? "" : `<h3>${overviewTexts.notCheckedTitle}</h3><ul class="reasons">${list.join("")}</ul>`,
  ].join("\n");
}

function cardsTable(cards: readonly CardSummary[], compared: WorkbookComparison | undefined): string {
  const titles = [
    ...[columns.category, columns.sheet, columns.cells, columns.message],
    ...[columns.expected, columns.actual, columns.difference, columns.rule],
    ...(compared ? [columns.change] : []),
  ];
  const rows = cards.map((card) => {
    const change = changeOf(card, compared);
    const cells = [
      `<td><span class="mark ${card.kind}">${kindWord(card)}</span></td>`,
      `<td>${escapeHtml(sheetWord(card))}</td>`,
      `<td class="cells">${escapeHtml(cellWords(card))}</td>`,
      `<td>${messageCell(card)}</td>`,
      ...[card.expected, card.actual, card.difference].map(
        (text) => `<td class="n">${escapeHtml(figureWords(text))}</td>`,
      ),
      `<td class="quiet">${escapeHtml(ruleWords(card.rule, card.ruleTitle))}</td>`,
      ...(change ? [`<td class="${change}">${overviewTexts.changes[change]}</td>`] : []),
    ];
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table class="findings"><thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function messageCell(card: CardSummary): string {
  const explanation = explanationWords(card);
  const { project, title, detail } = card;
  const quiet = (text: string | undefined): string =>
    text === undefined ? "" : `<span class="quiet">${escapeHtml(text)}</span>`;
  const explained =
    explanation === "" ? "" : `<span class="explained">${columns.explanation}：${escapeHtml(explanation)}</span>`;
  return [quiet(project), escapeHtml(title), quiet(detail), explained].filter((line) => line !== "").join("<br>");
}

function goneLists({ cards: { mended, unclear } }: WorkbookComparison): string {
  return [[overviewTexts.mendedTitle, mended] as const, [overviewTexts.unclearTitle, unclear] as const]
    .filter(([, cards]) => cards.length > 0)
    .map(([title, cards]) => {
      const items = cards.map(
        (card) =>
          `<li>${escapeHtml(`${sheetWord(card)} ${cellWords(card)}　${card.title}（${ruleWords(card.rule, card.ruleTitle)}）`)}</li>`,
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
