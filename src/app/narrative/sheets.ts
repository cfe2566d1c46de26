import { OWN_SHEETS } from "../../core/model/own-sheets";
import type { ChartData, NarrativeDraft } from "../../core/narrative/model";
import { paragraphText } from "../../core/narrative/rendering/span-text";
import type { SheetChart, SheetContent } from "../../host/port";

/** Names of the sheets the draft is written to. */
export const NARRATIVE_SHEET = OWN_SHEETS.narrative;
export const CHART_SHEET = OWN_SHEETS.charts;

/** The text as a sheet: headings bold, a paragraph a row. */
export function narrativeSheet(draft: NarrativeDraft): SheetContent {
  const rows = draft.sections.flatMap((section) => [
    [{ content: section.title, bold: true }],
    ...section.paragraphs.map((paragraph) => [
      { content: paragraphText(paragraph), bold: paragraph.style === "heading2" || paragraph.style === "heading3" },
    ]),
  ]);
  return {
    name: NARRATIVE_SHEET,
    rows: [[{ content: draft.title, bold: true }], ...rows.map((row) => row.map(wrapped))],
    widths: [90],
    print: { isPortrait: true, onePage: false, repeated: { top: 0, bottom: 0 } },
  };
}

/** A paragraph is longer than a line: it is printed whole. */
function wrapped(cell: SheetContent["rows"][number][number]): SheetContent["rows"][number][number] {
  return { ...cell, look: { wrap: true, ...(cell.bold ? { bold: true } : {}) } };
}

/** Rows from one chart's title to the next: room for a chart beside its figures. */
const BLOCK = 20;
const CHART_LEFT = 3;
const CHART_WIDTH = 8;

/**
 * 图1–图6 as native charts: each with its figures below its title, its picture to the right. A chart that lacks its
 * figures says why in place of them.
 */
export function chartSheet(draft: NarrativeDraft): SheetContent {
  const blocks = layOut(draft.charts);
  return {
    name: CHART_SHEET,
    rows: blocks.flatMap(({ rows, height }) => [
      ...rows,
      ...Array.from({ length: height - rows.length }, (): SheetContent["rows"][number] => []),
    ]),
    widths: [34, 16],
    print: { isPortrait: true, onePage: false, repeated: { top: 0, bottom: 0 } },
    charts: blocks.flatMap(({ chart }) => (chart ? [chart] : [])),
  };
}

interface Block {
  readonly rows: SheetContent["rows"];
  readonly height: number;
  readonly chart: SheetChart | undefined;
}

function layOut(charts: readonly ChartData[]): readonly Block[] {
  const blocks: Block[] = [];
  let top = 0;
  for (const chart of charts) {
    const height = Math.max(BLOCK, chart.points.length + 4);
    blocks.push({ rows: rowsOf(chart), height, chart: nativeChart(chart, top) });
    top += height;
  }
  return blocks;
}

function rowsOf(chart: ChartData): SheetContent["rows"] {
  const title = [{ content: chart.title, bold: true }];
  if (chart.lacking !== undefined) return [title, [{ content: `未能绘制：${chart.lacking}` }]];
  return [
    title,
    [
      { content: "项目", bold: true },
      { content: `金额（${chart.unit}）`, bold: true },
    ],
    ...chart.points.map((point) => [
      { content: point.label, numberFormat: "@" },
      { content: point.value.toNumber(), numberFormat: "#,##0.00" },
    ]),
  ];
}

function nativeChart({ kind, title, points }: ChartData, top: number): SheetChart | undefined {
  if (points.length === 0) return undefined;
  return {
    kind: kind === "bars" ? "columns" : "ring",
    title,
    fromZero: kind === "bars" && points.every(({ value }) => !value.isNegative()),
    data: { top: top + 1, left: 0, bottom: top + 1 + points.length, right: 1 },
    place: { top, left: CHART_LEFT, bottom: top + BLOCK - 2, right: CHART_LEFT + CHART_WIDTH - 1 },
  };
}
