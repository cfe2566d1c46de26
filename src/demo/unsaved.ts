import { useEffect, useRef } from "react";
import type { WorkbookEvent } from "../emulator/model/events";
import type { WorkbookModel } from "../emulator/model/workbook-model";

/** What happens in a workbook without changing what would be saved. */
const LOOKING: ReadonlySet<WorkbookEvent["kind"]> = new Set(["selected", "activated"]);

/** Whether a workbook holds something that its file does not. */
export interface Unsaved {
  readonly has: () => boolean;
  /** The workbook as it stands was just saved. */
  readonly saved: () => void;
}

/** Notes what changes in a workbook from now on. Cells tell; what the add-in keeps in the workbook is compared. */
export function watchUnsaved(model: WorkbookModel): Unsaved & { readonly stop: () => void } {
  const kept = () => model.xmlParts.map(({ xml }) => xml).join("\n");
  let isChanged = false;
  let keptBefore = kept();
  const stop = model.onEvent(({ kind }) => {
    if (!LOOKING.has(kind)) isChanged = true;
  });
  const saved = () => {
    isChanged = false;
    keptBefore = kept();
  };
  return { has: () => isChanged || kept() !== keptBefore, saved, stop };
}

/** Has the browser ask before the page is left with something unsaved. Not for a workbook that was only lent (undefined). */
export function useUnsaved(model: WorkbookModel | undefined): Unsaved {
  const unsaved = useRef<Unsaved>(undefined);
  useEffect(() => {
    if (!model) return;
    const watched = watchUnsaved(model);
    unsaved.current = watched;
    const ask = (event: BeforeUnloadEvent): void => {
      if (watched.has()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
      watched.stop();
      unsaved.current = undefined;
    };
  }, [model]);
  return {
    has: () => unsaved.current?.has() ?? false,
    saved: () => unsaved.current?.saved(),
  };
}
