import { Workbook } from "@fortune-sheet/react";
import { setAutoFreeze } from "immer";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { gridSheets } from "./grid-cells";
import { GridSync, type Grid } from "./grid-sync";
import type { OpenedWorkbook } from "./opened-workbook";

// The grid writes into the selection it is given, and React may compute a change twice: a frozen one would break it.
setAutoFreeze(false);

/** The spreadsheet. Make it anew (by its key) for another workbook or after `onStructure`. */
export default function WorkbookGrid({
  workbook,
  onStructure,
}: {
  readonly workbook: OpenedWorkbook;
  readonly onStructure: () => void;
}): ReactNode {
  const [{ sheets, sync, hooks }] = useState(() => made(workbook));
  useEffect(() => sync.start(onStructure), [sync, onStructure]);
  const connect = useCallback((grid: Grid | null) => sync.attach(grid), [sync]);
  const measure = useCallback((view: HTMLElement | null) => sync.attachView(view), [sync]);
  return (
    <div className="demo-grid" ref={measure}>
      <Workbook
        ref={connect}
        data={sheets}
        onChange={sync.gridChanged}
        hooks={hooks}
        lang="zh"
        showToolbar={false}
        cellContextMenu={["copy", "paste", "|", "clear"]}
        headerContextMenu={["copy", "paste", "|", "clear"]}
        sheetTabContextMenu={[]}
      />
    </div>
  );
}

function made(workbook: OpenedWorkbook) {
  const sync = new GridSync(workbook);
  const afterSelectionChange = (id: string, { row, column }: { row: number[]; column: number[] }) =>
    sync.gridSelected(id, row, column);
  // Sheets come, go and change their names in the workbook only; the grid can't ask it before.
  const never = () => false;
  const hooks = {
    afterSelectionChange,
    beforeAddSheet: never,
    beforeDeleteSheet: never,
    beforeUpdateSheetName: never,
  };
  return { sheets: gridSheets(workbook), sync, hooks };
}
