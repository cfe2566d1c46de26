import { laterPart } from "./later-part";

/** What shows a report: nothing of it is needed before the first check. */
export const reportPart = laterPart(() => import("./check/Report"));
export const chipsPart = laterPart(() => import("./components/TableChips"));
/** What filling says of itself; without a report nothing is filled. */
export const fillMessagePart = laterPart(() => import("./filling/FillMessage"));

/** Loads what shows a report. Rejects where the server does not give a file. */
export async function loadReport(): Promise<void> {
  await Promise.all([reportPart.load(), chipsPart.load(), fillMessagePart.load()]);
}
