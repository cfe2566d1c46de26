import type { Check } from "../../model/rule";
import type { RowKey } from "../../model/table";
import { agreement } from "./agreement";
import type { ClassColumns } from "./class-agreement";
import { totalTerms } from "./hierarchy";
import { columnLabel, shortName } from "./names";
import { missingColumn, missingRow } from "./require";
import { anyStanding, placeTerm } from "./terms";

/** A line of a two-sided table that must agree with 合计 of a column of a classified table. */
export interface TotalLineAgreement extends ClassColumns {
  readonly row: RowKey;
  /** How the line is usually printed. */
  readonly label: string;
}

/** One line of Z01 or Z04 = 合计 of one column of the detail table; not evaluated where either is not printed. */
export function* totalAgreement(of: TotalLineAgreement): Iterable<Check> {
  const { overview, overviewColumn, detail, detailColumn, label } = of;
  if (!overview.columns.has(overviewColumn)) {
    yield missingColumn(overview, overviewColumn);
    return;
  }
  const left = placeTerm(overview, of.row, overviewColumn);
  const right = totalTerms(detail, detailColumn);
  if (right === undefined) {
    yield missingColumn(detail, detailColumn);
    return;
  }
  if (left.length === 0) {
    if (anyStanding(right)) yield missingRow(overview, label);
    return;
  }
  const suffix = overviewColumn === "amount" ? "" : ` · ${columnLabel(overview.key, overviewColumn)}`;
  yield* agreement({
    left,
    right: right.map((item) => ({ ...item, label: `${item.label} · ${columnLabel(detail.key, detailColumn)}` })),
    subject: `${shortName(overview)}${label}${suffix}`,
    counterpart: `${shortName(detail)}合计 · ${columnLabel(detail.key, detailColumn)}`,
    sheet: overview.sheet,
    otherSheet: detail.sheet,
  });
}
