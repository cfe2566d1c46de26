import { useCallback, useState } from "react";
import type { Assistant } from "../../app/assistant";
import { checkTextOfWorkbook } from "../../app/textcheck/check-text";
import { textFileTrouble } from "../../app/textcheck/file-trouble";
import { fileSource } from "../../app/textcheck/text-source";
import type { PickedFile } from "../../app/picked-file";
import type { TextReport } from "../../core/textcheck/model";
import { HostError } from "../../host/errors";
import { useDraftState } from "../narrative/use-draft";
import { useAssistant } from "../session";

/** What the view shows; kept for the session, so that it is still there when the part is opened again. */
export interface TextCheckState {
  readonly text: string;
  /** Name of the chosen file the text came from. */
  readonly file?: string;
  readonly report?: TextReport;
  /** Why the chosen file could not be read (Chinese). */
  readonly trouble?: string;
  readonly busy?: true;
}

const KEPT = new WeakMap<Assistant, TextCheckState>();

/** The text, its report and the actions on them. */
export function useTextCheck(): {
  readonly state: TextCheckState;
  readonly setText: (text: string) => void;
  readonly pick: (file: PickedFile) => void;
  readonly check: () => Promise<void>;
} {
  const assistant = useAssistant();
  const priorYear = useDraftState().priorYear?.book;
  const [state, setState] = useState<TextCheckState>(() => KEPT.get(assistant) ?? { text: "" });
  const change = useCallback(
    (next: TextCheckState): void => {
      KEPT.set(assistant, next);
      setState(next);
    },
    [assistant],
  );
  const checkText = async (text: string, file: string | undefined): Promise<void> => {
    const origin = file === undefined ? { text } : { text, file };
    change({ ...origin, busy: true });
    try {
      change({ ...origin, report: await checkTextOfWorkbook(assistant.host, text, priorYear) });
    } catch (error) {
      change(origin);
      assistant.tell("check", error);
    }
  };
  const pick = ({ name, bytes }: PickedFile): void => {
    try {
      void checkText(fileSource(name, bytes).paragraphs.join("\n"), name);
    } catch (error) {
      const known = error instanceof HostError ? error : new HostError("unknown", { technical: String(error) });
      change({ text: state.text, trouble: textFileTrouble(known) });
    }
  };
  return { state, setText: (text) => change({ text }), pick, check: () => checkText(state.text, state.file) };
}
