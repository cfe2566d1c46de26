import type { Check } from "../../model/rule";
import { functionalRow, type AccountTable, type ColumnKey } from "../../model/table";
import { agreement } from "./agreement";
import { classTerms, hierarchyOf } from "./hierarchy";
import { columnLabel, rowLabel, shortName } from "./names";
import { perTable } from "./per-table";
import { missingColumn, notEvaluated } from "./require";
import { anyStanding, hasColumn, placeTerm, rowTerms } from "./terms";
import { functionalItems } from "./two-sided";

/** One column of a two-sided table and one of a classified table that must agree class by class. */
export interface ClassColumns {
  /** Z01 or Z04. */
  readonly overview: AccountTable;
  readonly overviewColumn: ColumnKey;
  /** Z03, Z05, JJ or GZ. */
  readonly detail: AccountTable;
  readonly detailColumn: ColumnKey;
}

/**
 * Every functional item of the overview = the 类 of the same code in the detail table, over the classes of either. A
 * class printed in one of them only is zero in the other, which the finding says. Where the overview holds figures under
 * items of no known class, classes it lacks cannot be told from those and are not evaluated.
 */
export function classAgreement(of: ClassColumns): readonly Check[] {
  const { overview, overviewColumn, detail, detailColumn } = of;
  if (!overview.columns.has(overviewColumn)) return [missingColumn(overview, overviewColumn)];
  if (!hasColumn(detail, detailColumn)) return [missingColumn(detail, detailColumn)];
  const unlisted = functionalItems(overview).find(
    (row) => row.code === undefined && anyStanding(rowTerms([row], overviewColumn)),
  );
  const hierarchy = hierarchyOf(detail);
  const suffix =
    overviewColumn === "amount" || overviewColumn === "total" ? "" : ` · ${columnLabel(overview.key, overviewColumn)}`;
  const checks: Check[] = [];
  for (const [code, label] of classesOf(overview, detail)) {
    const left = placeTerm(overview, functionalRow(code), overviewColumn);
    const right = classTerms(detail, hierarchy, code, detailColumn) ?? [];
    if (left.length === 0 && unlisted) {
      if (anyStanding(right)) {
        checks.push(
          notEvaluated(overview, `${shortName(overview)}没有“${label}”，但有未识别的项目“${unlisted.name}”，无法对应`),
        );
      }
      continue;
    }
    const missing = left.length === 0 ? overview : right.length === 0 ? detail : undefined;
    const [identity] = agreement({
      left,
      right,
      subject: `${shortName(overview)} ${label}${suffix}`,
      counterpart: `${shortName(detail)} ${label}`,
      sheet: overview.sheet,
      otherSheet: detail.sheet,
      remark: missing && `${shortName(missing)}没有 ${code} 类`,
    });
    if (identity) checks.push(identity);
  }
  return checks;
}

/** The class codes of both tables with a label each, in the order they are printed. */
function classesOf(overview: AccountTable, detail: AccountTable): ReadonlyMap<string, string> {
  const listed = listedClasses(overview);
  const further = [...detailClasses(detail)].filter(([code]) => !listed.has(code));
  return further.length === 0 ? listed : new Map([...listed, ...further]);
}

const listedClasses = perTable((overview): ReadonlyMap<string, string> => {
  const classes = new Map<string, string>();
  for (const row of functionalItems(overview))
    if (row.code !== undefined) classes.set(row.code, `${row.code} ${row.name}`);
  return classes;
});

const detailClasses = perTable((detail): ReadonlyMap<string, string> => {
  const classes = new Map<string, string>();
  for (const row of detail.rows) {
    const code = row.code?.slice(0, 3);
    if (code !== undefined && !classes.has(code)) classes.set(code, row.code === code ? rowLabel(row) : code);
  }
  return classes;
});
