import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliBundle } from "../../scripts/cli-bundle.mjs";
import type { FileOutcome } from "../../src/cli/batch/outcome";
import { checkInWorkers } from "../../src/cli/batch/worker-pool";
import { printable, printableJson, printableLine } from "../../src/cli/printable";
import { caseGrid, loadCase } from "../support/cases";
import { checkIn } from "../support/command-line";
import { CONTROLS, hostileFiles, largeFile } from "../support/hostile-files";
import { buildXlsx } from "../support/xlsx-builder";

const program = join(fileURLToPath(new URL("../../", import.meta.url)), "scripts/check.mjs");
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
const STACK = /^\s+at .*:\d+:\d+\)?$/m;
let folder = "";

beforeAll(async () => {
  await cliBundle();
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  for (const { name, bytes } of hostileFiles()) writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, "大"));
  writeFileSync(join(folder, "大", "大.xlsx"), largeFile());
  writeFileSync(join(folder, "好的.xlsx"), buildXlsx(caseGrid(loadCase("2022-zibo"))));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder of hostile files", { timeout: 120_000 }, () => {
  it("is gone through to its end: each is checked or named with a reason, and nothing in them steers the terminal", () => {
    const { code, out, err } = checkIn(folder, "--out", "出", "--fill", "--draft", "*.xlsx");
    expect(code).toBe(2);
    expect(out + err).not.toMatch(CONTROL);
    expect(out + err).not.toMatch(STACK);
    expect(err).not.toContain("程序的差错");
    expect(err).not.toContain("已放弃");
    const checked = new Set([...out.matchAll(/^文件：(.*)$/gm)].map(([, name]) => name));
    for (const { name } of hostileFiles()) {
      const shown = printableLine(name);
      expect(checked.has(shown) || err.includes(`${shown}：`), shown).toBe(true);
    }
    expect(checked.has("好的.xlsx")).toBe(true);
    expect(readdirSync(join(folder, ".."))).not.toContain("路径之外.txt");
  });

  it("gives JSON that a program can read and a terminal may show", () => {
    const { out } = checkIn(folder, "--json", "控制字符.xlsx", "名称中的控制字符.xlsx");
    expect(out).not.toMatch(CONTROL);
    const { workbooks } = JSON.parse(out) as { workbooks: { sheets: { name: string }[] }[] };
    expect(workbooks[1]?.sheets[0]?.name).toBe("\u009b31m\u202e表");
  });

  it("shows characters a terminal would act upon by other ones", () => {
    expect(printable(`甲${CONTROLS}\n乙`)).toBe("甲␛]0;title␇␛[2J�31m�gnp.␀␈\n乙");
    expect(printableLine("甲\n乙\u2028")).toBe("甲␊乙␊");
    expect(printableJson('"\u009b\u202e\u007f"\n')).toBe('"\\u009b\\u202e\\u007f"\n');
  });
});

describe("a file that asks for too much", () => {
  const options = { output: "text", rounding: false, summary: false } as const;
  const tasks = ["一", "二", "三"].map((file) => ({ file, options }));
  /** A thread that does this with the second file and answers for the others. */
  async function outcomesWith(deed: string, seconds: number): Promise<readonly FileOutcome[]> {
    const path = join(folder, `thread-${seconds}.mjs`);
    writeFileSync(
      path,
      `import { parentPort } from "node:worker_threads";
       parentPort.on("message", ({ file }) => {
         if (file === "二") { ${deed} }
         parentPort.postMessage({ file, code: 0, output: file, warnings: [], made: [] });
       });`,
    );
    const outcomes: FileOutcome[] = [];
    const deliver = (outcome: FileOutcome): Promise<void> => {
      outcomes.push(outcome);
      return Promise.resolve();
    };
    await checkInWorkers(tasks, { threads: 1, seconds, megabytes: 64 }, deliver, pathToFileURL(path));
    return outcomes;
  }

  it("is given up after its time, and the others go on", async () => {
    const [one, two, three] = await outcomesWith("for (;;);", 2);
    expect([one?.output, three?.output]).toEqual(["一", "三"]);
    expect(two).toMatchObject({ code: 2, output: "", warnings: [expect.stringContaining("2 秒仍未完成")] });
  });

  it("is given up where its memory is used up, and the others go on", async () => {
    const [one, two, three] = await outcomesWith('const all = []; for (;;) all.push("x".repeat(9) + all.length);', 120);
    expect([one?.output, three?.output]).toEqual(["一", "三"]);
    expect(two).toMatchObject({ code: 2, warnings: [expect.stringContaining("内存超过上限")] });
  });

  it("is named by the command line", () => {
    const { code, out, err } = checkIn(folder, "--timeout", "1", "大/大.xlsx");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("大/大.xlsx：核对了 1 秒仍未完成，已放弃");
    writeFileSync(join(folder, "说明.txt"), "收、支总计均为10,839.03万元。");
    expect(checkIn(folder, "--timeout", "1", "--text", "说明.txt", "大/大.xlsx")).toEqual({ code, out, err });
  });
});

describe("a reader that leaves", () => {
  it("ends the run without a word", async () => {
    const run = spawn(process.execPath, [program, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    run.stdout.destroy();
    let err = "";
    run.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    await once(run, "close");
    expect(err).toBe("");
  });

  it("is told where the disk behind the output is full", () => {
    const { stderr, status } = spawnSync("sh", ["-c", `exec "$0" "$1" --help >/dev/full`, process.execPath, program], {
      encoding: "utf8",
    });
    expect(stderr).toBe("结果未能全部输出，请确认输出到的磁盘未满。\n");
    expect(status).toBe(2);
  });
});
