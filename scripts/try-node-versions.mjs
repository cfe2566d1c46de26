/**
 * `npm run try:nodes`: packs the command line, installs it as an office does, and checks the sample workbook under every
 * version of Node.js that is supported. The versions come from the registry npm is set to. Exit code 1 where one fails or
 * where two do not answer the same.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packCli } from "./pack-cli.mjs";

const VERSIONS = ["20", "22", "24"];
const ERRORS_FOUND = 1;
const root = join(import.meta.dirname, "..");
const shell = process.platform === "win32";
const system = process.platform === "win32" ? "win" : process.platform;

const folder = mkdtempSync(join(tmpdir(), "nodes-"));
const npm = (...args) => execFileSync("npm", [...args, "--ignore-scripts", "--no-audit"], { cwd: folder, shell });
try {
  npm("install", "--offline", "--prefix", join(folder, "program"), await packCli(folder));
  const program = join(folder, "program/node_modules/final-accounts-check/lib/cli/start.js");
  const answers = VERSIONS.map((version) => {
    const own = join(folder, version);
    npm("install", "--prefix", own, `node-${system}-${process.arch}@${version}`);
    const node = join(own, `node_modules/node-${system}-${process.arch}/bin/node${shell ? ".exe" : ""}`);
    const { stdout: name } = spawnSync(node, ["--version"], { encoding: "utf8" });
    const sample = join(root, "assets/samples/sample.xlsx");
    const run = spawnSync(node, [program, "--json", "--out", join(own, "out"), "--fill", "--draft", sample], {
      encoding: "utf8",
    });
    if (run.status !== ERRORS_FOUND) {
      console.log(`FAILED ${name.trim()}: exit code ${run.status}\n${run.stderr}`);
      return undefined;
    }
    const [{ sheets, findings }] = JSON.parse(run.stdout).workbooks;
    console.log(
      `ok     ${name.trim()}: ${sheets.length} sheets, ${findings.length} findings; copy filled, text drafted`,
    );
    return run.stdout + run.stderr;
  });
  const isSame = answers.every((answer) => answer !== undefined && answer === answers[0]);
  if (!isSame) console.log("FAILED the versions do not answer the same");
  process.exitCode = isSame ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
