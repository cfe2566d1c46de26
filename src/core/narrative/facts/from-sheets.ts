import type { AccountBook } from "../../model/book";
import { SG_ROWS, type AccountTable, type ColumnKey, type RowKey, type TableKey } from "../../model/table";
import { fromFigure, total, type Known, type Quantity } from "../quantity";

/** A line of a table that states what the parameter sheet would ask for. */
interface Line {
  readonly table: TableKey;
  readonly row: RowKey;
  readonly column: ColumnKey;
  /** Only where the line is printed so: what is counted depends on its words (单价100万元以上). */
  readonly printed?: RegExp;
}

const information = (row: RowKey): Line => ({ table: "T-YX", row, column: "amount" });
const procurement = (row: RowKey): readonly Line[] => [{ table: "T-CG", row, column: "amount" }, information(row)];
const assets = (row: RowKey): readonly Line[] => [information(`assets.${row}`)];

/** Where tables beside the nine state what the 情况说明 says, the first that has it. */
const LINES: Readonly<Record<string, readonly Line[]>> = {
  "因公出国（境）团组": [information("count.groups")],
  "因公出国（境）人次": [information("count.travellers")],
  购置公务用车数: [information("count.vehiclesBought")],
  公务用车保有量: [information("count.vehiclesKept")],
  国内接待费: [information("threePublic.receptionAtHome")],
  国内接待批次: [information("count.receptions")],
  外事接待批次: [information("count.foreignReceptions")],
  国内接待人次: [information("count.guests")],
  外事接待人次: [information("count.foreignGuests")],
  "国（境）外接待费": [information("threePublic.receptionAbroad")],
  "国（境）外接待批次": [information("count.receptionsAbroad")],
  "国（境）外接待人次": [information("count.guestsAbroad")],
  机关运行经费: [information("operating.total"), { table: "SG", row: SG_ROWS.final, column: "operating" }],
  政府采购支出总额: procurement("procurement.total"),
  政府采购货物支出: procurement("procurement.goods"),
  政府采购工程支出: procurement("procurement.works"),
  政府采购服务支出: procurement("procurement.services"),
  授予中小企业合同金额: procurement("procurement.smaller"),
  授予小微企业合同金额: procurement("procurement.small"),
  车辆合计: assets("vehicles"),
  机要通信用车: assets("vehicles.confidential"),
  应急保障用车: assets("vehicles.emergency"),
  执法执勤用车: assets("vehicles.lawEnforcement"),
  特种专业技术用车: assets("vehicles.special"),
  离退休干部用车: assets("vehicles.retired"),
  其他用车: assets("vehicles.other"),
  "单价100万元（含）以上设备（不含车辆）": [
    { ...information("assets.largeEquipment"), printed: /100万元.*含.*设备.*不含车辆/ },
  ],
};

/** 绩效自评涉及预算资金 as the forms add up, where every project of the 汇总表 has its form. */
export const EVALUATED_FUNDS = "绩效自评涉及预算资金";

/** What the workbook's own sheets state or add up to, by parameter: it need not be filled in. A blank cell states nothing. */
export function fromSheets(book: AccountBook, key: string): Known | undefined {
  if (key === EVALUATED_FUNDS) return evaluatedFunds(book);
  for (const { table, row, column, printed } of LINES[key] ?? []) {
    const found = book.tables.get(table);
    const quantity = found && stated(found, row, column, printed);
    if (quantity?.kind === "known") return quantity;
  }
  return undefined;
}

function stated(
  table: AccountTable,
  row: RowKey,
  column: ColumnKey,
  printed: RegExp | undefined,
): Quantity | undefined {
  const line = table.byKey.get(row);
  const figure = line?.figures.get(column);
  if (!line || !figure || figure.kind === "blank" || (printed && !printed.test(line.name))) return undefined;
  return fromFigure(figure, `表.${table.key}.${row}`);
}

function evaluatedFunds({ forms, summaries }: AccountBook): Known | undefined {
  const listed = summaries.reduce((count, { rows }) => count + rows.length, 0);
  return forms.length === 0 || (listed > 0 && listed !== forms.length) ? undefined : budgetOfForms(forms);
}

/**
 * What the budgets of some forms add up to; undefined where one has none, or where 年初预算数 and 全年预算数 add up to
 * different sums: which of them a text means is the office's to say.
 */
export function budgetOfForms(forms: AccountBook["forms"]): Known | undefined {
  const [initial, annual] = (["initialBudget", "annualBudget"] as const).map((column) => {
    const figures = forms.map((form) => form.funds.find((row) => row.key === "total")?.figures.get(column));
    const known = figures.flatMap((figure) => (figure?.kind === "amount" ? [fromFigure(figure, column)] : []));
    return known.length === figures.length ? total(known) : undefined;
  });
  const sum = annual ?? initial;
  const other = initial ?? annual;
  return sum?.kind === "known" && other?.kind === "known" && sum.value.eq(other.value) ? sum : undefined;
}
