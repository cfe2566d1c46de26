import { laterPart } from "./later-part";

/** What shows a report: nothing of it is needed before the first check. */
export const reportPart = laterPart(() => import("./check/Report"));
export const chipsPart = laterPart(() => import("./components/TableChips"));

/** Loads what shows a report. Rejects where the server does not give a file. */
export async function loadReport(): Promise<void> {
  await Promise.all([reportPart.load(), chipsPart.load()]);
}
