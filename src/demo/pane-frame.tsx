import { useEffect, type ReactNode } from "react";
import { HOST_INFO_QUERY, installOfficeHost, type PaneWindow } from "../emulator/bridge";
import { ExcelEmulator, type Connection } from "../emulator/excel-emulator";
import type { WorkbookModel } from "../emulator/model/workbook-model";
import { DEMO_TEXT } from "../text/demo";

/** What the pane's page asks of the page around it. */
export interface DemoWindow extends Window {
  connectPane?: (pane: PaneWindow) => void;
}

/** The task pane beside the workbook, as Excel shows it. Make it anew (by its key) for another workbook. */
export function PaneFrame({ model }: { readonly model: WorkbookModel }): ReactNode {
  useEffect(() => {
    const emulator = new ExcelEmulator(model);
    const connections: Connection[] = [];
    const page: DemoWindow = window;
    page.connectPane = (pane) => {
      connections.push(installOfficeHost(pane, emulator));
    };
    return () => {
      delete page.connectPane;
      for (const connection of connections) connection.close();
    };
  }, [model]);
  return <iframe className="demo-pane" title={DEMO_TEXT.pane} src={`../web-pane.html?${HOST_INFO_QUERY}`} />;
}
