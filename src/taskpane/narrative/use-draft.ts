import { useSyncExternalStore } from "react";
import type { Assistant } from "../../app/assistant";
import { DraftSession, type DraftState } from "../../app/narrative/draft-session";
import { parseState } from "../../app/workbook-state";
import { useAssistant } from "../session";
import { readAsset } from "./read-asset";

/** One drafting for each session with a workbook: it outlives the tab, which is drawn anew when it is opened again. */
const SESSIONS = new WeakMap<Assistant, DraftSession>();

function draftSessionOf(assistant: Assistant): DraftSession {
  const known = SESSIONS.get(assistant);
  if (known) return known;
  const session = new DraftSession({
    host: assistant.host,
    readAsset,
    report: () => assistant.getState().report,
    onPriorYear: (book) => void assistant.usePriorYear(book),
    keeper: {
      load: async () => {
        const kept = assistant.getState().kept ?? (await parseState(await assistant.host.loadState()));
        return kept.kind === "ready" ? kept.state : {};
      },
      save: (part) => assistant.keep(part),
    },
  });
  SESSIONS.set(assistant, session);
  return session;
}

/** The drafting in this workbook: its actions. */
export function useDraftSession(): DraftSession {
  return draftSessionOf(useAssistant());
}

/** The drafting's state; the component draws again when it changes. */
export function useDraftState(): DraftState {
  const session = useDraftSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}
