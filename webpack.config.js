import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";

const root = import.meta.dirname;
const officeJs = join(root, "node_modules/@microsoft/office-js");
const pdfLibrary = join(root, "node_modules/pdfjs-dist");
const policy = JSON.parse(readFileSync(join(root, "scripts/content-security-policy.json"), "utf8"));

/**
 * The part of office.js that Excel on Windows, Mac and the web load, unmodified as its licence asks (its distributable
 * code). office.js picks one host file by the host's own answer and the strings by its language, falling back to
 * en-us; the mapping table is what it loads outside Office. Its telemetry scripts stay out: no-telemetry.js switches them off.
 */
export const OFFICE_FILES = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

/** The policy as the pages carry it, so that it holds on a server that sends no headers too. */
const policyText = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
  .join("; ");

/** A page made from a template. */
function page(filename, template, chunks) {
  return new HtmlPlugin({ filename, template, chunks, scriptLoading: "defer" });
}

/**
 * Puts the policy into every page, before anything it governs. While developing it is left out: the development
 * server reloads through a socket.
 */
class PolicyPlugin {
  apply(compiler) {
    compiler.hooks.compilation.tap("PolicyPlugin", (compilation) => {
      HtmlPlugin.getCompilationHooks(compilation).beforeEmit.tap("PolicyPlugin", (data) => {
        const tag = `<meta http-equiv="Content-Security-Policy" content="${policyText}">`;
        return { ...data, html: data.html.replace(/<meta charset=[^>]*>/i, (charset) => charset + tag) };
      });
    });
  }
}

/** What both bundles share. Types are checked by `npm run typecheck`, not here. */
function common(name, production, output) {
  return {
    name,
    mode: production ? "production" : "development",
    // No eval: the policy forbids it. Maps lie beside the scripts and are not referred to by them.
    devtool: production ? "hidden-source-map" : "source-map",
    target: ["web", "es2021"],
    resolve: { extensions: [".ts", ".tsx", ".js", ".json"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    output: {
      path: join(root, output),
      filename: "[name].js",
      chunkFilename: "chunk-[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    cache: { type: "filesystem", name: `${name}-${production ? "production" : "development"}` },
    performance: { hints: false },
    stats: { preset: "errors-warnings" },
    infrastructureLogging: { level: "warn" },
  };
}

/** The add-in. The manifest, and what web/ needs beside it, are added by scripts/build-product.mjs. */
function product(production, certificate) {
  const shared = common("product", production, "dist");
  return {
    ...shared,
    // Below it lies 网页版, built by itself.
    output: { ...shared.output, clean: { keep: /^web[\\/]/ } },
    entry: {
      taskpane: "./src/taskpane/index.tsx",
      commands: "./src/commands/index.ts",
      documents: "./src/taskpane/document/page.tsx",
    },
    plugins: [
      ...(production ? [new PolicyPlugin()] : []),
      page("taskpane.html", "src/taskpane/taskpane.html", ["taskpane"]),
      page("commands.html", "src/commands/commands.html", ["commands"]),
      page("documents.html", "src/taskpane/document/documents.html", ["documents"]),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons/*.png", to: "icons/[name][ext]" },
          { from: "assets/templates/*", to: "templates/[name][ext]" },
          ...["old-webview.js", "no-telemetry.js"].map((file) => ({
            from: `src/taskpane/${file}`,
            to: file,
            info: { minimized: true },
          })),
          ...OFFICE_FILES.map((file) => ({
            from: join(officeJs, "dist", file),
            to: `office/${file}`,
            info: { minimized: true },
          })),
          { from: join(officeJs, "LICENSE.md"), to: "office/LICENSE.md" },
          // A server that knows no .mjs serves the worker as a script all the same.
          {
            from: join(pdfLibrary, "legacy/build/pdf.worker.min.mjs"),
            to: "pdf/pdf.worker.js",
            info: { minimized: true },
          },
          ...["cmaps", "standard_fonts"].map((part) => ({ from: join(pdfLibrary, part), to: `pdf/${part}` })),
        ],
      }),
    ],
    devServer: {
      port: 3000,
      static: false,
      server: { type: "https", options: certificate },
      headers: { "Access-Control-Allow-Origin": "*" },
      hot: false,
    },
  };
}

/** 网页版, which is the demo too: a spreadsheet beside the pane, whose page lies one folder up. */
function web(production) {
  return {
    ...common("web", production, "dist/web"),
    entry: { web: "./src/demo/index.tsx", host: "./src/demo/host.ts" },
    plugins: [
      ...(production ? [new PolicyPlugin()] : []),
      page("index.html", "src/demo/index.html", ["web"]),
      new CopyPlugin({
        patterns: [
          { from: "src/demo/demo.css", to: "demo.css" },
          { from: "node_modules/@fortune-sheet/react/dist/index.css", to: "fortune-sheet.css" },
          { from: "assets/icons/icon-32.png", to: "icon-32.png" },
          { from: "assets/samples/sample.xlsx", to: "sample.xlsx" },
          { from: "assets/samples/exercise.xlsx", to: "exercise.xlsx" },
        ],
      }),
    ],
  };
}

/** Certificate of the development server: the one Office's own tool made and had trusted, else webpack's own. */
async function developmentCertificate() {
  try {
    const { getHttpsServerOptions } = createRequire(import.meta.url)("office-addin-dev-certs");
    return await getHttpsServerOptions();
  } catch (error) {
    process.emitWarning(`Excel will not trust the development server: ${error.message}`);
    return {};
  }
}

/**
 * @param {{ readonly WEBPACK_SERVE?: boolean } | undefined} env
 * @param {{ readonly mode?: string }} argv
 */
export default async function configurations(env, argv) {
  const production = argv.mode !== "development";
  const certificate = env?.WEBPACK_SERVE ? await developmentCertificate() : {};
  return [product(production, certificate), web(production)];
}
