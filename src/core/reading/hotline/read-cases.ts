import { amount, HUNDRED, ONE } from "../../model/amount";
import type { ReadingNote } from "../../model/book";
import { a1 } from "../../model/cell";
import type { Figure, TextCell } from "../../model/figure";
import { CASE_INPUTS, CASE_SCORES, type CaseColumn, type CaseRow, type CaseSheet } from "../../model/hotline";
import { PLAIN } from "../../units/printing";
import { parseNumberText } from "../read-figure";
import type { GridView } from "../self-evaluation/grid-view";
import type { HotlineReading } from "./hotline-reading";
import { classOn, periodIn, unitRows } from "./unit-rows";

/** A rate printed as a percentage. */
const PERCENT = { ...PLAIN, scale: amount("0.01") };

/** Reads 工单办理考核 below its header. Rates become fractions, however printed. */
export function readCases(
  view: GridView,
  headerRow: number,
  columns: ReadonlyMap<CaseColumn | "unit" | "class", number>,
  title: TextCell,
): HotlineReading {
  const keys = [...CASE_INPUTS, ...CASE_SCORES].filter((key) => columns.has(key));
  const rows: CaseRow[] = [];
  let totals: ReadonlyMap<CaseColumn, Figure> | undefined;
  const lines = unitRows(view, headerRow, columns.get("unit") ?? 0);
  const inFractions = new Set(
    keys.filter((key) => {
      const at = columns.get(key) ?? 0;
      return RATES.has(key) && areFractions(lines.map(({ row }) => view.figure(row, at, "")));
    }),
  );
  const figuresOn = (row: number): ReadonlyMap<CaseColumn, Figure> =>
    new Map(
      keys.map((key) => {
        const isRate = RATES.has(key);
        const figure = view.figure(row, columns.get(key) ?? 0, isRate ? "" : "分");
        return [key, isRate ? rateOf(figure, inFractions.has(key)) : figure];
      }),
    );
  for (const { row, unit } of lines) {
    if (unit === "total") totals = figuresOn(row);
    else rows.push({ unit, ...classOn(view, row, columns.get("class")), figures: figuresOn(row) });
  }
  const sheet: CaseSheet = {
    kind: "RX1",
    sheet: view.name,
    title,
    ...periodIn(view, headerRow),
    columns: new Set(keys),
    rows,
    ...(totals ? { totals } : {}),
  };
  return { sheet, notes: missingClasses(view, rows) };
}

function missingClasses(view: GridView, rows: readonly CaseRow[]): readonly ReadingNote[] {
  return rows
    .filter(({ unitClass }) => unitClass === undefined)
    .map(({ unit, classCell }) => {
      const said = classCell && classCell.text !== "" ? `类别“${classCell.text}”未能识别` : "没有类别";
      const cell = classCell?.cell ?? unit.cell;
      const message = `${view.name} ${a1(cell)}“${unit.text}”${said}，承办量得分和名次未核对`;
      return { code: "unitClassMissing", message, sheet: view.name, cell };
    });
}

const RATES: ReadonlySet<CaseColumn> = new Set<CaseColumn>(["serviceRate", "resultRate"]);
/** More than twice all of it is no rate: such a number is one of percent. */
const MOST = 2;

/** Whether a column's rates are numbers like 0.96: then 1.08 is above all of it, not one percent. */
function areFractions(figures: readonly Figure[]): boolean {
  const numbers = figures.filter(({ kind, value }) => kind === "amount" && !value.isZero());
  return numbers.some(({ value }) => value.lt(ONE)) && numbers.every(({ value }) => value.lte(MOST));
}

/** A rate as a fraction: 0.96, 96 and "96%" are one; 1 is all of it. */
function rateOf(figure: Figure, inFractions: boolean): Figure {
  const signed = /^(.*?)[%％]$/.exec(figure.raw)?.[1];
  const value = signed === undefined ? undefined : parseNumberText(signed);
  if (value) return { ...figure, kind: "amount", value: value.div(HUNDRED), printing: PERCENT };
  if (figure.kind !== "amount" || figure.value.lte(inFractions ? MOST : ONE)) return figure;
  return { ...figure, value: figure.value.div(HUNDRED), printing: PERCENT };
}
