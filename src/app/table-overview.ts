import type { CellAddress } from "../core/model/cell";
import { TABLE_KEYS, type ScoringKind, type SheetKind } from "../core/model/table";
import type { CheckReport } from "./check-report";
import { cardsOf } from "./problems";
import { kindAt } from "./table-at";

/** How a table stands after a check: the worst thing said about it. */
export type TableState = "missing" | "error" | "verify" | "clean";

/** One chip of the head: a standard table, all self-evaluation forms together, or the summary. */
export interface TableOverview {
  readonly key: SheetKind;
  readonly state: TableState;
  readonly errors: number;
  readonly verify: number;
  /** Number of forms (ZP) or sheets; 0 where missing. */
  readonly count: number;
  readonly sheet?: string;
  /** Where a click goes: the title of the table. */
  readonly target?: CellAddress;
}

/** The nine standard tables in their order, then what scores something, where there is any. */
export function tableOverview(report: CheckReport): readonly TableOverview[] {
  const { book } = report;
  const tables = TABLE_KEYS.map((key): TableOverview => {
    const table = book.tables.get(key);
    if (!table) return { key, state: "missing", errors: 0, verify: 0, count: 0 };
    return { ...judged(report, key, [table.sheet], 1), sheet: table.sheet, target: table.title.cell };
  });
  const forms = evaluation(report, "ZP", book.forms);
  const summary = evaluation(report, "ZPHZ", book.summaries);
  const departments = [...book.departmentForms, ...book.scoreTables.filter(({ kind }) => kind === "BM")];
  const others = (["RX1", "RX4", "RX2", "RX3"] as const).flatMap((kind) =>
    evaluation(
      report,
      kind,
      book.hotline.filter((sheet) => sheet.kind === kind),
    ),
  );
  return [
    ...tables,
    ...forms,
    ...summary,
    ...evaluation(report, "BM", departments),
    ...evaluation(
      report,
      "PJ",
      book.scoreTables.filter(({ kind }) => kind === "PJ"),
    ),
    ...others,
  ];
}

function evaluation(
  report: CheckReport,
  key: ScoringKind,
  items: readonly { readonly sheet: string; readonly title?: { readonly cell: CellAddress } }[],
): readonly TableOverview[] {
  const [first] = items;
  if (!first) return [];
  const sheets = [...new Set(items.map((item) => item.sheet))];
  const target = first.title?.cell ?? { sheet: first.sheet, row: 0, column: 0 };
  return [{ ...judged(report, key, sheets, items.length), sheet: first.sheet, target }];
}

function judged(
  report: CheckReport,
  key: SheetKind,
  sheets: readonly string[],
  count: number,
): Omit<TableOverview, "sheet" | "target"> {
  const kinds = cardsOf(report)
    .filter(({ sheet, target }) => sheets.includes(sheet) && kindAt(report.book, sheet, target) === key)
    .map(({ kind }) => kind);
  const errors = kinds.filter((kind) => kind === "error").length;
  const verify = kinds.filter((kind) => kind === "verify").length;
  return { key, state: errors > 0 ? "error" : verify > 0 ? "verify" : "clean", errors, verify, count };
}
