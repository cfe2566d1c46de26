import { useEffect, type ReactNode } from "react";
import { PANE_EVENT, type PaneEvent } from "../core/model/pane-event";
import { HOST_INFO_QUERY, installOfficeHost, type OfficeTheme, type PaneWindow } from "../emulator/bridge";
import { ExcelEmulator, type Connection } from "../emulator/excel-emulator";
import type { WorkbookModel } from "../emulator/model/workbook-model";
import { DEMO_TEXT } from "../text/demo";

/** What the pane's page asks of the page around it. */
export interface DemoWindow extends Window {
  connectPane?: (pane: PaneWindow & EventTarget) => void;
}

/** The task pane beside the workbook, as Excel shows it. Make it anew (by its key) for another workbook. */
export function PaneFrame({
  model,
  theme,
  onTold,
}: {
  readonly model: WorkbookModel;
  /** Office's own theme, as the pane is told it once. */
  readonly theme: OfficeTheme;
  /** Told what is done in the pane. */
  readonly onTold: (what: PaneEvent) => void;
}): ReactNode {
  useEffect(() => {
    const emulator = new ExcelEmulator(model);
    const connections: Connection[] = [];
    const page: DemoWindow = window;
    page.connectPane = (pane) => {
      connections.push(installOfficeHost(pane, emulator, { theme }));
      pane.addEventListener(PANE_EVENT, (event) => onTold((event as CustomEvent<PaneEvent>).detail));
    };
    return () => {
      delete page.connectPane;
      for (const connection of connections) connection.close();
    };
  }, [model, theme, onTold]);
  return <iframe className="demo-pane" title={DEMO_TEXT.pane} src={`../web-pane.html?${HOST_INFO_QUERY}`} />;
}
