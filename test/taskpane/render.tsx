import { cleanup, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach } from "vitest";
import type { CheckReport } from "../../src/app/check-report";
import { App } from "../../src/taskpane/App";
import { MemoryHost } from "../support/memory-host";
import { SAMPLE_GRID } from "../support/sample-report";

afterEach(cleanup);

/** Shows the pane on a workbook in memory; `reports` are what successive checks yield (the last one again and again). */
export function showPane(...reports: readonly (CheckReport | Error)[]): { host: MemoryHost; user: UserEvent } {
  const host = new MemoryHost(SAMPLE_GRID);
  const queue = [...reports];
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
  ...reports: readonly (CheckReport | Error)[]
): Promise<{ host: MemoryHost; user: UserEvent }> {
  const pane = showPane(...reports);
  await pane.user.click(screen.getByRole("button", { name: "检查" }));
  return pane;
}
