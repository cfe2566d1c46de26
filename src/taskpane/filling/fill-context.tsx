import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { FillSession, type FillState } from "../../app/filling/fill-session";
import type { WorkbookHost } from "../../host/port";
import { useAssistant } from "../session";

const FillContext = createContext<FillSession | undefined>(undefined);

/** Gives the components below one fill session on the workbook: it outlasts the tabs, so that a fill can be undone. */
export function Filling({ host, children }: { readonly host: WorkbookHost; readonly children: ReactNode }): ReactNode {
  const assistant = useAssistant();
  const session = useMemo(
    () =>
      new FillSession({
        host,
        plan: async (report) => (await import("../../app/filling/plan-report")).planReport(report),
        analyse: async (workbook, report, mode) =>
          (await import("../../app/filling/structure-sheet")).writeStructureSheet(workbook, report, mode),
        log: (entry) => assistant.logFill(entry),
        recheck: () => assistant.check(),
      }),
    [host, assistant],
  );
  useEffect(() => {
    // What the workbook keeps is where a session begins; after that the user's choice in it holds.
    let isModeTaken = false;
    const follow = (): void => {
      const { report, kept } = assistant.getState();
      void session.follow(report);
      if (isModeTaken || kept?.kind !== "ready") return;
      isModeTaken = true;
      if (kept.state.fillMode) session.useMode(kept.state.fillMode);
    };
    follow();
    return assistant.subscribe(follow);
  }, [session, assistant]);
  return <FillContext value={session}>{children}</FillContext>;
}

/** Takes filling away from the components below: what they show cannot be written. */
export function NoFilling({ children }: { readonly children: ReactNode }): ReactNode {
  return <FillContext value={undefined}>{children}</FillContext>;
}

/** Whether what is shown can be written. */
export function useCanFill(): boolean {
  return useContext(FillContext) !== undefined;
}

/** The actions of filling. @throws Error outside a `Filling`. */
export function useFilling(): FillSession {
  const session = useContext(FillContext);
  if (!session) throw new Error("useFilling needs a Filling above it");
  return session;
}

/** The state of filling; the component draws again when it changes. */
export function useFillState(): FillState {
  const session = useFilling();
  return useSyncExternalStore(session.subscribe, session.getState);
}
