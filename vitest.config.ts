import { defineConfig } from "vitest/config";

const BROWSER_TESTS = "test/e2e/**/*.test.ts";
/** Tests of what is drawn, in jsdom. */
const DRAWN = "test/{taskpane,demo}/**/*.test.{ts,tsx}";

/**
 * Unit and contract tests run in Node, two files at a time, one after the other in the same process: loading the product
 * anew for each would take longer than the tests. What a file changes beyond itself (a global, a clock) it puts back.
 * Tests of the pane have a process and a DOM for each file. Browser tests come after them, one file at a time.
 * Nothing is tried twice: a test that fails now and then is to be seen.
 */
export default defineConfig({
  test: {
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [BROWSER_TESTS, DRAWN],
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "pane",
          include: [DRAWN],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: [BROWSER_TESTS],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          // Far beyond what they take on a busy machine; the first one builds the product. See BROWSER_PATIENCE too.
          testTimeout: 600_000,
          hookTimeout: 900_000,
          expect: { poll: { timeout: 90_000 } },
        },
      },
    ],
  },
});
