import type { AccountBook } from "../../../../src/core/model/book";
import type { CellValue } from "../../../../src/core/model/grid";
import type { MoneyUnit } from "../../../../src/core/model/quantity";
import { readSelfEvaluation } from "../../../../src/core/reading/self-evaluation/read-self-evaluation";
import {
  formRows,
  FUNDS,
  INDICATORS,
  sheetOf,
  summaryRows,
  type FormParts,
  type IndicatorLine,
} from "../../reading/self-evaluation/form-grid";
import { makeBook, type BookSpec } from "../../../support/book-builder";

/** A book with these forms, each on a sheet of its own, and a 汇总表 where one is given. */
export function bookOf(
  forms: readonly FormParts[],
  options: {
    readonly listed?: readonly (readonly [CellValue, CellValue, CellValue, CellValue])[];
    readonly summary?: readonly (readonly CellValue[])[];
    readonly tables?: BookSpec["tables"];
    readonly moneyUnit?: MoneyUnit;
  } = {},
): AccountBook {
  const moneyUnit = options.moneyUnit ?? "万元";
  const base = makeBook({ tables: options.tables ?? {}, moneyUnit });
  const summary = options.summary ?? (options.listed ? summaryRows(options.listed) : undefined);
  const readings = [
    ...forms.map((parts, index) =>
      readSelfEvaluation(sheetOf(formRows(parts), { name: `自评表-${index + 1}` }), moneyUnit),
    ),
    ...(summary ? [readSelfEvaluation(sheetOf(summary, { name: "汇总表" }), moneyUnit)] : []),
  ];
  return {
    ...base,
    forms: readings.flatMap((reading) => reading?.forms ?? []),
    summaries: readings.flatMap((reading) => reading?.summary ?? []),
  };
}

/** A book with one form. */
export function formBook(parts: FormParts = {}): AccountBook {
  return bookOf([parts]);
}

/** The consistent form with one indicator line replaced: fields of `change` over those of the line. */
export function withIndicator(
  index: number,
  change: {
    readonly level2?: CellValue;
    readonly name?: CellValue;
    readonly target?: CellValue;
    readonly actual?: CellValue;
    readonly weight?: CellValue;
    readonly score?: CellValue;
    readonly reason?: CellValue;
  },
  parts: FormParts = {},
): FormParts {
  const fields = [
    undefined,
    change.level2,
    change.name,
    change.target,
    change.actual,
    change.weight,
    change.score,
    change.reason,
  ];
  const indicators = INDICATORS.map((line, at) =>
    at === index
      ? (fields.map((value, field) =>
          value === undefined ? (line[field] ?? null) : value,
        ) as unknown as IndicatorLine)
      : line,
  );
  return { ...parts, indicators };
}

/** The consistent form with the funds total's columns replaced: 年初, 全年, 执行, 分值, 执行率, 得分. */
export function withFunds(change: Readonly<Record<number, CellValue>>, row = 0): FormParts {
  return { funds: FUNDS.map((line, at) => (at === row ? line.map((value, column) => change[column] ?? value) : line)) };
}

/** The 总分 row with this score. */
export function totalOf(score: CellValue, weight: CellValue = 100): readonly CellValue[] {
  return ["总分", null, null, null, null, null, weight, score];
}
