import { HostError } from "../../host/errors";
import { newSetTexts } from "../../text/new-set";
import { troubleText } from "../../text/trouble";

/** What to tell of trouble with sheets or files (Chinese). */
export function said(error: unknown): string {
  if (error instanceof HostError && error.code === "changed") return newSetTexts.changedSince(error.detail.sheet ?? "");
  const known =
    error instanceof HostError ? error : new HostError("unknown", { technical: String(error), cause: error });
  const { happened, kept, todo } = troubleText("state", known);
  return [happened, kept, todo].join("");
}
