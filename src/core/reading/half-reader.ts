import { functionalClassByName } from "../glossary/functional-classes";
import { normaliseLabel, stripOrdinal } from "../glossary/normalise";
import { functionalRow, subLineRow, unlistedRow, type RowKey, type RowKind } from "../model/table";
import type { LineRule } from "../tables/descriptor";
import { printedName, withoutRepeats } from "./labels";
import type { NoteBook } from "./notes";
import type { FigureSpot, RawRow } from "./raw-table";
import type { Half } from "./read-two-sided";
import type { FilledCell, SheetView } from "./sheet-view";

const PART_OF = /^其中[:：]?/;

/** Whether a normalised label is one of the lines, or (with `functional`) a class of the functional classification. */
export function lineMatches(rules: readonly LineRule[], label: string, functional = false): boolean {
  const plain = stripOrdinal(label);
  return rules.some((rule) => rule.label.test(plain)) || (functional && functionalClassByName(plain) !== undefined);
}

/** Reads the lines of one half of a two-sided table, keeping track of the block it is in. */
export class HalfReader {
  private half: Half;
  private opening = false;
  private totalSeen = false;
  private previous: RowKey = "";
  private readonly seen = new Set<RowKey>();

  constructor(
    private readonly view: SheetView,
    private readonly rules: readonly LineRule[],
    half: Half,
    private readonly notes: NoteBook,
    private readonly rows: RawRow[],
  ) {
    this.half = half;
  }

  /** Goes on reading with the columns of another part of the table (after a pasted page break). */
  at(half: Half): this {
    this.half = half;
    return this;
  }

  read(row: number): void {
    const { side, label: labelColumn, lineNumber } = this.half;
    const labelCells = this.labelCells(row);
    const label = labelCells.map((cell) => cell.label).join("");
    const spots: FigureSpot[] = [];
    let filled: FilledCell | undefined;
    for (const [key, column] of this.half.amounts) {
      spots.push({ key, cell: this.view.address(row, column) });
      filled ??= this.view.cell(row, column);
    }
    const lineNumberSpot = lineNumber === undefined ? undefined : { row, column: lineNumber };
    if (label === "") {
      if (filled)
        this.notes.add(
          "unlabelledRow",
          "此行有数字但没有项目名称，未参与核对。",
          this.view.address(row, filled.column),
        );
      const numbered = lineNumber !== undefined && this.view.cell(row, lineNumber) !== undefined;
      if (filled || numbered) {
        const key = `blank.${side}.${row + 1}`;
        this.rows.push({ key, level: "line", kind: "blank", name: "", lineNumberSpot, spots });
      }
      return;
    }
    const name = printedName(labelCells.map((cell) => String(cell.value)).join(""));
    const { key, code, kind } = this.keyOf(label, name, labelCells[0], filled);
    const nameSpot = { row, column: labelCells[0]?.column ?? labelColumn };
    this.rows.push({ key, level: "line", kind, code, name, nameSpot, lineNumberSpot, spots });
    this.seen.add(key);
    this.previous = key;
  }

  /** The label's cells: its column and text cells up to the first column with a role of its own. */
  private labelCells(row: number): readonly FilledCell[] {
    const { label, end, lineNumber, amounts } = this.half;
    let next = Math.min(end, lineNumber ?? end);
    for (const column of amounts.values()) if (column < next) next = column;
    const own = this.view.cells(row).filter((cell) => cell.column >= label && cell.column < next && !cell.numeric);
    return withoutRepeats(own);
  }

  private keyOf(
    label: string,
    name: string,
    at: FilledCell | undefined,
    filled: FilledCell | undefined,
  ): { key: RowKey; code?: string; kind?: RowKind } {
    const { side } = this.half;
    const plain = stripOrdinal(label).replace(/[:*※#]+$/, "");
    const isPart = PART_OF.test(plain);
    const rule = this.ruleOf(plain);
    if (rule) return { key: rule };
    if (side === "expenditure" && !isPart) {
      const code = functionalClassByName(plain);
      if (code !== undefined) return { key: functionalRow(code), code };
    }
    if (isPart || plain === "") return { key: subLineRow(this.previous, normaliseLabel(name).replace(PART_OF, "")) };
    const key = this.totalSeen ? `${side}.rest.${name}` : unlistedRow(side, name);
    if (filled && at) {
      const consequence = this.totalSeen ? "未参与核对" : "按本栏的一个项目计入合计";
      this.notes.add("unknownLine", `未识别项目“${name}”，${consequence}。`, this.view.address(at.row, at.column));
    }
    return this.totalSeen ? { key } : { key, kind: "unlisted" };
  }

  /** The key of the first rule that fits in the block at hand; tracks blocks and totals. */
  private ruleOf(plain: string): RowKey | undefined {
    const { side } = this.half;
    if (plain === "合计") return this.totalSeen ? `${side}.total` : this.noteTotal(`${side}.current`);
    const fitting = this.rules.filter(
      (rule) => rule.label.test(plain) && (rule.within === undefined || this.totalSeen),
    );
    // A second 一般公共预算财政拨款 below 本年收入合计 is a part of the opening balance even if that line is not labelled.
    const inOpening = (rule: LineRule): boolean => this.opening || (this.totalSeen && this.isRepeated(rule, plain));
    const rule = fitting.find((item) => item.block === undefined || (item.block === "opening") === inOpening(item));
    if (!rule) return undefined;
    // 收入合计 below 本年收入小计 and the balances is what others call 总计.
    if (rule.key === `${side}.current` && this.totalSeen && this.seen.has(rule.key)) return `${side}.total`;
    if (rule.key === `${side}.opening`) this.opening = true;
    if (rule.key === `${side}.current`) {
      this.opening = false;
      return this.noteTotal(rule.key);
    }
    return rule.key;
  }

  private isRepeated(rule: LineRule, plain: string): boolean {
    const income = this.rules.find((item) => item.block === "income" && item.label.test(plain));
    return rule.block !== undefined && income !== undefined && this.seen.has(income.key);
  }

  /** 本年收入合计 above its items (some provinces) must not turn the items below into remainders. */
  private noteTotal(key: RowKey): RowKey {
    this.totalSeen = this.rows.some((row) => row.kind !== "blank");
    return key;
  }
}
