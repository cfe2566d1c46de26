import { useCallback, useRef } from "react";
import type { PaneEvent } from "../core/model/pane-event";

/** Passes on what is done in the pane to whoever listens: a lesson. */
export function usePaneEvents(): {
  readonly tell: (what: PaneEvent) => void;
  readonly listen: (listener: (what: PaneEvent) => void) => () => void;
} {
  const listeners = useRef(new Set<(what: PaneEvent) => void>());
  const tell = useCallback((what: PaneEvent) => {
    for (const listener of listeners.current) listener(what);
  }, []);
  const listen = useCallback((listener: (what: PaneEvent) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  return { tell, listen };
}
