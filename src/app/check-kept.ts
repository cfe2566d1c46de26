import type { WorkbookHost } from "../host/port";
import type { CheckReport } from "./check-report";
import { checkWorkbook } from "./check-workbook";
import { withExplanations } from "./explanations/standing";
import { parseState } from "./workbook-state";

/**
 * Checks a workbook as its pane would: with the thresholds and the explanations it keeps. Where a newer version keeps
 * them, as if it kept none.
 * @throws HostError where the workbook cannot be read.
 */
export async function checkKeptWorkbook(host: WorkbookHost): Promise<CheckReport> {
  const kept = parseState(await host.loadState());
  if (kept.kind !== "ready") return checkWorkbook(host);
  const { settings } = kept.state;
  return withExplanations(await checkWorkbook(host, settings ? { settings } : {}), kept.state);
}
