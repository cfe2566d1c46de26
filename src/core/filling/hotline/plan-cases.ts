import { a1, type CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { CaseColumn, CaseRow, CaseScore, CaseSheet, HotlineSheet, UnitClass } from "../../model/hotline";
import type { HotlineSettings } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { CaseScores, NO_CASES, volumeLimits, type DueScore } from "../../scoring/hotline";
import { deductionFor } from "../../scoring/hotline-links";
import type { ViolatedCells } from "../violations";
import type { HotlinePlan } from "./filled";
import { planRanks } from "./plan-ranks";
import { absoluteRange } from "./ranges";

interface Scored {
  readonly column: CaseScore;
  readonly name: string;
  readonly rule: string;
  readonly due: (scores: CaseScores, row: CaseRow) => DueScore;
  readonly inputs: readonly CaseColumn[];
  readonly formula: (cells: RowCells) => string | undefined;
}

/** What a formula may refer to. */
interface RowCells {
  readonly row: CaseRow;
  /** A cell of the row. */
  readonly at: (column: CaseColumn) => string;
  /** Σ of a column over the units whose cases are shared out together. */
  readonly total: (column: CaseColumn) => string;
  readonly scores: CaseScores;
  readonly settings: HotlineSettings;
}

/** Points taken by a unit's part of all cases of a kind; `more` are those that came back again. */
function share({ at, total, settings }: RowCells, once: CaseColumn, more: CaseColumn, most: number): string {
  const both = settings.repeated === "both" && once !== more;
  const own = both ? `(${at(once)}+${at(more)})` : at(once);
  const all = both ? `(${total(once)}+${total(more)})` : total(once);
  return `IF(${all}=0,0,${most}*${own}/${all})`;
}

/** The columns in the order in which they rest on one another. */
const SCORED: readonly Scored[] = [
  {
    column: "satisfaction",
    name: "满意度考核得分",
    rule: "RX-01",
    due: (scores, row) => scores.satisfaction(row),
    inputs: ["cases", "serviceRate", "resultRate"],
    formula: ({ at, row }) =>
      isFraction(row.figures.get("serviceRate")) && isFraction(row.figures.get("resultRate"))
        ? `=IF(OR(${at("cases")}=0,${at("serviceRate")}="",${at("resultRate")}=""),"",ROUND(20+50*(${at("serviceRate")}*50%+${at("resultRate")}*50%),2))`
        : undefined,
  },
  {
    column: "timeliness",
    name: "办理时限得分",
    rule: "RX-02",
    due: (scores, row) => scores.timeliness(row),
    inputs: ["cases", "overdue"],
    formula: ({ at }) => `=IF(${at("cases")}=0,"",ROUND(6*(1-${at("overdue")}/${at("cases")}),2))`,
  },
  {
    column: "transfers",
    name: "转办回退件得分",
    rule: "RX-03",
    due: (scores, row) => scores.transfers(row),
    inputs: ["cases", "shirkedOnce", "shirkedMore"],
    formula: (cells) => pooledFormula(cells, 8, ["shirkedOnce", 4], ["shirkedMore", 4]),
  },
  {
    column: "revisits",
    name: "回访重办件得分",
    rule: "RX-04",
    due: (scores, row) => scores.revisits(row),
    inputs: ["cases", "returnedOnce", "returnedMore"],
    formula: (cells) => pooledFormula(cells, 11, ["returnedOnce", 6], ["returnedMore", 5]),
  },
  {
    column: "volume",
    name: "承办量得分",
    rule: "RX-05",
    due: (scores, row) => scores.volume(row),
    inputs: ["cases"],
    formula: ({ at, row, scores, settings }) => {
      const unitClass = scores.bracketClass(row);
      return unitClass && volumeFormula(at("cases"), unitClass, settings);
    },
  },
  {
    column: "total",
    name: "工单办理考核得分",
    rule: "RX-06",
    due: (scores, row) => scores.total(row),
    inputs: ["satisfaction", "timeliness", "transfers", "revisits", "volume", "deduction"],
    formula: ({ at, settings }) => {
      if (settings.rounding === "sum") return undefined;
      const parts = PARTS.map(at).join("+");
      const cap = settings.deductionCap?.toString();
      const taken = cap === undefined ? at("deduction") : `MIN(${cap},${at("deduction")})`;
      return `=IF(OR(${at("satisfaction")}="",${at("timeliness")}=""),"",MAX(0,ROUND(${parts}-${taken},2)))`;
    },
  },
];

const PARTS = ["satisfaction", "timeliness", "transfers", "revisits", "volume"] as const;

function pooledFormula(
  cells: RowCells,
  full: number,
  [once, onceMost]: readonly [CaseColumn, number],
  [more, moreMost]: readonly [CaseColumn, number],
): string {
  const taken = `${share(cells, once, more, onceMost)}-${share(cells, more, more, moreMost)}`;
  return `=IF(${cells.at("cases")}=0,"",ROUND(${full}-${taken},2))`;
}

/** 5 above the first limit (or from it on), half a point less above each of the next; 2 below all. */
function volumeFormula(cases: string, unitClass: UnitClass, { volumeTop }: HotlineSettings): string {
  const isAbove = (at: number): string => (at === 0 && volumeTop === "inclusive" ? ">=" : ">");
  const points = volumeLimits(unitClass).reduceRight(
    (rest, limit, at) => `IF(${cases}${isAbove(at)}${limit},${5 - at / 2},${rest})`,
    "2",
  );
  return `=IF(${cases}=0,"",${points})`;
}

/** A rate that Excel holds as a fraction, so that a formula may count with it. */
function isFraction(figure: Figure | undefined): boolean {
  return figure?.kind === "amount" && !figure.storedAsText && !figure.raw.includes("%") && figure.printing.scale.eq(1);
}

/** Fills 工单办理考核: 扣分 from 扣分指标, what follows from the inputs, ranks. */
export function planCases(
  plan: HotlinePlan,
  sheets: readonly HotlineSheet[],
  sheet: CaseSheet,
  settings: HotlineSettings,
  violated: ViolatedCells,
): void {
  const group = sheet.title?.text ?? sheet.sheet;
  const rows = sheet.rows.map((row) => withDeduction(plan, sheets, sheet, row, group));
  const scores = new CaseScores({ ...sheet, rows }, settings);
  for (const row of rows)
    for (const item of SCORED) {
      const figure = row.figures.get(item.column);
      if (!figure || figure.kind !== "blank") continue;
      const label = `${row.unit.text} · ${item.name}`;
      const due = item.due(scores, row);
      const inputs = item.inputs.flatMap((input) => row.figures.get(input)?.cell ?? []);
      const broken = violated.among([row.unit.cell, ...inputs]);
      if (typeof due === "string" || broken) {
        const why = typeof due === "string" ? due : "";
        const reason = broken ? `所依据的数有误，请先改正：${broken.message}` : why;
        if (reason !== NO_CASES) plan.notDerivable.push({ cell: figure.cell, group, label, reason });
        continue;
      }
      const formula = liveFormula(sheet, row, item, scores, settings);
      plan.put(figure, due.printed, {
        group,
        label,
        rule: item.rule,
        reason: `应得 ${points(due.printed)}`,
        sources: inputs,
        ...(formula === undefined ? {} : { formula }),
      });
    }
  const deductions = sheet.rows.flatMap(({ figures }) => figures.get("deduction") ?? []);
  const named = { group, label: "合计 · 扣分指标扣分", rule: "RX-08" };
  plan.putTotal(sheet.totals?.get("deduction"), deductions, named);
  const units = rows.map(({ unit, unitClass, classCell, figures }) => ({
    unitClass,
    score: plan.after(figures.get("total")),
    rank: figures.get("rank"),
    label: unit.text,
    classCell: classCell?.cell,
    scoreCell: figures.get("total")?.cell,
  }));
  planRanks(plan, units, group);
}

/** The row with 扣分指标扣分 as 扣分指标 has it, where it is blank. */
function withDeduction(
  plan: HotlinePlan,
  sheets: readonly HotlineSheet[],
  sheet: CaseSheet,
  row: CaseRow,
  group: string,
): CaseRow {
  const own = row.figures.get("deduction");
  const source = plan.after(deductionFor(sheets, sheet, row.unit));
  if (own?.kind !== "blank" || source?.kind !== "amount") return row;
  plan.takeOver(own, source, { group, label: `${row.unit.text} · 扣分指标扣分`, rule: "RX-13" });
  return { ...row, figures: new Map([...row.figures, ["deduction", plan.after(own)]]) };
}

/** The formula of a row, where every column it needs is there and none of its inputs is a text. */
function liveFormula(
  sheet: CaseSheet,
  row: CaseRow,
  item: Scored,
  scores: CaseScores,
  settings: HotlineSettings,
): string | undefined {
  const cell = (of: CaseRow | undefined, column: CaseColumn): CellAddress | undefined => of?.figures.get(column)?.cell;
  const texts = item.inputs.some((input) => row.figures.get(input)?.storedAsText === true);
  if (texts || item.inputs.some((input) => !sheet.columns.has(input))) return undefined;
  const at = (column: CaseColumn): string => a1(cell(row, column) ?? row.unit.cell);
  const over = (pick: (of: CaseRow | undefined) => CellAddress | undefined): string => {
    const [first, last] = [pick(sheet.rows[0]), pick(sheet.rows.at(-1))];
    return first && last ? absoluteRange(first, last) : "";
  };
  const own = row.classCell && a1(row.classCell.cell);
  const total = (column: CaseColumn): string => {
    const range = over((of) => cell(of, column));
    return settings.pool === "all" || own === undefined
      ? `SUM(${range})`
      : `SUMIFS(${range},${over((of) => of?.classCell?.cell)},${own})`;
  };
  return item.formula({ row, at, total, scores, settings });
}
