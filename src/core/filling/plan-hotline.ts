import { amount, type Amount } from "../model/amount";
import type { AccountBook } from "../model/book";
import { a1, cellKey, type CellAddress } from "../model/cell";
import type { Figure } from "../model/figure";
import type { CaseColumn, CaseRow, CaseScore, CaseSheet, RankingSheet, UnitClass } from "../model/hotline";
import type { HotlineSettings } from "../model/rule";
import { points } from "../scoring/form-figures";
import {
  CaseScores,
  isAmongLast,
  isLastAgain,
  NO_CASES,
  overallScore,
  quarterScore,
  rankWithinClass,
  type DueScore,
  type Ranked,
} from "../scoring/hotline";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";
import { writeOf, type How } from "./plan-cell";
import type { ViolatedCells } from "./violations";

/**
 * Plan for the hotline's assessment: what follows from the inputs of 工单办理考核, ranks within a class, the quarter and
 * the total of 排名, as live formulas. A unit without orders, or whose satisfaction nobody measured, stays blank, with the
 * reason; nothing is filled from inputs that are out of their range.
 */
export function planHotline(book: AccountBook, settings: HotlineSettings, violated: ViolatedCells): FillPlan {
  const plans = book.hotline.flatMap((sheet): FillPlan[] => {
    if (sheet.kind === "RX1") return [planCases(sheet, settings, violated)];
    return sheet.kind === "RX3" ? [planRanking(sheet, settings)] : [];
  });
  return { writes: plans.flatMap((plan) => plan.writes), notDerivable: plans.flatMap((plan) => plan.notDerivable) };
}

interface Scored {
  readonly column: CaseScore;
  readonly name: string;
  readonly rule: string;
  readonly due: (scores: CaseScores, row: CaseRow) => DueScore;
  readonly inputs: readonly CaseColumn[];
  readonly formula: (at: At, row: CaseRow, range: Range) => string | undefined;
}

/** Reference of a column on the row, and of the column over all units. */
type At = (column: CaseColumn) => string;
type Range = (column: CaseColumn) => string;

const share = (at: At, range: Range, column: CaseColumn, most: number): string =>
  `IF(SUM(${range(column)})=0,0,${most}*${at(column)}/SUM(${range(column)}))`;

/** The columns in the order in which they rest on one another. */
const SCORED: readonly Scored[] = [
  {
    column: "satisfaction",
    name: "满意度考核得分",
    rule: "RX-01",
    due: (scores, row) => scores.satisfaction(row),
    inputs: ["cases", "serviceRate", "resultRate"],
    formula: (at, row) =>
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
    formula: (at) => `=IF(${at("cases")}=0,"",ROUND(6*(1-${at("overdue")}/${at("cases")}),2))`,
  },
  {
    column: "transfers",
    name: "转办回退件得分",
    rule: "RX-03",
    due: (scores, row) => scores.transfers(row),
    inputs: ["cases", "shirkedOnce", "shirkedMore"],
    formula: (at, _, range) =>
      `=IF(${at("cases")}=0,"",ROUND(8-${share(at, range, "shirkedOnce", 4)}-${share(at, range, "shirkedMore", 4)},2))`,
  },
  {
    column: "revisits",
    name: "回访重办件得分",
    rule: "RX-04",
    due: (scores, row) => scores.revisits(row),
    inputs: ["cases", "returnedOnce", "returnedMore"],
    formula: (at, _, range) =>
      `=IF(${at("cases")}=0,"",ROUND(11-${share(at, range, "returnedOnce", 6)}-${share(at, range, "returnedMore", 5)},2))`,
  },
  {
    column: "volume",
    name: "承办量得分",
    rule: "RX-05",
    due: (scores, row) => scores.volume(row),
    inputs: ["cases"],
    formula: (at, row) => (row.unitClass ? volumeFormula(at("cases"), row.unitClass) : undefined),
  },
  {
    column: "total",
    name: "工单办理考核得分",
    rule: "RX-06",
    due: (scores, row) => scores.total(row),
    inputs: ["satisfaction", "timeliness", "transfers", "revisits", "volume", "deduction"],
    formula: (at) =>
      `=IF(OR(${at("satisfaction")}="",${at("timeliness")}=""),"",MAX(0,ROUND(${["satisfaction", "timeliness", "transfers", "revisits", "volume"].map((key) => at(key as CaseColumn)).join("+")}-${at("deduction")},2)))`,
  },
];

const LIMITS: Readonly<Record<UnitClass, readonly number[]>> = {
  街道: [140, 120, 100, 80, 60, 40],
  镇: [70, 60, 50, 40, 30, 20],
  部门: [60, 50, 40, 30, 20, 10],
};

