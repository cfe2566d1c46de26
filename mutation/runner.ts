/** The process that tries mutants, one after the other as it is told; see main.ts. */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createVitest, type Vite } from "vitest/node";
import { instrumented, type NumberedMutant } from "./instrument";

/** What is asked of the process: all mutants first, then one at a time with the tests to try it with. */
export type Question =
  | { readonly kind: "mutants"; readonly mutants: readonly NumberedMutant[] }
  | { readonly kind: "try"; readonly id: number; readonly tests: readonly string[] };

/** The test that noticed a mutant; undefined where none did. */
export interface Answer {
  readonly id: number;
  readonly noticedBy: string | undefined;
}

const root = join(import.meta.dirname, "..");
let mutants: readonly NumberedMutant[] = [];

const withMutants = (): Vite.Plugin => ({
  name: "mutants",
  enforce: "pre",
  transform(_code, id) {
    const own = mutants.filter(({ file }) => join(root, file) === id.replace(/\?.*$/, ""));
    return own.length > 0
      ? { code: instrumented(readFileSync(join(root, own[0]?.file ?? ""), "utf8"), own), map: null }
      : undefined;
  },
});

const vitest = await createVitest(
  "test",
  {
    root,
    config: false,
    watch: false,
    environment: "node",
    include: ["test/**/*.test.ts"],
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: [join(import.meta.dirname, "set-up.ts")],
    reporters: [{}],
  },
  { plugins: [withMutants()] },
);

/** Tries a mutant with tests, the first by itself and then more at once: most are noticed by the first. */
async function noticedBy(id: number, tests: readonly string[]): Promise<string | undefined> {
  vitest.provide("mutant", id);
  const project = vitest.getRootProject();
  for (const some of [tests.slice(0, 1), tests.slice(1, 4), tests.slice(4)]) {
    if (some.length === 0) break;
    const { testModules } = await vitest.runTestSpecifications(
      some.map((test) => project.createSpecification(join(root, test))),
    );
    // Those of earlier runs are among the answers.
    const failed = testModules.map((module) => (module.ok() ? "" : relative(root, module.moduleId)));
    const test = some.find((one) => failed.includes(one));
    if (test !== undefined) return test;
  }
  return undefined;
}

process.on("message", (question: Question) => {
  if (question.kind === "mutants") mutants = question.mutants;
  else
    void noticedBy(question.id, question.tests).then((test) => {
      process.send?.({ id: question.id, noticedBy: test } satisfies Answer);
    });
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
