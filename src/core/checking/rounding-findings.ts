import type { CheckResult, Finding } from "../model/finding";
import { FindingIds } from "./finding-ids";
import { identityFinding } from "./identity-finding";

/**
 * The findings of the checks that hold only through rounding: shown on request, so made on request. Their ids differ from those of the violated checks.
 */
export function roundingFindings(result: CheckResult): readonly Finding[] {
  const ids = new FindingIds();
  return result.rounding.map((judged) => {
    const finding = identityFinding(judged, { severity: judged.severity });
    const instance = `${judged.identity.subject}\u0001尾差`;
    return { id: ids.next(finding.rule, finding.sheet, finding.cells, instance), ...finding };
  });
}
