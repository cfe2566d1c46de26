import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { caseGrid, loadCase } from "../support/cases";
import { buildXlsx } from "../support/xlsx-builder";

const root = fileURLToPath(new URL("../../", import.meta.url));

it("packs a command line that installs without a registry and checks a workbook", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  try {
    const file = execFileSync(process.execPath, [join(root, "scripts/pack-cli.mjs")], { encoding: "utf8" }).trim();
    execFileSync("npm", ["install", "--offline", "--ignore-scripts", "--prefix", folder, file], { shell: false });
    writeFileSync(join(folder, "表.xlsx"), buildXlsx(caseGrid(loadCase("2022-zibo"))));
    const program = join(folder, "node_modules/.bin/final-accounts-check");
    const run = spawnSync(program, ["--json", "--out", "出", "--draft", "表.xlsx"], { cwd: folder, encoding: "utf8" });
    expect(run.status).toBe(1);
    const { workbooks } = JSON.parse(run.stdout) as { workbooks: { year: number; sheets: object[] }[] };
    expect(workbooks[0]).toMatchObject({ year: 2022, sheets: expect.any(Array) as object[] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
