import { chineseNumber } from "../../core/model/chinese-number";
import { attribute } from "../xlsx/xml-attributes";
import { walkXml } from "../xlsx/xml";

/** One level of a list: how its number is written, and the text around it ("第%1部分"). */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The style whose paragraphs stand on this level. */
  readonly style?: string;
  /** w:isLgl: numbers of the levels above in digits too. */
  readonly legal?: true;
}

/** What a paragraph says of its number: the list and its level; each may come from its style instead. */
export interface NumberReference {
  readonly list?: string;
  readonly level?: number;
  readonly style?: string;
}

interface Style {
  readonly list?: string;
  readonly level?: number;
  readonly basedOn?: string;
}

const NONE = "0";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** Numbers as Word writes them; a format that is not among them is written in digits. */
const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  chineseLegalSimplified: (number) => chineseNumber(number).replace(/./g, (sign) => LEGAL[sign] ?? sign),
  japaneseCounting: chineseNumber,
  japaneseDigitalTenThousand: chineseNumber,
  ideographDigital: chineseNumber,
  taiwaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalEnclosedCircle: (number) => CIRCLED.charAt(number - 1) || String(number),
  decimalEnclosedCircleChinese: (number) => CIRCLED.charAt(number - 1) || String(number),
  decimalEnclosedParen: (number) => `(${number})`,
  upperLetter: (number) => String.fromCharCode(64 + number),
  lowerLetter: (number) => String.fromCharCode(96 + number),
  none: () => "",
};
const LEGAL: Readonly<Record<string, string>> = {
  一: "壹",
  二: "贰",
  三: "叁",
  四: "肆",
  五: "伍",
  六: "陆",
  七: "柒",
  八: "捌",
  九: "玖",
  十: "拾",
};

/**
 * The numbers that Word writes before paragraphs by itself (第一部分, 一、, （一）): they stand in no paragraph's text but
 * follow from word/numbering.xml and the styles. Asked paragraph by paragraph, in order.
 */
export class Numbering {
  readonly #lists = new Map<string, ReadonlyMap<number, Level>>();
  /** Lists that count together: those of one definition, by list. */
  readonly #definitions = new Map<string, string>();
  readonly #styles = new Map<string, Style>();
  readonly #counters = new Map<string, number[]>();
  /** Levels a list begins anew (w:startOverride), until it was first used. */
  readonly #restarts = new Map<string, Map<number, number>>();

  /** @param numbering text of the numbering part, @param styles that of the styles; undefined where there is none */
  constructor(numbering: string | undefined, styles: string | undefined) {
    if (numbering !== undefined) this.#readLists(numbering);
    if (styles !== undefined && numbering !== undefined) this.#readStyles(styles);
  }

  /** What stands before the next paragraph: "一、", "第二部分 "; "" where it has no number, or a bullet. */
  labelOf(reference: NumberReference): string {
    const { list, level } = this.#resolved(reference);
    if (list === undefined || list === NONE) return "";
    const levels = this.#lists.get(list);
    const own = levels?.get(level);
    if (!levels || !own) return "";
    const counters = this.#count(list, level, levels);
    if (own.format === "bullet") return "";
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.legal ? "decimal" : (levels.get(at)?.format ?? "decimal");
      return (FORMATS[format] ?? String)(counters[at] ?? levels.get(at)?.start ?? 1);
    });
  }

  #count(list: string, level: number, levels: ReadonlyMap<number, Level>): readonly number[] {
    const key = this.#definitions.get(list) ?? list;
    const counters = this.#counters.get(key) ?? [];
    this.#counters.set(key, counters);
    for (const [at, start] of this.#restarts.get(list) ?? []) counters[at] = start - 1;
    this.#restarts.delete(list);
    counters[level] = (counters[level] ?? (levels.get(level)?.start ?? 1) - 1) + 1;
    counters.length = level + 1;
    return counters;
  }

  #resolved({ list, level, style }: NumberReference): { readonly list: string | undefined; readonly level: number } {
    let ownList = list;
    let ownLevel = level;
    let name = style;
    for (let left = 10; left > 0 && name !== undefined; left--) {
      const found = this.#styles.get(name);
      ownList ??= found?.list;
      ownLevel ??= found?.level;
      name = found?.basedOn;
    }
    const linked = style === undefined || ownList === undefined ? undefined : this.#levelOfStyle(ownList, style);
    return { list: ownList, level: ownLevel ?? linked ?? 0 };
  }

  #levelOfStyle(list: string, style: string): number | undefined {
    return [...(this.#lists.get(list) ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  #readLists(xml: string): void {
    const definitions = new Map<string, Map<number, Level>>();
    let levels: Map<number, Level> | undefined;
    let at = 0;
    let list = "";
    let override: number | undefined;
    walkXml(xml, ({ kind, name, start, end }) => {
      if (kind !== "open") return;
      const value = (attributeName = "w:val"): string => attribute(xml.slice(start, end), attributeName) ?? "";
      const change = (part: Partial<Level>): void => {
        levels?.set(at, { start: 1, format: "decimal", text: "", ...levels.get(at), ...part });
      };
      switch (name) {
        case "abstractNum":
          levels = new Map();
          definitions.set(value("w:abstractNumId"), levels);
          return;
        case "num":
          list = value("w:numId");
          levels = undefined;
          return;
        case "abstractNumId":
          levels = new Map(definitions.get(value()));
          this.#definitions.set(list, value());
          this.#lists.set(list, levels);
          return;
        case "lvlOverride":
          override = Number(value("w:ilvl"));
          return;
        case "startOverride":
          if (override !== undefined) this.#restart(list, override, Number(value()));
          return;
        case "lvl":
          at = Number(value("w:ilvl"));
          return;
        case "start":
          change({ start: Number(value()) });
          return;
        case "numFmt":
          change({ format: value() });
          return;
        case "isLgl":
          change({ legal: true });
          return;
        case "pStyle":
          change({ style: value() });
          return;
        case "lvlText":
          change({ text: value() });
      }
    });
  }

  #restart(list: string, level: number, start: number): void {
    const restarts = this.#restarts.get(list) ?? new Map<number, number>();
    this.#restarts.set(list, restarts.set(level, start));
  }

  #readStyles(xml: string): void {
    let id = "";
    walkXml(xml, ({ kind, name, start, end }) => {
      if (kind !== "open") return;
      const value = (attributeName = "w:val"): string | undefined => attribute(xml.slice(start, end), attributeName);
      const change = (part: Style): void => {
        this.#styles.set(id, { ...this.#styles.get(id), ...part });
      };
      if (name === "style") id = value("w:styleId") ?? "";
      else if (name === "basedOn") change({ basedOn: value() ?? "" });
      else if (name === "numId") change({ list: value() ?? NONE });
      else if (name === "ilvl") change({ level: Number(value()) });
    });
  }
}
