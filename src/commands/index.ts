import { checkKeptWorkbook } from "../app/check-kept";
import { createExcelHost } from "../host/excel/excel-host";
import { checkNow } from "./check-now";

/** Parameter of this page's address that makes it show an outcome instead of serving the ribbon. */
const OUTCOME = "outcome";

/** Shows the pane where this Excel lets a command do so; answers whether it did. */
async function showPane(): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return false;
  await Office.addin.showAsTaskpane();
  return true;
}

/** Shows lines in a small window of this same page. */
function showOutcome(lines: readonly string[]): void {
  const address = new URL(window.location.pathname, window.location.origin);
  address.searchParams.set(OUTCOME, lines.join("\n"));
  Office.context.ui.displayDialogAsync(address.href, { height: 24, width: 30, displayInIframe: true });
}

async function onCheckNow(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const lines = await checkNow(createExcelHost(), checkKeptWorkbook);
    if (!(await showPane().catch(() => false))) showOutcome(lines);
  } finally {
    event.completed();
  }
}

void Office.onReady(() => {
  const outcome = new URLSearchParams(window.location.search).get(OUTCOME);
  if (outcome === null) {
    Office.actions.associate("checkNow", (event: Office.AddinCommands.Event) => void onCheckNow(event));
    return;
  }
  for (const line of outcome.split("\n")) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    document.body.append(paragraph);
  }
});
