import { checkKeptWorkbook } from "../app/check-kept";
import { createExcelHost } from "../host/excel/excel-host";
import { checkNow } from "./check-now";
import { outcomeOf, showLines, tellUser, type CommandPage } from "./outcome";

/** Serves the ribbon, or shows an outcome where the page's address says so. Needs Office.js ready. */
export function serve(page: CommandPage): void {
  const outcome = outcomeOf(page);
  if (outcome) showLines(page, outcome);
  else Office.actions.associate("checkNow", (event: Office.AddinCommands.Event) => void onCheckNow(page, event));
}

/**
 * 立即检查. The pane cannot be opened from here: `showAsTaskpane` needs a runtime shared with the pane, which the
 * manifest does not declare. `completed` ends this page, so it comes last, after the outcome stands.
 */
async function onCheckNow(page: CommandPage, event: Office.AddinCommands.Event): Promise<void> {
  const host = createExcelHost();
  try {
    await tellUser(page, host, await checkNow(host, checkKeptWorkbook));
  } finally {
    event.completed();
  }
}
