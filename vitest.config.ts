import { defineConfig } from "vitest/config";

/** Unit and contract tests run in Node; a file that needs a DOM says so with `@vitest-environment jsdom`. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
