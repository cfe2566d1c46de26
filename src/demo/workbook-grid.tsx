import { Workbook } from "@fortune-sheet/react";
import { setAutoFreeze } from "immer";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { CellRange } from "../core/model/cell";
import type { SheetModel } from "../emulator/model/sheet-model";
import { gridSheet } from "./grid-cells";
import { GridSync, type Grid } from "./grid-sync";
import type { OpenedWorkbook } from "./opened-workbook";
import { SheetTabs } from "./sheet-tabs";
import { useShownSheet } from "./use-shown-sheet";

// The grid writes into the selection it is given, and React may compute a change twice: a frozen one would break it.
setAutoFreeze(false);

/**
 * The spreadsheet: the sheet that is shown, made anew whenever another one is, and the tabs. The grid component holds one
 * sheet at a time: with all of them it would take minutes for a large workbook. Make it anew (by its key) for another one.
 */
export default function WorkbookGrid({ workbook }: { readonly workbook: OpenedWorkbook }): ReactNode {
  const { tabs, shown, selectionOf } = useShownSheet(workbook.model);
  return (
    <div className="demo-workbook">
      {shown ? <SheetGrid key={shown.id} workbook={workbook} sheet={shown} selected={selectionOf(shown.id)} /> : null}
      <SheetTabs tabs={tabs} shown={shown?.id} onChoose={(sheet) => workbook.model.activate(sheet)} />
    </div>
  );
}

function SheetGrid({
  workbook,
  sheet,
  selected,
}: {
  readonly workbook: OpenedWorkbook;
  readonly sheet: SheetModel;
  readonly selected: CellRange | undefined;
}): ReactNode {
  const [{ sheets, sync, hooks }] = useState(() => made(workbook, sheet, selected));
  useEffect(() => sync.start(), [sync]);
  const connect = useCallback((grid: Grid | null) => sync.attach(grid), [sync]);
  const measure = useCallback((view: HTMLElement | null) => sync.attachView(view), [sync]);
  return (
    <div className="demo-grid" id="demo-grid" role="tabpanel" aria-label={sheet.name} ref={measure}>
      <Workbook
        ref={connect}
        data={sheets}
        onChange={sync.gridChanged}
        hooks={hooks}
        lang="zh"
        showToolbar={false}
        showSheetTabs={false}
        cellContextMenu={["copy", "paste", "|", "clear"]}
        headerContextMenu={["copy", "paste", "|", "clear"]}
        sheetTabContextMenu={[]}
      />
    </div>
  );
}

function made(workbook: OpenedWorkbook, sheet: SheetModel, selected: CellRange | undefined) {
  const sync = new GridSync(workbook, sheet, selected);
  const afterSelectionChange = (_: string, { row, column }: { row: number[]; column: number[] }) =>
    sync.gridSelected(row, column);
  workbook.model.calculate();
  return { sheets: [gridSheet(workbook, sheet)], sync, hooks: { afterSelectionChange } };
}
