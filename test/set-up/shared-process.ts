import { afterAll, vi } from "vitest";

const before = new Set(Object.getOwnPropertyNames(globalThis));

/** Files of the project "unit" share a process: one that leaves a global or a stopped clock behind fails itself, not the next. */
afterAll(() => {
  const wasStopped = vi.isFakeTimers();
  vi.useRealTimers();
  const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  for (const name of left) Reflect.deleteProperty(globalThis, name);
  if (wasStopped) throw new Error("this file leaves the clock stopped");
  if (left.length > 0) throw new Error(`this file leaves globals behind: ${left.join(", ")}; see vitest.config.ts`);
});
