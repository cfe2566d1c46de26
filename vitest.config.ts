import { defineConfig } from "vitest/config";

const BROWSER_TESTS = "test/e2e/**/*.test.ts";
/** Tests of what is drawn, in jsdom. */
const DRAWN = "test/{taskpane,demo}/**/*.test.{ts,tsx}";
/** Tests that load the library for PDF, which adds globals and so must have a process of its own. */
const OF_PDF = ["test/host/pdf/**/*.test.ts", "test/app/document/{document-desk,same-verdict}.test.ts"];

/**
 * Unit and contract tests run in Node, two files at a time, one after the other in the same process: loading the product
 * anew for each takes longer than most tests. What a file changes beyond itself (a global, a clock) it puts back;
 * test/set-up/shared-process.ts sees to it. Tests of PDF and of the pane have a process for each file. Browser tests come
 * last, when test/build has built the product. Nothing is tried twice: a test that fails now and then is to be seen.
 */
export default defineConfig({
  test: {
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [BROWSER_TESTS, DRAWN, ...OF_PDF],
          isolate: false,
          setupFiles: ["test/set-up/shared-process.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "pdf", include: OF_PDF, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: "pane", include: [DRAWN], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: [BROWSER_TESTS],
          sequence: { groupOrder: 1 },
          // Far beyond what they take on a busy machine. See BROWSER_PATIENCE too.
          testTimeout: 600_000,
          hookTimeout: 900_000,
          expect: { poll: { timeout: 90_000 } },
        },
      },
    ],
  },
});
