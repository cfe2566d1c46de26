import { TABLES } from "../../tables";
import {
  TOTAL_ROW,
  Z06_ROWS,
  type AccountTable,
  type ColumnKey,
  type TableKey,
  type TableRow,
} from "../../model/table";

const FUND_COLUMNS: Partial<Record<ColumnKey, string>> = {
  total: "合计",
  general: "一般公共预算财政拨款",
  fund: "政府性基金预算财政拨款",
  stateCapital: "国有资本经营预算财政拨款",
};
const EXPENDITURE_COLUMNS: Partial<Record<ColumnKey, string>> = {
  opening: "年初结转和结余",
  income: "本年收入",
  total: "小计",
  basic: "基本支出",
  project: "项目支出",
  closing: "年末结转和结余",
};

const COLUMN_LABELS: Readonly<Record<TableKey, Partial<Record<ColumnKey, string>>>> = {
  Z01: { amount: "决算数" },
  Z02: {
    total: "本年收入合计",
    fiscal: "财政拨款收入",
    superiorSubsidy: "上级补助收入",
    undertaking: "事业收入",
    business: "经营收入",
    affiliated: "附属单位上缴收入",
    other: "其他收入",
  },
  Z03: {
    total: "本年支出合计",
    basic: "基本支出",
    project: "项目支出",
    upward: "上缴上级支出",
    business: "经营支出",
    affiliatedSubsidy: "对附属单位补助支出",
  },
  Z04: { amount: "决算数", ...FUND_COLUMNS },
  Z05: EXPENDITURE_COLUMNS,
  Z06: { amount: "决算数", personnel: "人员经费", public: "公用经费" },
  SG: {
    total: "“三公”经费合计",
    abroad: "因公出国（境）费",
    vehicles: "公务用车购置及运行维护费",
    vehiclePurchase: "公务用车购置费",
    vehicleOperation: "公务用车运行维护费",
    reception: "公务接待费",
  },
  JJ: EXPENDITURE_COLUMNS,
  GZ: EXPENDITURE_COLUMNS,
};

/** The usual label of a column ("基本支出"). */
export function columnLabel(table: TableKey, column: ColumnKey): string {
  return COLUMN_LABELS[table][column] ?? column;
}

/** A row in a clerk's words: "201 一般公共服务支出", "本年收入合计". */
export function rowLabel(row: TableRow): string {
  if (row.key === TOTAL_ROW) return "合计";
  if (row.key === Z06_ROWS.personnelTotal) return "人员经费合计";
  if (row.key === Z06_ROWS.publicTotal) return "公用经费合计";
  if (row.level === "line") return row.name;
  return row.name === "" ? (row.code ?? row.key) : `${row.code ?? row.key} ${row.name}`;
}

/** The short name of a printed table: its 公开 number where it has one ("公开03表"), else its usual name. */
export function shortName(table: AccountTable): string {
  return table.publicNumber?.text ?? tableName(table.key);
}

/** The official title of a table ("支出决算表"). */
export function tableName(key: TableKey): string {
  return TABLES[key].name;
}
