import { normaliseLabel } from "../../glossary/normalise";
import { ONE, ZERO } from "../../model/amount";
import type { CellAddress } from "../../model/cell";
import type { CaseInput, CaseRow, CaseSheet } from "../../model/hotline";
import type { Check, Rule } from "../../model/rule";
import { countOf } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { eachCaseSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-09",
  title: "考核数据的范围",
  statement:
    "件数为不小于 0 的整数，超期件数、推诿件数、重办件数不超过承办工单数，满意率在 0 至 100% 之间；没有承办工单的，推诿、重办件数为 0；每个单位列一次，有且只有一个类别。",
  formula: "0 ≤ 超期、推诿、重办 ≤ 承办；0 ≤ 满意率 ≤ 100%",
  severity: "error",
  basis: HOTLINE,
  rationale: "录入时错了行、错了栏，或者把百分数当成了件数。",
  remedy: "核对原始统计，更正数据。",
  scope: ["RX1"],
  check: ({ book }) => eachCaseSheet(book, inputs),
};

const COUNTS: readonly (readonly [CaseInput, string])[] = [
  ["cases", "承办工单数"],
  ["overdue", "超期办理工单数"],
  ["shirkedOnce", "一次推诿件数"],
  ["shirkedMore", "两次及以上推诿件数"],
  ["returnedOnce", "一次退回重办件数"],
  ["returnedMore", "两次及以上退回重办件数"],
];
const RATES: readonly (readonly [CaseInput, string])[] = [
  ["serviceRate", "服务过程满意率"],
  ["resultRate", "办理结果满意率"],
];
const PAIRS: readonly (readonly [CaseInput, CaseInput, string])[] = [
  ["shirkedOnce", "shirkedMore", "推诿件数"],
  ["returnedOnce", "returnedMore", "重办件数"],
];

interface Fault {
  readonly cells: readonly CellAddress[];
  readonly message: string;
}

function* inputs(sheet: CaseSheet): Iterable<Check> {
  const seen = new Map<string, CaseRow>();
  for (const row of sheet.rows) {
    const key = normaliseLabel(row.unit.text);
    const before = seen.get(key);
    seen.set(key, row);
    const faults = [
      ...(before ? [repeated(before, row)] : []),
      ...classFault(row),
      ...countFaults(row),
      ...rateFaults(row),
    ];
    for (const { cells, message } of faults)
      yield sheetViolation(sheet.sheet, { cells, message: `“${row.unit.text}”${message}` });
    if (faults.length === 0) yield holds([row.unit.cell]);
    const cases = row.figures.get("cases");
    if (!cases || cases.kind === "blank" || cases.kind === "dash")
      yield sheetNotEvaluated(
        sheet.sheet,
        `“${row.unit.text}”承办工单数未填，各项得分未核对`,
        cases?.cell ?? row.unit.cell,
      );
  }
}

function repeated(before: CaseRow, row: CaseRow): Fault {
  const classes = before.unitClass !== row.unitClass && before.unitClass && row.unitClass;
  return {
    cells: [row.unit.cell],
    message: classes ? `列了两次，类别分别为${before.unitClass ?? ""}和${row.unitClass ?? ""}` : "列了两次",
  };
}

function classFault({ classCell, unitClass, unit }: CaseRow): readonly Fault[] {
  if (unitClass) return [];
  const said = classCell && classCell.text !== "" ? `类别“${classCell.text}”不是街道、镇或部门` : "没有类别";
  return [{ cells: [classCell?.cell ?? unit.cell], message: said }];
}

function countFaults(row: CaseRow): readonly Fault[] {
  const faults: Fault[] = [];
  const cases = countOf(row, "cases");
  const at = (input: CaseInput): CellAddress[] => {
    const cell = row.figures.get(input)?.cell;
    return cell ? [cell] : [];
  };
  for (const [input, name] of COUNTS) {
    const figure = row.figures.get(input);
    if (figure?.kind === "invalid") faults.push({ cells: at(input), message: `${name}“${figure.raw}”不是数字` });
    else if (figure && (figure.value.lt(ZERO) || !figure.value.isInteger()))
      faults.push({ cells: at(input), message: `${name} ${figure.raw} 不是不小于 0 的整数` });
  }
  const overdue = countOf(row, "overdue");
  if (cases && overdue?.gt(cases))
    faults.push({
      cells: at("overdue"),
      message: `超期办理工单数 ${overdue.toString()} 多于承办工单数 ${cases.toString()}`,
    });
  for (const [once, more, name] of PAIRS) {
    const both = (countOf(row, once) ?? ZERO).plus(countOf(row, more) ?? ZERO);
    const cells = [...at(once), ...at(more)].filter((_, index) =>
      (countOf(row, index === 0 ? once : more) ?? ZERO).gt(ZERO),
    );
    if (cases && both.gt(cases))
      faults.push({ cells, message: `${name} ${both.toString()} 多于承办工单数 ${cases.toString()}` });
  }
  const deduction = row.figures.get("deduction");
  if (deduction?.kind === "invalid" || deduction?.value.lt(ZERO))
    faults.push({ cells: at("deduction"), message: `扣分指标扣分“${deduction.raw}”不是不小于 0 的数` });
  return faults;
}

function rateFaults(row: CaseRow): readonly Fault[] {
  return RATES.flatMap(([input, name]) => {
    const figure = row.figures.get(input);
    if (!figure || figure.kind === "blank" || figure.kind === "dash") return [];
    const fine = figure.kind === "amount" && figure.value.gte(ZERO) && figure.value.lte(ONE);
    return fine ? [] : [{ cells: [figure.cell], message: `${name} ${figure.raw} 不在 0 至 100% 之间` }];
  });
}
