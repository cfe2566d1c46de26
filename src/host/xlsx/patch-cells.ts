import { a1, type CellAddress } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { HostError } from "../errors";
import { rangeOf, SharedFormulas } from "./read-sheet";
import { scanSheet, type ScannedCell } from "./scan-sheet";
import { escapeString } from "./shared-strings";
import { applySplices, type Splice } from "./splice";
import { attribute, opened, withAttribute } from "./xml-attributes";
import { escapeXml } from "./xml-text";

/** What a cell is to hold, with the index of its style. */
export interface CellPatch {
  readonly cell: CellAddress;
  readonly content: CellValue;
  readonly isFormula: boolean;
  readonly result?: CellValue | undefined;
  readonly style: number;
  /** Written although it holds nothing: for its style. */
  readonly keepBlank?: boolean;
}

const ERROR_LITERAL = /^#(?:REF!|DIV\/0!|VALUE!|N\/A|NAME\?|NUM!|NULL!)$/;

/** Puts the patches into a worksheet's XML. Everything else in the text stays as it is. @throws HostError `damaged` */
export function patchCells(xml: string, patches: readonly CellPatch[]): string {
  return new CellPatcher(xml, patches).run();
}

class CellPatcher {
  private readonly splices: Splice[] = [];
  /** Patches still to place, in sheet order. */
  private readonly waiting: CellPatch[];
  private readonly shared = new SharedFormulas();
  /** Shared formulas whose first cell is overwritten: the others get their own text. */
  private readonly orphaned = new Set<string>();
  private prefix = "";
  private hasData = false;
  /** Rightmost new cell of the row being passed. */
  private inserted = -1;
  private rowTag = { start: 0, end: 0, empty: false };
  private widest = { row: -1, column: -1 };

  constructor(
    private readonly xml: string,
    patches: readonly CellPatch[],
  ) {
    this.waiting = [...patches].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
    for (const { cell } of patches) {
      this.widest.row = Math.max(this.widest.row, cell.row);
      this.widest.column = Math.max(this.widest.column, cell.column);
    }
  }

  run(): string {
    scanSheet(this.xml, {
      openRow: (row, start, end, empty) => {
        this.insertRowsBefore(row, start);
        this.rowTag = { start, end, empty };
        this.inserted = -1;
      },
      cell: (cell) => this.passCell(cell),
      closeRow: (row, start) => this.finishRow(row, start),
      other: (event) => {
        if (event.name === "dimension" && event.kind === "open") this.widenDimension(event.start, event.end);
        if (event.name !== "sheetData") return;
        const tag = this.xml.slice(event.start, event.end);
        if (event.kind === "open") {
          this.hasData = true;
          this.prefix = /^<([\w.-]+:)?/.exec(tag)?.[1] ?? "";
          if (event.empty) {
            const text = `<${this.prefix}sheetData>${this.takeRows(Infinity)}</${this.prefix}sheetData>`;
            this.splices.push({ start: event.start, end: event.end, text });
          }
        } else {
          this.insertRowsBefore(Infinity, event.start);
        }
      },
    });
    if (!this.hasData) throw new HostError("damaged", { technical: "worksheet without sheetData" });
    return applySplices(this.xml, this.splices);
  }

  private insertRowsBefore(row: number, place: number): void {
    const text = this.takeRows(row);
    if (text !== "") this.splices.push({ start: place, end: place, text });
  }

  /** New rows for the waiting patches above `row`. */
  private takeRows(row: number): string {
    let text = "";
    for (let next = this.waiting[0]; next && next.cell.row < row; next = this.waiting[0]) {
      const current = next.cell.row;
      text += `<${this.prefix}row r="${current + 1}">${this.takeCells(current, Infinity)}</${this.prefix}row>`;
    }
    return text;
  }

  /** New cells for the waiting patches of `row` left of `column`. */
  private takeCells(row: number, column: number): string {
    let text = "";
    for (let next = this.waiting[0]; next?.cell.row === row && next.cell.column < column; next = this.waiting[0]) {
      this.waiting.shift();
      this.inserted = next.cell.column;
      if (next.keepBlank || (next.content !== null && next.content !== ""))
        text += this.element(next, `<${this.prefix}c r="${a1(next.cell)}">`);
    }
    return text;
  }

