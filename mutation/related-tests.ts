import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
/** Tests that do not run the sources in their own process, or take long and repeat what others assert. */
const LEFT_OUT = /^test\/(?:cli|build|e2e|taskpane|demo|fuzz|host\/pdf|app\/document)\//;

/** For a source file the tests that import it, the likeliest to notice a change first: near in the tree, then with little to load. */
export async function relatedTests(): Promise<(source: string) => readonly string[]> {
  const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${name.replaceAll("\\", "/")}`)
    .filter((path) => !LEFT_OUT.test(path));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: tests,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: "out/mutation",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const reached = new Map(tests.map((test) => [test, reach(test)] as const));

  function reach(from: string): ReadonlySet<string> {
    const seen = new Set([from]);
    for (const path of seen) for (const { path: next } of metafile.inputs[path]?.imports ?? []) seen.add(next);
    return seen;
  }
  return (source) =>
    tests
      .filter((test) => reached.get(test)?.has(source))
      .map((test) => ({ test, far: distance(source, test), size: reached.get(test)?.size ?? 0 }))
      .sort((a, b) => a.far - b.far || a.size - b.size)
      .map(({ test }) => test);
}

/** Steps from the folder a source has below src to the one a test has below test. */
function distance(source: string, test: string): number {
  const from = source.replace(/^src\//, "").replace(/\.ts$/, "");
  return relative(from, test.replace(/^test\//, "").replace(/\.test\.ts$/, "")).split(/[\\/]/).length;
}
