import { columnName } from "../../core/model/cell";
import type { SheetChart, SheetContent } from "../port";
import { XML_HEAD } from "./opc-package";
import type { Namespaces } from "./sheet-charts";
import { escapeXml } from "./xml-text";

/** The part of one chart: title, one series over the sheet's cells (with their values as they are now), labels. */
export function chartXml(chart: SheetChart, sheet: SheetContent, spaces: Namespaces): string {
  const plot = chart.kind === "columns" ? columns(chart, sheet) : ring(chart, sheet);
  const legend = chart.kind === "ring" ? '<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>' : "";
  return [
    `${XML_HEAD}<c:chartSpace xmlns:c="${spaces.chart}" xmlns:a="${spaces.drawing}" xmlns:r="${spaces.relationships}">`,
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>`,
    "</c:chart></c:chartSpace>",
  ].join("");
}

function titleXml(title: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function columns(chart: SheetChart, sheet: SheetContent): string {
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const axis = (own: number, other: number, place: string, from = ""): string =>
    `<c:axId val="${own}"/><c:scaling><c:orientation val="minMax"/>${from}</c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${other}"/><c:crosses val="autoZero"/>`;
  return [
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    series(chart, sheet, `${fill(0)}<c:invertIfNegative val="0"/>`, labels("showVal")),
    `<c:gapWidth val="120"/>${axes}</c:barChart>`,
    `<c:catAx>${axis(1, 2, "b")}</c:catAx>`,
    `<c:valAx>${axis(2, 1, "l", chart.fromZero ? '<c:min val="0"/>' : "")}</c:valAx>`,
  ].join("");
}

function ring(chart: SheetChart, sheet: SheetContent): string {
  const parts = Array.from(
    { length: chart.data.bottom - chart.data.top },
    (_, index) => `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/>${fill(index)}</c:dPt>`,
  );
  return `<c:doughnutChart><c:varyColors val="1"/>${series(chart, sheet, parts.join(""), labels("showPercent"))}<c:firstSliceAng val="0"/><c:holeSize val="50"/></c:doughnutChart>`;
}

/** Accent colours of Excel's default theme, named: a workbook need not have a theme. */
const COLOURS = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];

function fill(index: number): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${COLOURS[index % COLOURS.length] ?? ""}"/></a:solidFill></c:spPr>`;
}

const LABEL_PARTS = [
  "showLegendKey",
  "showVal",
  "showCatName",
  "showSerName",
  "showPercent",
  "showBubbleSize",
] as const;

function labels(shown: (typeof LABEL_PARTS)[number]): string {
  const format = shown === "showPercent" ? '<c:numFmt formatCode="0.00%" sourceLinked="0"/>' : "";
  return `<c:dLbls>${format}${LABEL_PARTS.map((part) => `<c:${part} val="${part === shown ? 1 : 0}"/>`).join("")}</c:dLbls>`;
}

function series({ data }: SheetChart, sheet: SheetContent, look: string, labelling: string): string {
  const column = (index: number, from: number): readonly string[] =>
    sheet.rows.slice(from, data.bottom + 1).map((row) => String(row[index]?.content ?? ""));
  const reference = (index: number, from: number, to: number): string => {
    const name = columnName(index);
    const block = from === to ? `$${name}$${from + 1}` : `$${name}$${from + 1}:$${name}$${to + 1}`;
    return `<c:f>${escapeXml(`'${sheet.name.replaceAll("'", "''")}'!${block}`)}</c:f>`;
  };
  const points = (values: readonly string[]): string =>
    `<c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${escapeXml(value)}</c:v></c:pt>`).join("")}`;
  const first = data.top + 1;
  const [names, figures] = [data.left, data.right];
  const heading = column(figures, data.top)[0] ?? "";
  return [
    '<c:ser><c:idx val="0"/><c:order val="0"/>',
    `<c:tx><c:strRef>${reference(figures, data.top, data.top)}<c:strCache>${points([heading])}</c:strCache></c:strRef></c:tx>`,
    look,
    labelling,
    `<c:cat><c:strRef>${reference(names, first, data.bottom)}<c:strCache>${points(column(names, first))}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef>${reference(figures, first, data.bottom)}<c:numCache><c:formatCode>General</c:formatCode>${points(column(figures, first))}</c:numCache></c:numRef></c:val>`,
    "</c:ser>",
  ].join("");
}