/** 5 above the first limit, half a point less above each of the next; 2 below all. */
function volumeFormula(cases: string, unitClass: UnitClass): string {
  const points = LIMITS[unitClass].reduceRight((rest, limit, at) => `IF(${cases}>${limit},${5 - at / 2},${rest})`, "2");
  return `=IF(${cases}=0,"",${points})`;
}

/** A rate that Excel holds as a fraction, so that a formula may count with it. */
function isFraction(figure: Figure | undefined): boolean {
  return figure?.kind === "amount" && !figure.storedAsText && !figure.raw.includes("%") && figure.printing.scale.eq(1);
}

function planCases(sheet: CaseSheet, settings: HotlineSettings, violated: ViolatedCells): FillPlan {
  const writes: PlannedWrite[] = [];
  const notDerivable: NotDerivable[] = [];
  const scores = new CaseScores(sheet, settings);
  const usual = settings.pool === "all" && settings.repeated === "once" && settings.bracket === "class";
  const filled = new Map<string, Amount>();
  const group = sheet.title?.text ?? sheet.sheet;
  for (const row of sheet.rows) {
    for (const item of SCORED) {
      const figure = row.figures.get(item.column);
      if (!figure || figure.kind !== "blank") continue;
      const label = `${row.unit.text} · ${item.name}`;
      const due = item.due(scores, row);
      const inputs = item.inputs.flatMap((input) => row.figures.get(input)?.cell ?? []);
      const broken = violated.among([row.unit.cell, ...inputs]);
      if (typeof due === "string" || broken) {
        const reason = broken ? `所依据的数有误，请先改正：${broken.message}` : typeof due === "string" ? due : "";
        if (reason !== NO_CASES) notDerivable.push({ cell: figure.cell, group, label, reason });
        continue;
      }
      filled.set(cellKey(figure.cell), due.printed);
      const formula = usual ? liveFormula(sheet, row, item, settings) : undefined;
      writes.push(
        writeOf(figure, {
          group,
          label,
          content: due.printed.toNumber(),
          rule: item.rule,
          reason: `应得 ${points(due.printed)}`,
          sources: inputs,
          numberFormat: "0.00",
          ...(formula === undefined ? {} : { formula }),
        }),
      );
    }
  }
  const units = sheet.rows.map((row): Ranked & { readonly rank: Figure | undefined; readonly label: string } => ({
    unitClass: row.unitClass,
    score: asFilled(row.figures.get("total"), filled),
    rank: row.figures.get("rank"),
    label: row.unit.text,
  }));
  const classes = sheet.rows.map(({ classCell }) => classCell?.cell);
  const totals = sheet.rows.map(({ figures }) => figures.get("total")?.cell);
  writes.push(...rankWrites(units, classes, totals, group));
  return { writes, notDerivable };
}

/** The formula of a row, where every column it needs is there and none of its inputs is a text. */
function liveFormula(sheet: CaseSheet, row: CaseRow, item: Scored, settings: HotlineSettings): string | undefined {
  if (item.column === "volume" && settings.volumeTop === "inclusive") return undefined;
  const cell = (of: CaseRow | undefined, column: CaseColumn): CellAddress | undefined => of?.figures.get(column)?.cell;
  const texts = item.inputs.some((input) => row.figures.get(input)?.storedAsText === true);
  if (texts || item.inputs.some((input) => !sheet.columns.has(input))) return undefined;
  const at: At = (column) => a1(cell(row, column) ?? row.unit.cell);
  const range: Range = (column) => {
    const [first, last] = [cell(sheet.rows[0], column), cell(sheet.rows.at(-1), column)];
    return first && last ? absoluteRange(first, last) : at(column);
  };
  return item.formula(at, row, range);
}

function absoluteRange(first: CellAddress, last: CellAddress): string {
  const rows = (cell: CellAddress): string => a1(cell).replace(/^([A-Z]+)/, "$1$");
  return `${rows(first)}:${rows(last)}`;
}

function asFilled(figure: Figure | undefined, filled: ReadonlyMap<string, Amount>): Figure | undefined {
  const value = figure && filled.get(cellKey(figure.cell));
  return figure && value ? { ...figure, kind: "amount", value } : figure;
}

