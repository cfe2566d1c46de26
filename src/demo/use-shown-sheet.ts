import { useCallback, useEffect, useMemo, useState } from "react";
import type { CellRange } from "../core/model/cell";
import type { SheetModel } from "../emulator/model/sheet-model";
import type { WorkbookModel } from "../emulator/model/workbook-model";

/** What stands at the foot of a workbook, and which of its sheets is shown. */
export interface ShownSheet {
  readonly tabs: readonly SheetModel[];
  readonly shown: SheetModel | undefined;
  /** What is selected on a sheet; undefined where nothing was yet. */
  readonly selectionOf: (id: string) => CellRange | undefined;
}

/** Follows the sheets of a workbook, the one that is shown, and what was selected on each. */
export function useShownSheet(model: WorkbookModel): ShownSheet {
  const [state, setState] = useState(() => ({ tabs: tabsOf(model), shown: model.activeSheetId }));
  const selections = useMemo(() => new Map([[model.activeSheetId, model.selection]]), [model]);
  useEffect(
    () =>
      model.onEvent((event) => {
        if (event.kind === "selected") selections.set(event.sheetId, event.range);
        else if (event.kind === "activated") setState((before) => ({ ...before, shown: event.sheetId }));
        else if (event.kind !== "changed" && event.kind !== "formatted")
          setState({ tabs: tabsOf(model), shown: model.activeSheetId });
      }),
    [model, selections],
  );
  const selectionOf = useCallback((id: string) => selections.get(id), [selections]);
  const { tabs } = state;
  return { tabs, shown: tabs.find(({ id }) => id === state.shown) ?? tabs[0], selectionOf };
}

function tabsOf({ sheets }: WorkbookModel): readonly SheetModel[] {
  return sheets.filter(({ visibility }) => visibility === "Visible");
}
