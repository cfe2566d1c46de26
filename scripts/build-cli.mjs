import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/**
 * Bundles the command line into `folder`: lib/cli with the program and the thread that checks files, and beside it what
 * the program reads, at the same distance as in the sources.
 * @param {string} folder
 * @returns {Promise<readonly string[]>} absolute paths of every file the bundle was made from
 */
export async function buildCli(folder) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: "src/cli/main.ts", worker: "src/cli/batch/worker.ts" },
    outdir: join(folder, "lib/cli"),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    metafile: true,
    logLevel: "error",
    legalComments: "none",
  });
  cpSync(join(root, "assets/templates"), join(folder, "assets/templates"), { recursive: true });
  const library = join(root, "node_modules/pdfjs-dist");
  for (const part of ["cmaps", "standard_fonts"])
    cpSync(join(library, part), join(folder, "assets/pdf", part), { recursive: true });
  cpSync(join(library, "legacy/build/pdf.worker.min.mjs"), join(folder, "assets/pdf/pdf.worker.mjs"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return [...Object.keys(metafile.inputs).map((path) => join(root, path)), import.meta.filename];
}
