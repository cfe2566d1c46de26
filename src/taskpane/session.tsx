import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";
import type { Assistant, AssistantState } from "../app/assistant";

const SessionContext = createContext<Assistant | undefined>(undefined);

/** Gives the components below the session they work in. */
export function Session({
  assistant,
  children,
}: {
  readonly assistant: Assistant;
  readonly children: ReactNode;
}): ReactNode {
  return <SessionContext value={assistant}>{children}</SessionContext>;
}

/** The session's actions. @throws Error outside a `Session`. */
export function useAssistant(): Assistant {
  const assistant = useContext(SessionContext);
  if (!assistant) throw new Error("useAssistant needs a Session above it");
  return assistant;
}

/** The session where there is one: parts that also stand on pages without a workbook ask for it. */
export function useOwnAssistant(): Assistant | undefined {
  return useContext(SessionContext);
}

/** The session's state; the component draws again when it changes. */
export function useAssistantState(): AssistantState {
  const assistant = useAssistant();
  return useSyncExternalStore(assistant.subscribe, assistant.getState);
}
