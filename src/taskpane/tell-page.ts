import { useEffect } from "react";
import type { Assistant } from "../app/assistant";
import { PANE_EVENT, type PaneEvent } from "../core/model/pane-event";

/** Tells the page around the pane, if it listens, what was done here. */
export function tellPage(what: PaneEvent): void {
  window.dispatchEvent(new CustomEvent(PANE_EVENT, { detail: what }));
}

/** Tells what the session shows to be done: checks the user asked for, cards opened, marks put on and taken off. */
export function useTelling(assistant: Assistant): void {
  useEffect(() => {
    let before = assistant.getState();
    return assistant.subscribe(() => {
      const last = before;
      const now = assistant.getState();
      before = now;
      if (last.phase === "reading" && now.phase === "checked") tellPage("checked");
      if (now.open !== undefined && now.open !== last.open) tellPage("cardOpened");
      if (now.notice && now.notice !== last.notice) tellPage(now.notice.kind === "highlighted" ? "marked" : "cleared");
    });
  }, [assistant]);
}
