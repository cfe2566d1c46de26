import type { SheetChart, SheetContent } from "../port";
import { chartXml } from "./chart-xml";
import { relationshipKind, relationshipsOf, XML_HEAD, type OpcPackage } from "./opc-package";
import { readWorkbookPart } from "./workbook-part";
import { escapeXml } from "./xml-text";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** Namespaces of a package: files saved as "Strict" name everything under another address. */
export interface Namespaces {
  readonly relationships: string;
  readonly drawing: string;
  readonly chart: string;
  readonly place: string;
}

function namespacesOf(opc: OpcPackage): Namespaces {
  const sample = readWorkbookPart(opc).relationships.find((r) => relationshipKind(r) === "worksheet")?.type ?? "";
  const isStrict = sample.startsWith("http://purl.oclc.org/");
  const base = isStrict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org";
  const year = isStrict ? "" : "/2006";
  return {
    relationships: `${base}/officeDocument${year}/relationships`,
    drawing: `${base}/drawingml${year}/main`,
    chart: `${base}/drawingml${year}/chart`,
    place: `${base}/drawingml${year}/spreadsheetDrawing`,
  };
}

/** The XML of a sheet of ours with its charts, whose parts are added to the package. */
export function withCharts(opc: OpcPackage, part: string, sheet: SheetContent, xml: string): string {
  const { charts = [] } = sheet;
  if (charts.length === 0) return xml;
  const spaces = namespacesOf(opc);
  const drawing = opc.freeName("xl/drawings/drawing", ".xml");
  opc.add(drawing, "", DRAWING_TYPE);
  const anchors = charts.map((chart, index) => {
    const name = opc.freeName("xl/charts/chart", ".xml");
    opc.add(name, chartXml(chart, sheet, spaces), CHART_TYPE);
    return anchor(chart, index, opc.relate(drawing, `${spaces.relationships}/chart`, name), spaces);
  });
  opc.setText(
    drawing,
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${spaces.place}" xmlns:a="${spaces.drawing}">${anchors.join("")}</xdr:wsDr>`,
  );
  const id = opc.relate(part, `${spaces.relationships}/drawing`, drawing);
  const end = xml.lastIndexOf("</");
  return `${xml.slice(0, end)}<drawing r:id="${id}" xmlns:r="${spaces.relationships}"/>${xml.slice(end)}`;
}

/** Takes the drawing of a sheet of ours, with its charts, out of the package. */
export function dropCharts(opc: OpcPackage, part: string): void {
  for (const { id, target } of opc.relationships(part).filter((r) => relationshipKind(r) === "drawing")) {
    const charts = opc.relationships(target).filter((r) => relationshipKind(r) === "chart");
    for (const chart of charts) opc.remove(chart.target);
    if (opc.has(relationshipsOf(target))) opc.remove(relationshipsOf(target));
    opc.remove(target);
    opc.unrelate(part, id);
  }
}

function anchor({ title, place }: SheetChart, index: number, id: string, spaces: Namespaces): string {
  const corner = (name: string, row: number, column: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return [
    "<xdr:twoCellAnchor>",
    corner("from", place.top, place.left),
    corner("to", place.bottom + 1, place.right + 1),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${spaces.chart}"><c:chart xmlns:c="${spaces.chart}" xmlns:r="${spaces.relationships}" r:id="${id}"/></a:graphicData></a:graphic>`,
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
  ].join("");
}
