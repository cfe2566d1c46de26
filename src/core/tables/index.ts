import {
  TABLE_KEYS,
  type ColumnKey,
  type FurtherKey,
  type RowKey,
  type SheetKind,
  type StandardKey,
  type TableKey,
} from "../model/table";
import type { ColumnRule, LineRule, TableDescriptor } from "./descriptor";
import { ALL_FUNDS, GENERAL_FLOWS, GZ, JJ, STATE_CAPITAL_FLOWS } from "./fund-tables";
import { EXPENDITURE_DETAIL, FUND_DETAIL, GENERAL_DETAIL, PROJECT_FLOWS, PROJECTS, STATE_ASSETS } from "./further";
import { BOUGHT_SERVICES, OPERATING_INFORMATION, PROCUREMENT_TABLE } from "./lists";
import { ALL_FUNDS_THREE_PUBLIC, SG } from "./sg";
import { Z01 } from "./z01";
import { Z02 } from "./z02";
import { Z03 } from "./z03";
import { Z04 } from "./z04";
import { Z05 } from "./z05";
import { ALL_FUNDS_BASIC, FUND_BASIC, OPERATING, Z06 } from "./z06";

/** The nine standard tables by key. */
export const TABLES: Readonly<Record<StandardKey, TableDescriptor>> = { Z01, Z02, Z03, Z04, Z05, Z06, SG, JJ, GZ };

/** Tables that places publish beside them. Where titles overlap, the narrower one stands first. */
const FURTHER: readonly TableDescriptor[] = [
  GENERAL_FLOWS,
  STATE_CAPITAL_FLOWS,
  ALL_FUNDS,
  ALL_FUNDS_BASIC,
  FUND_BASIC,
  OPERATING,
  ALL_FUNDS_THREE_PUBLIC,
  FUND_DETAIL,
  GENERAL_DETAIL,
  PROJECTS,
  PROJECT_FLOWS,
  EXPENDITURE_DETAIL,
  STATE_ASSETS,
  PROCUREMENT_TABLE,
  BOUGHT_SERVICES,
  OPERATING_INFORMATION,
];

/** Every table the product knows, the nine first. */
export const ALL_TABLES: readonly TableDescriptor[] = [...TABLE_KEYS.map((key) => TABLES[key]), ...FURTHER];

/** Keys of the tables beside the nine. */
export const FURTHER_KEYS: readonly FurtherKey[] = FURTHER.map(({ key }) => key as FurtherKey);

const BY_KEY: ReadonlyMap<TableKey, TableDescriptor> = new Map(ALL_TABLES.map((table) => [table.key, table]));

/** The descriptor of a table; throws for a key that no descriptor has. */
export function descriptorOf(key: TableKey): TableDescriptor {
  const found = BY_KEY.get(key);
  if (!found) throw new Error(`no table ${key}`);
  return found;
}

/** The official title of a table ("支出决算表"). */
export function tableName(key: TableKey): string {
  return descriptorOf(key).name;
}

/** Names of the sheets that are forms, not tables of accounts. */
const FORMS = {
  ZP: { name: "项目支出绩效自评表", chip: "自评" },
  ZPHZ: { name: "项目支出绩效自评结果汇总表", chip: "汇总" },
  BM: { name: "部门整体支出绩效自评表", chip: "整体" },
  PJ: { name: "绩效评价评分表", chip: "评价" },
  RX1: { name: "工单办理考核计分表", chip: "工单" },
  RX2: { name: "综合管理考核计分表", chip: "管理" },
  RX3: { name: "热线考核排名表", chip: "排名" },
  RX4: { name: "热线扣分指标表", chip: "扣分" },
} as const satisfies Record<Exclude<SheetKind, TableKey>, { name: string; chip: string }>;

const isForm = (kind: SheetKind): kind is keyof typeof FORMS => kind in FORMS;

/** The full name of what a sheet holds. */
export function sheetTitle(kind: SheetKind): string {
  return isForm(kind) ? FORMS[kind].name : descriptorOf(kind).name;
}

/** The field's short name of what a sheet holds ("03表", "三公", "自评"). */
export function sheetChip(kind: SheetKind): string {
  return isForm(kind) ? FORMS[kind].chip : descriptorOf(kind).chip;
}

/** The columns a table may print, in their usual order, each as the first of its layouts that has it. */
export function columnsOf(key: TableKey): readonly ColumnRule[] {
  const columns = new Map<ColumnKey, ColumnRule>();
  for (const layout of descriptorOf(key).layouts)
    for (const column of layout.columns) if (!columns.has(column.key)) columns.set(column.key, column);
  return [...columns.values()];
}

/** Keys of the columns a table may print, in their usual order; a matrix has none of its own. */
export function columnKeys(key: TableKey): readonly string[] {
  return columnsOf(key).map((column) => column.key);
}

/** The first rule for a line of a table, with the half it stands in; undefined where the table has no such line. */
export function lineOf(
  key: TableKey,
  row: RowKey,
): { readonly rule: LineRule; readonly half: "left" | "right" } | undefined {
  for (const { lines } of descriptorOf(key).layouts)
    for (const half of ["left", "right"] as const) {
      const rule = lines?.[half].find((line) => line.key === row);
      if (rule) return { rule, half };
    }
  return undefined;
}
