import { createRoot } from "react-dom/client";
import type { CheckOptions } from "../app/check-workbook";
import type { CheckReport } from "../app/check-report";
import { createExcelHost } from "../host/excel/excel-host";
import type { WorkbookHost } from "../host/port";
import { App } from "./App";
import type { OfficeColors } from "./theme";

/** The checks are loaded while the user still reads the pane: they are not needed to draw it. */
const loadChecks = (): Promise<typeof import("../app/check-workbook")> => import("../app/check-workbook");

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

void Office.onReady(() => {
  const container = document.getElementById("pane");
  if (!container) return;
  createRoot(container).render(
    <App host={createExcelHost()} check={check} recheck={recheck} officeColors={officeColors()} />,
  );
  void loadChecks();
});
