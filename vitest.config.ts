import { defineConfig } from "vitest/config";

const BROWSER_TESTS = "test/e2e/**/*.test.ts";
/** Tests of what is drawn, in jsdom. */
const DRAWN = "test/{taskpane,demo}/**/*.test.{ts,tsx}";

/**
 * Unit and contract tests run in Node, two files at a time, each by itself: a library that adds globals (that for PDF does)
 * must not reach the next file. Then those of the pane, in a DOM. Browser tests come last, one file at a time.
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
