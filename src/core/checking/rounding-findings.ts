import type { CheckResult, Finding } from "../model/finding";
import type { MoneyUnit } from "../model/quantity";
import { FindingIds } from "./finding-ids";
import { identityFinding } from "./identity-finding";

/**
 * The findings of the checks that hold only through rounding: shown on request, so made on request. Amounts are in
 * `moneyUnit`, the book's. Their ids differ from those of the violated checks.
 */
export function roundingFindings(result: CheckResult, moneyUnit: MoneyUnit): readonly Finding[] {
  const ids = new FindingIds();
  return result.rounding.map((judged) => {
    const finding = identityFinding(judged, { moneyUnit, severity: judged.severity });
    const instance = `${judged.identity.subject}\u0001尾差`;
    return { id: ids.next(finding.rule, finding.sheet, finding.cells, instance), ...finding };
  });
}
