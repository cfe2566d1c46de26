import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/** The library that reads PDFs asks for a package that draws, which we never do, and complains where it is not there. */
const withoutCanvas = {
  name: "without-canvas",
  setup(bundler) {
    bundler.onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace('canvas = require("@napi-rs/canvas");', "canvas = {};"),
    }));
  },
};

/**
 * Bundles the command line into `folder`: lib/cli with the program and the thread that checks files, and beside it the
 * templates and what the PDF library loads, at the same distance as in the sources.
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
    plugins: [withoutCanvas],
  });
  cpSync(join(root, "assets/templates"), join(folder, "assets/templates"), { recursive: true });
  const library = join(root, "node_modules/pdfjs-dist");
  for (const part of ["cmaps", "standard_fonts"])
    cpSync(join(library, part), join(folder, "assets/pdf", part), { recursive: true });
  cpSync(join(library, "legacy/build/pdf.worker.min.mjs"), join(folder, "assets/pdf/pdf.worker.mjs"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return [...Object.keys(metafile.inputs).map((path) => join(root, path)), import.meta.filename];
}

/**
 * The command line as a package that npm installs from a file, without any dependency.
 * @param {string} folder
 * @param {string} version
 */
export async function buildCliPackage(folder, version) {
  await buildCli(folder);
  for (const name of ["LICENSE", "THIRD-PARTY-NOTICES.md"]) cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "lib/cli/start.js"), '#!/usr/bin/env node\nawait import("./main.js");\n', { mode: 0o755 });
  const description = {
    name: "final-accounts-check",
    version,
    description: "决算公开助手 · 命令行核对",
    license: "MIT",
    type: "module",
    engines: { node: ">=20.19" },
    bin: { "final-accounts-check": "lib/cli/start.js" },
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
}