/** Ranks that are blank, with the formula that counts the better ones of the class. */
function rankWrites(
  units: readonly (Ranked & { readonly rank: Figure | undefined; readonly label: string })[],
  classes: readonly (CellAddress | undefined)[],
  scores: readonly (CellAddress | undefined)[],
  group: string,
): readonly PlannedWrite[] {
  return units.flatMap(({ rank, label }, at) => {
    const due = rankWithinClass(units, at);
    const [own, score] = [classes[at], scores[at]];
    if (rank?.kind !== "blank" || due === undefined || !score) return [];
    const [firstClass, lastClass, firstScore, lastScore] = [classes[0], classes.at(-1), scores[0], scores.at(-1)];
    const formula =
      own && firstClass && lastClass && firstScore && lastScore
        ? `=IF(${a1(score)}="","",COUNTIFS(${absoluteRange(firstClass, lastClass)},${a1(own)},${absoluteRange(firstScore, lastScore)},">"&${a1(score)})+1)`
        : undefined;
    const how: How = { rule: "RX-07", reason: "同类得分更高的单位数加 1", sources: [score], numberFormat: "0" };
    return [
      writeOf(rank, {
        ...how,
        group,
        label: `${label} · 类内名次`,
        content: due,
        ...(formula === undefined ? {} : { formula }),
      }),
    ];
  });
}

/** What the last of a class are told; more where it is the second quarter running. */
function noticeDue(
  unitClass: UnitClass | undefined,
  units: readonly Ranked[],
  previousRank: Figure | undefined,
): string {
  return isLastAgain(units, unitClass, previousRank) ? "主要负责人说明情况，问责" : "书面整改报告（分管负责人）";
}

function planRanking(sheet: RankingSheet, settings: HotlineSettings): FillPlan {
  const writes: PlannedWrite[] = [];
  const notDerivable: NotDerivable[] = [];
  const filled = new Map<string, Amount>();
  const group = sheet.title?.text ?? sheet.sheet;
  const share = sheet.workOrderShare ?? amount("0.8");
  const put = (
    figure: Figure,
    label: string,
    value: Amount,
    how: Pick<How, "rule" | "reason" | "sources" | "formula">,
  ): void => {
    filled.set(cellKey(figure.cell), value);
    writes.push(writeOf(figure, { ...how, group, label, content: value.toNumber(), numberFormat: "0.00" }));
  };
  for (const { unit, months, workOrders, management, overall } of sheet.rows) {
    const mean = settings.quarter === "mean" ? quarterScore(months) : undefined;
    const [first, last] = [months[0], months.at(-1)];
    if (workOrders?.kind === "blank" && mean && first && last)
      put(workOrders, `${unit.text} · 季度工单办理得分`, mean, {
        rule: "RX-10",
        reason: "有得分各月的平均数",
        sources: months.map(({ cell }) => cell),
        formula: `=ROUND(AVERAGE(${a1(first.cell)}:${a1(last.cell)}),2)`,
      });
    const score = asFilled(workOrders, filled);
    if (overall?.kind !== "blank" || !workOrders || !management) continue;
    if (score?.kind !== "amount" || management.kind !== "amount") {
      const reason = score?.kind === "amount" ? "综合管理得分未填" : "没有工单办理得分";
      if (management.kind === "amount" || score?.kind === "amount")
        notDerivable.push({ cell: overall.cell, group, label: `${unit.text} · 综合得分`, reason });
      continue;
    }
    const percent = share.times(100);
    put(overall, `${unit.text} · 综合得分`, overallScore(score.value, management.value, share), {
      rule: "RX-10",
      reason: `工单办理 × ${points(percent)}% + 综合管理 × ${points(amount(100).minus(percent))}%`,
      sources: [workOrders.cell, management.cell],
      formula: `=ROUND(${a1(workOrders.cell)}*${percent.toString()}%+${a1(management.cell)}*${amount(100).minus(percent).toString()}%,2)`,
    });
  }
  const byOverall = settings.ranking === "overall";
  const units = sheet.rows.map(({ unit, unitClass, overall, workOrders, rank }) => ({
    unitClass,
    score: asFilled(byOverall ? overall : workOrders, filled),
    rank,
    label: unit.text,
  }));
  for (const [at, row] of sheet.rows.entries()) {
    const { notice, unitClass, unit, previousRank } = row;
    if (!notice || notice.text !== "" || isAmongLast(units, at) !== true) continue;
    const content = noticeDue(unitClass, units, previousRank);
    writes.push(
      writeOf(
        { cell: notice.cell, raw: "", kind: "blank" },
        { group, label: `${unit.text} · 提示`, content, rule: "RX-12", reason: "本类末位（部门后三名）", sources: [] },
      ),
    );
  }
  const scores = sheet.rows.map(({ overall, workOrders }) => (byOverall ? overall : workOrders)?.cell);
  writes.push(
    ...rankWrites(
      units,
      sheet.rows.map(({ classCell }) => classCell?.cell),
      scores,
      group,
    ),
  );
  return { writes, notDerivable };
}
