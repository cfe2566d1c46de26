import { useCallback, useEffect, useRef, useState } from "react";
import { HostError } from "../../host/errors";
import type { Highlight } from "../../host/port";
import { useAssistant } from "../session";

/** Marks of a lesson in the workbook; they give way to the findings' own marks, where those were shown, when it ends. */
export interface LearningMarks {
  readonly isMarked: boolean;
  readonly mark: (highlights: readonly Highlight[]) => Promise<void>;
  readonly unmark: () => Promise<void>;
}

/** Marks cells for as long as the component is shown. */
export function useLearningMarks(): LearningMarks {
  const assistant = useAssistant();
  const [isMarked, setMarked] = useState(false);
  const standing = useRef(false);
  const mark = useCallback(
    async (highlights: readonly Highlight[]): Promise<void> => {
      try {
        const { cells, protectedSheets } = await assistant.host.highlight(highlights);
        const [sheet] = protectedSheets;
        if (sheet !== undefined) assistant.tell("highlight", new HostError("protected", { sheet }));
        standing.current = cells > 0;
        setMarked(cells > 0);
      } catch (error) {
        assistant.tell("highlight", error);
      }
    },
    [assistant],
  );
  const takeAway = useCallback(async (): Promise<void> => {
    if (!standing.current) return;
    standing.current = false;
    try {
      if (assistant.getState().highlighted) await assistant.highlight();
      else await assistant.host.clearHighlights();
    } catch (error) {
      assistant.tell("clearHighlights", error, () => assistant.clearHighlights());
    }
  }, [assistant]);
  const unmark = useCallback(async (): Promise<void> => {
    setMarked(false);
    await takeAway();
  }, [takeAway]);
  useEffect(() => () => void takeAway(), [takeAway]);
  return { isMarked, mark, unmark };
}
