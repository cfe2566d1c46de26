import { foldWidth, normaliseLabel } from "../glossary/normalise";
import type { TextCell } from "../model/figure";
import type { OrganisationWord } from "../model/book";
import type { MoneyUnit } from "../model/quantity";
import type { FilledCell, SheetView } from "./sheet-view";

/** What stands above a table besides its title. */
export interface HeadMatter {
  readonly unitName?: TextCell;
  /** What it calls the organisation: 部门 or 单位. */
  readonly body?: OrganisationWord;
  readonly moneyUnit?: TextCell & { readonly unit: MoneyUnit };
  /** A money unit we do not convert (千元), as printed. */
  readonly foreignUnit?: TextCell;
  readonly year?: number;
  readonly publicNumber?: TextCell;
}

/** A money unit, with what may follow it: "(列至角分)", "、人、次". */
const MONEY =
  /(?:(?:金额|货币|计量)?单位|金额|币种)?:?(?:人民币)?\(?(亿元|百万元|万元|千元|元)\)?(?:\([^()]*\)|[、,][^:]{0,8})?\)?$/;
const MONEY_LABEL = /^(?:金额|货币|计量)?单位:?(?:人民币)?$/;
const ORGANISATION =
  /^(?:(?:公开|编制|填报|编报|预算|主管|单位|部门|决算)?(?:单位|部门)(?:名称|\/部门|\/单位)?(?:\((?:公章|盖章|公开|签章|单位|部门)\))?(?:名称|全称)?|(?:单位|部门)\((?:单位|部门|公章|盖章)\)(?:名称|全称)?)(?::(.*))?$/;

/** A label that calls the organisation by one of the two words, 编制单位 and the like aside. */
const BODY = /^(?:公开)?(部门|单位)(?:名称)?(?:\((?:公章|盖章)\))?(?::|$)/;

/** Reads organisation, money unit, year and 公开 code from the rows above a header (`from` included, `to` excluded). */
export function readHeadMatter(view: SheetView, from: number, to: number): HeadMatter {
  let matter: HeadMatter = {};
  for (let row = from; row < to; row++) {
    const cells = view.cells(row);
    cells.forEach((cell, index) => {
      if (cell.numeric || !STATES_SOMETHING.test(cell.label)) return;
      for (const part of statements(cell)) matter = { ...fromCell(view, part, cells[index + 1]), ...matter };
    });
  }
  return matter;
}

/** One cell may state organisation and money unit one after the other, in either order. */
function statements(cell: FilledCell): readonly FilledCell[] {
  const parts = String(cell.value).split(/[\s\u3000]+(?=[^\s\u3000:：]{0,4}(?:单位|部门)(?:名称)?[:：])/);
  if (parts.length < 2) return [cell];
  return parts.map((value) => ({ ...cell, value, label: normaliseLabel(value) }));
}

/** What one statement says. */
function fromCell(view: SheetView, cell: FilledCell, next: FilledCell | undefined): HeadMatter {
  const raw = String(cell.value);
  const found: { -readonly [K in keyof HeadMatter]: HeadMatter[K] } = {};
  const text = (content: string, at = cell): TextCell => ({ cell: view.address(at.row, at.column), text: content });

  const code = /公开\d{1,2}(?:-\d)?表/.exec(cell.label);
  if (code && cell.label.length <= 12) found.publicNumber = text(code[0]);

  const year = isDateOfWriting(cell.label) ? undefined : yearIn(cell.label);
  if (year !== undefined) found.year = year;

  const money = moneyIn(cell, next);
  if (money) {
    if (money.unit === "万元" || money.unit === "元")
      found.moneyUnit = { ...text(raw.trim(), money.at), unit: money.unit };
    else found.foreignUnit = text(money.unit, money.at);
  }

  const organisation = organisationIn(cell, next);
  if (organisation) found.unitName = text(organisation.name, organisation.at);
  const word = BODY.exec(cell.label)?.[1] as OrganisationWord | undefined;
  if (word && (organisation || cell.label.endsWith(":")) && !money) found.body = word;
  return found;
}

/** What every statement of a head holds: a digit or Chinese number of a year, a unit of money, or a word for the organisation. */
const STATES_SOMETHING = /[\d二]|元|单位|部门/;

/** The day a table was filled in or printed lies in the year after. */
function isDateOfWriting(label: string): boolean {
  return /日期|时间|月\d{1,2}日|20\d\d年\d{1,2}月/.test(label) && !/12月(?:31日|$)/.test(label);
}

function moneyIn(cell: FilledCell, next: FilledCell | undefined): { unit: string; at: FilledCell } | undefined {
  const own = MONEY.exec(cell.label);
  if (own?.[1] && (own[0] === cell.label || /单位:|金额:|\(/.test(own[0]))) return { unit: own[1], at: cell };
  const beside =
    next && MONEY_LABEL.test(cell.label) ? /^(?:人民币)?(亿元|百万元|万元|千元|元)$/.exec(next.label) : null;
  return next && beside?.[1] ? { unit: beside[1], at: next } : undefined;
}

function organisationIn(cell: FilledCell, next: FilledCell | undefined): { name: string; at: FilledCell } | undefined {
  const label = cell.label
    .replace(/\(?(?:(?:金额|货币|计量)单位|单位|金额):(?:人民币)?(?:亿|百万|万|千)?元(?:\([^()]*\))?\)?$/, "")
    .replace(/20\d\d年度?$/, "");
  const match = ORGANISATION.exec(label);
  if (!match) return undefined;
  const name = match[1] ?? "";
  if (name !== "") return isMoney(name) ? undefined : { name: printedTail(String(cell.value), name), at: cell };
  // The name may stand in the cell beside its label.
  const beside = next && !next.numeric && !/[:]/.test(next.label) && !isMoney(next.label) ? next : undefined;
  return beside && (/:$/.test(cell.label) || LABELLED.test(label))
    ? { name: String(beside.value).trim(), at: beside }
    : undefined;
}

/** A label that needs no colon to be one ("填报单位（公章）", "单位名称"). */
const LABELLED = /^(?:公开|编制|填报|编报|预算|主管).*(?:单位|部门)|^(?:单位|部门)(?:\(.*\))?名称/;

function isMoney(text: string): boolean {
  return /^(?:人民币)?(?:亿|百万|万|千)?元(?:\(.*\)|[、,].*)?$/.test(text);
}

/** The name as printed: the shortest tail of the raw text after a colon whose normal form begins with the name. */
function printedTail(raw: string, name: string): string {
  const colon = raw.search(/[:：]/);
  const tail = raw.slice(colon + 1);
  for (let end = tail.length; end > 0; end--) {
    if (normaliseLabel(tail.slice(0, end)) === name) return tail.slice(0, end).trim();
  }
  return name;
}

const CHINESE_DIGITS = "〇一二三四五六七八九";

/** The year a normalised text states ("2022年度", "2023年12月31日", "二〇二二年度"); undefined where it states none. */
export function yearIn(label: string): number | undefined {
  const match = /(?:^|\D)(20\d\d)(?:年|财年|$|[-./]\d)/.exec(foldWidth(label));
  if (match) return Number(match[1]);
  const chinese = /二[〇○零O0]([一二三〇○零])([〇○零一二三四五六七八九])年/.exec(label);
  if (!chinese) return undefined;
  const digit = (text: string | undefined): number => Math.max(0, CHINESE_DIGITS.indexOf(text ?? ""));
  return 2000 + digit(chinese[1]) * 10 + digit(chinese[2]);
}
