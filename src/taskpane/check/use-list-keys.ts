import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";
import type { Problem } from "../../app/problems";
import { useAssistant } from "../session";

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 };

/**
 * Moving through the problems by keyboard. In the list: arrows or J/K move, Home and End go to the ends, Enter opens
 * and goes to the cell, Escape closes. Anywhere in the pane: F8 and Shift+F8 move and take the sheet along.
 * Answers the list's ref and its key handler.
 */
export function useListKeys(problems: readonly Problem[]): {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
} {
  const assistant = useAssistant();
  const list = useRef<HTMLDivElement>(null);

  const headerOf = (id: string): HTMLElement | undefined =>
    [...(list.current?.querySelectorAll<HTMLElement>("[data-problem]") ?? [])].find(
      (header) => header.dataset["problem"] === id,
    );
  const moveTo = (problem: Problem | undefined): void => {
    if (!problem) return;
    assistant.focus(problem.id);
    headerOf(problem.id)?.focus();
  };
  const neighbour = (step: 1 | -1): Problem | undefined => {
    const index = problems.findIndex(({ id }) => id === assistant.getState().current);
    if (index < 0) return step === 1 ? problems[0] : problems.at(-1);
    return problems[Math.min(Math.max(index + step, 0), problems.length - 1)];
  };

  useEffect(() => {
    const onF8 = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "F8" || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      const next = neighbour(event.shiftKey ? -1 : 1);
      moveTo(next);
      if (next?.target) void assistant.goTo(next.target);
    };
    document.addEventListener("keydown", onF8);
    return () => document.removeEventListener("keydown", onF8);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      const { open } = assistant.getState();
      if (open === undefined) return;
      event.preventDefault();
      assistant.open(undefined);
      headerOf(open)?.focus();
      return;
    }
    const header = (event.target as HTMLElement).closest<HTMLElement>("[data-problem]");
    if (!header) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      moveTo(neighbour(step));
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      moveTo(problems.at(event.key === "Home" ? 0 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const problem = problems.find(({ id }) => id === header.dataset["problem"]);
      assistant.open(problem?.id);
      if (problem?.target) void assistant.goTo(problem.target);
    }
  };

  return { list, onKeyDown };
}
