import { createRoot } from "react-dom/client";
import type { CheckOptions } from "../app/check-workbook";
import type { CheckReport } from "../app/check-report";
import { createExcelHost } from "../host/excel/excel-host";
import type { WorkbookHost } from "../host/port";
import { App } from "./App";
import { loadReport } from "./report-parts";
import type { OfficeColors } from "./theme";

/**
 * The checks, and what shows their report, are loaded with the first check: neither is needed to draw the pane. Together,
 * so that a file the server does not give is trouble of the check, told with a way to try again.
 */
async function loadChecks(): Promise<typeof import("../app/check-workbook")> {
  const [checks] = await Promise.all([import("../app/check-workbook"), loadReport()]);
  return checks;
}

async function check(host: WorkbookHost, options: CheckOptions): Promise<CheckReport> {
  const { checkWorkbook } = await loadChecks();
  return checkWorkbook(host, options);
}

async function recheck(
  host: WorkbookHost,
  previous: CheckReport,
  sheets: readonly string[],
  options: CheckOptions,
): Promise<CheckReport | undefined> {
  const { recheckSheets } = await loadChecks();
  return recheckSheets(host, previous, sheets, options);
}

/** Office tells its colours only in desktop hosts, whatever the types say. */
function officeColors(): OfficeColors | undefined {
  return (Office.context as { readonly officeTheme?: OfficeColors }).officeTheme;
}

void Office.onReady(({ host }) => {
  const container = document.getElementById("pane");
  if (!container) return;
  // Opened by itself in a browser, as administrators do to see whether server and certificate are right: no host. The
  // types know of none.
  if ((host as Office.HostType | null) === null) {
    document.getElementById("outside-excel")?.removeAttribute("hidden");
    return;
  }
  createRoot(container).render(
    <App host={createExcelHost()} check={check} recheck={recheck} officeColors={officeColors()} />,
  );
});