  private passCell(cell: ScannedCell): void {
    const before = this.takeCells(cell.row, cell.column);
    if (before !== "") this.splices.push({ start: cell.start, end: cell.start, text: before });
    const formula = this.shared.formulaOf(cell);
    const group = sharedGroup(cell);
    const [next] = this.waiting;
    if (next?.cell.row === cell.row && next.cell.column === cell.column) {
      this.waiting.shift();
      if (group !== undefined && cell.formula !== "") this.orphaned.add(group);
      const tag = opened(this.xml.slice(cell.start, cell.tagEnd));
      this.splices.push({ start: cell.start, end: cell.end, text: this.element(next, tag) });
    } else if (group !== undefined && cell.formula === "" && formula !== null && this.orphaned.has(group)) {
      const text = `<${this.prefix}f>${escapeXml(formula.slice(1))}</${this.prefix}f>`;
      this.splices.push({ start: cell.formulaStart, end: cell.formulaEnd, text });
    }
  }

  private finishRow(row: number, place: number): void {
    const text = this.takeCells(row, Infinity);
    const { start, end, empty } = this.rowTag;
    const tag = this.xml.slice(start, end);
    const fitting = this.withoutNarrowSpans(tag);
    if (empty && text !== "") {
      const open = opened(fitting);
      this.splices.push({ start, end, text: `${open}${text}</${this.prefix}row>` });
      return;
    }
    if (fitting !== tag) this.splices.push({ start, end, text: fitting });
    if (text !== "") this.splices.push({ start: place, end: place, text });
  }

  /** The optional hint which columns a row spans is dropped where it no longer holds. */
  private withoutNarrowSpans(tag: string): string {
    const last = Number(/:(\d+)$/.exec(attribute(tag, "spans") ?? "")?.[1] ?? Infinity);
    return this.inserted + 1 > last ? withAttribute(tag, "spans", undefined) : tag;
  }

  /** The element of a patched cell, from a start tag that keeps whatever else the cell has. */
  private element(patch: CellPatch, startTag: string): string {
    let tag = withAttribute(startTag, "s", patch.style === 0 ? undefined : String(patch.style));
    // Cell metadata (dynamic arrays, rich values) belongs to the old contents.
    for (const name of ["t", "cm", "vm"]) tag = withAttribute(tag, name, undefined);
    const { type, body } = this.body(patch);
    if (type !== undefined) tag = withAttribute(tag, "t", type);
    return body === "" ? tag.replace(/>$/, "/>") : `${tag}${body}</${this.prefix}c>`;
  }

  private body({ content, isFormula, result }: CellPatch): { type?: string; body: string } {
    const p = this.prefix;
    if (isFormula) {
      const formula = `<${p}f>${escapeXml(String(content).replace(/^=/, ""))}</${p}f>`;
      const value = result ?? null;
      if (value === null) return { body: formula };
      if (typeof value === "string" && !ERROR_LITERAL.test(value)) {
        return { type: "str", body: `${formula}<${p}v>${escapeXml(escapeString(value))}</${p}v>` };
      }
      const plain = this.body({ cell: { sheet: "", row: 0, column: 0 }, content: value, isFormula: false, style: 0 });
      return { ...plain, body: formula + plain.body };
    }
    if (content === null || content === "") return { body: "" };
    if (typeof content === "number") return { body: `<${p}v>${String(content)}</${p}v>` };
    if (typeof content === "boolean") return { type: "b", body: `<${p}v>${content ? 1 : 0}</${p}v>` };
    if (ERROR_LITERAL.test(content)) return { type: "e", body: `<${p}v>${content}</${p}v>` };
    const text = escapeXml(escapeString(content));
    return { type: "inlineStr", body: `<${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is>` };
  }

  /** Excel trusts the dimension little, other readers more. */
  private widenDimension(start: number, end: number): void {
    const tag = this.xml.slice(start, end);
    const area = rangeOf(attribute(tag, "ref"));
    if (!area || (this.widest.row <= area.bottom && this.widest.column <= area.right)) return;
    const from = a1({ row: area.top, column: area.left });
    const to = a1({ row: Math.max(area.bottom, this.widest.row), column: Math.max(area.right, this.widest.column) });
    this.splices.push({ start, end, text: withAttribute(tag, "ref", `${from}:${to}`) });
  }
}

function sharedGroup(cell: ScannedCell): string | undefined {
  if (cell.formulaTag === undefined || attribute(cell.formulaTag, "t") !== "shared") return undefined;
  return attribute(cell.formulaTag, "si");
}
