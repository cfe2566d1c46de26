import { editionOf } from "../../editions";
import type { AccountBook } from "../../model/book";
import { isOwnSheet } from "../../model/own-sheets";
import { isStandardKey, type SheetKind } from "../../model/table";
import { TABLES } from "../../tables";
import { subjectsOfBook } from "../subjects-of-book";
import { publicNumber } from "../public-number";
import type { CarriedItem } from "./carried";
import type { SheetTally } from "./carried-sheet";

/** The year, and 公开 numbers where the new edition has others. */
export function changesOf(book: AccountBook): readonly CarriedItem[] {
  const year = book.year ?? 0;
  const [before, edition] = [editionOf(year), editionOf(year + 1)];
  const renamed =
    edition === before
      ? []
      : [...book.tables.values()].flatMap((table) => {
          const { key, title } = table;
          if (!isStandardKey(key)) return [];
          const [was, is] = [publicNumber(before, key), publicNumber(edition, key)];
          return was !== undefined && is !== undefined && was !== is ? [`${title.text.trim()} ${was} → ${is}`] : [];
        });
  return [
    { kind: "changed", what: `年度：${year} → ${year + 1}` },
    ...(renamed.length > 0 ? [{ kind: "changed" as const, what: `公开编号：${renamed.join("；")}` }] : []),
  ];
}

/** How much was carried and emptied. */
export function countsOf(
  book: AccountBook,
  carried: readonly { readonly kind: SheetKind; readonly tally: SheetTally }[],
): readonly CarriedItem[] {
  const sum = (of: keyof SheetTally): number => carried.reduce((all, { tally }) => all + tally[of], 0);
  const forms = book.forms.length + book.departmentForms.length;
  const rows = subjectsOfBook(book).length;
  const lost = sum("lost");
  return [
    { kind: "carried", what: `工作表 ${carried.length} 张：表样、科目 ${rows} 个、公式 ${sum("formulas")} 个` },
    ...(forms > 0
      ? [{ kind: "carried" as const, what: `自评表 ${forms} 张：项目名称、绩效目标、指标、指标值和分值` }]
      : []),
    { kind: "emptied", what: `${sum("emptied")} 格：各表金额、执行数、完成情况、完成值、得分、等级、偏差原因` },
    ...(lost > 0 ? [{ kind: "left" as const, what: `公式 ${lost} 个：引用未结转的表或其他工作簿，已留空` }] : []),
  ];
}

/** Sheets that stay behind, and tables of the new edition that the book does not have. */
export function leftOf(book: AccountBook, carried: ReadonlySet<string>): readonly CarriedItem[] {
  const behind = book.sheets
    .filter((sheet) => !carried.has(sheet.name) && !isOwnSheet(sheet.name))
    .map(({ name }) => name);
  const missing = editionOf((book.year ?? 0) + 1).tables.filter((key) => !book.tables.has(key));
  return [
    ...[...new Set(behind)].map((name) => ({
      kind: "left" as const,
      what: `工作表“${name}”：不是年度决算公开表，未生成`,
    })),
    ...(book.notes.some(({ code }) => code === "yearFromFileName")
      ? [{ kind: "left" as const, what: `各表没有写明年度，请在表头或文件名中写明${(book.year ?? 0) + 1}年度` }]
      : []),
    ...missing.map((key) => ({ kind: "left" as const, what: `${TABLES[key].name}：上年工作簿中没有，未生成` })),
  ];
}
