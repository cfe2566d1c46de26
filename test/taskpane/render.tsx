import { cleanup, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, beforeAll } from "vitest";
import type { CheckReport } from "../../src/app/check-report";
import { App } from "../../src/taskpane/App";
import { loadReport } from "../../src/taskpane/report-parts";
import { MemoryHost } from "../support/memory-host";
import { SAMPLE_GRID } from "../support/sample-report";

// As the pane does before a check has a report to show.
beforeAll(loadReport);
afterEach(cleanup);

type Outcome = CheckReport | Error;

/**
 * Shows the pane on a workbook in memory; `outcomes` are what successive checks yield (the last one again and again).
 * A text among them is what the workbook keeps for the assistant from before.
 */
export function showPane(...outcomes: readonly (Outcome | string)[]): { host: MemoryHost; user: UserEvent } {
  const host = new MemoryHost(SAMPLE_GRID);
  host.state = outcomes.find((outcome) => typeof outcome === "string");
  const queue = outcomes.filter((outcome) => typeof outcome !== "string");
  const check = (): Promise<CheckReport> => {
    const next = queue.length > 1 ? queue.shift() : queue[0];
    if (!next) throw new Error("showPane needs a report to check");
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  render(<App host={host} check={check} />);
  return { host, user: userEvent.setup() };
}

/** Shows the pane and checks once. */
export async function checkedPane(
  ...outcomes: readonly (Outcome | string)[]
): Promise<{ host: MemoryHost; user: UserEvent }> {
  const pane = showPane(...outcomes);
  await pane.user.click(screen.getByRole("button", { name: "检查" }));
  return pane;
}
