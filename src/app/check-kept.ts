import type { WorkbookHost } from "../host/port";
import type { CheckReport } from "./check-report";
import { checkWorkbook } from "./check-workbook";
import { withExplanations } from "./explanations/standing";
import { parseState, type LoadedState } from "./workbook-state";

/** A check with what the workbook keeps, and how much of that could be used (`keptNote` says it). */
export interface KeptCheck {
  readonly report: CheckReport;
  readonly kept: LoadedState;
}

/**
 * Checks a workbook as its pane would: with the thresholds and the explanations it keeps. Where a newer version keeps
 * them, as if it kept none.
 * @throws HostError where the workbook cannot be read.
 */
export async function checkKeptWorkbook(host: WorkbookHost): Promise<KeptCheck> {
  const kept = await parseState(await host.loadState());
  if (kept.kind !== "ready") return { report: await checkWorkbook(host), kept };
  const { settings } = kept.state;
  return { report: withExplanations(await checkWorkbook(host, settings ? { settings } : {}), kept.state), kept };
}
