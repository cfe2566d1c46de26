import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkFile } from "../../src/cli/batch/check-file";
import type { FileOutcome, FileTask } from "../../src/cli/batch/outcome";
import { findFiles } from "../../src/cli/batch/find-files";
import { checkInWorkers } from "../../src/cli/batch/worker-pool";
import { JsonDocument } from "../../src/cli/json-document";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { buildXlsx } from "../support/xlsx-builder";
import { faultyWorkbooks, shortForm } from "../app/overview/faulty-workbooks";
import { cliBundle } from "../../scripts/cli-bundle.mjs";
import { checkIn, type Run } from "../support/command-line";

const WORKBOOKS = faultyWorkbooks(12, 4);
/** Files that are no workbooks, by name. */
const BAD = { "各单位/损坏.xlsx": "PK\u0003\u0004", "各单位/空.xlsx": "", "各单位/文本.xlsm": "项目,金额" };
let folder = "";

const run = (...args: string[]): Run => checkIn(folder, ...args);

interface JsonRun {
  readonly workbooks: {
    file: string;
    findings: { rule: string; severity: string; sheet: string; cells: string[] }[];
  }[];
  readonly comparison?: { readonly totals: Readonly<Record<string, number>> };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "batch-"));
  mkdirSync(join(folder, "各单位", "下级"), { recursive: true });
  for (const { file, grid } of WORKBOOKS) writeFileSync(join(folder, file), buildXlsx(grid));
  for (const [name, text] of Object.entries(BAD)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "各单位", "~$单位001.xlsx"), "lock");
  writeFileSync(join(folder, "各单位", "旧.xls"), "old");
  writeFileSync(join(folder, "各单位", "说明.docx"), "text");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a folder of workbooks", { timeout: 60_000 }, () => {
  it("is checked by threads, bad files among good ones, with one overview", async () => {
    const { code, out, err } = run(
      ...["--progress", "--json", "--overview", "汇总.xlsx", "--overview=汇总.html"],
      ...["--overview", "本次.json", "各单位"],
    );
    expect(code).toBe(2);
    for (const name of Object.keys(BAD)) expect(err).toContain(`${name}：`);
    expect(err).toContain("各单位/旧.xls：不是 xlsx 或 xlsm 格式，未核对");
    expect(err).not.toContain("~$");
    expect(err).toContain("已核对 15 / 15");
    const { workbooks } = JSON.parse(out) as JsonRun;
    expect(workbooks.map(({ file }) => file)).toEqual(WORKBOOKS.map(({ file }) => file));
    for (const [i, { findings, file }] of workbooks.entries()) {
      expect(findings.map(shortForm).sort(), file).toEqual(WORKBOOKS[i]!.known);
    }

    const grid = await (await openXlsx(readFileSync(join(folder, "汇总.xlsx")))).read();
    const rows = grid.sheets[0]!.values.slice(5, -1);
    expect(rows).toHaveLength(WORKBOOKS.length + Object.keys(BAD).length + 1);
    expect(rows.slice(0, 4).map((row) => row[4])).toEqual(new Array(4).fill("未能读取"));
    const page = readFileSync(join(folder, "汇总.html"), "utf8");
    for (const { file } of WORKBOOKS) expect(page).toContain(file.replace("各单位/", ""));

    const again = run("--json", "--compare", "本次.json", "各单位/单位*.xlsx");
    const second = JSON.parse(again.out) as JsonRun;
    expect(second.workbooks).toEqual(workbooks);
    const found = WORKBOOKS.flatMap(({ cards }) => cards).length;
    expect(second.comparison?.totals).toEqual({ mended: 0, added: 0, remaining: found, unclear: 0 });
  });

  it("refuses to write an overview over a workbook, and to compare with what is no run", () => {
    const { file } = WORKBOOKS[0]!;
    const before = readFileSync(join(folder, file));
    const over = run("--overview", file, "各单位/*.xlsx", file);
    expect(over).toMatchObject({ code: 2, out: "" });
    expect(readFileSync(join(folder, file)).equals(before)).toBe(true);
    writeFileSync(join(folder, "别的.json"), "{}");
    expect(run("--compare", "别的.json", file)).toMatchObject({
      code: 2,
      out: "",
      err: "别的.json：不是 --json 或 --overview 写出的结果，无法对比。\n",
    });
  });
});

describe("tasks", () => {
  const options = { output: "none", rounding: false, summary: true } as const;

  it("come to the same outcomes, in their order, with one thread and with several", async () => {
    const files = [...WORKBOOKS.slice(0, 5).map(({ file }) => file), ...Object.keys(BAD), "没有.xlsx"];
    const tasks = files.map((file): FileTask => ({ file: join(folder, file), options }));
    const program = pathToFileURL(join(await cliBundle(), "lib/cli/worker.js"));
    const outcomesWith = async (threads: number): Promise<readonly FileOutcome[]> => {
      const outcomes: FileOutcome[] = [];
      const deliver = (outcome: FileOutcome): Promise<void> => Promise.resolve(void outcomes.push(outcome));
      await checkInWorkers(tasks, { threads, seconds: 60, megabytes: 512 }, deliver, program);
      return outcomes;
    };
    const alone = await outcomesWith(1);
    expect(alone.map(({ file }) => file)).toEqual(tasks.map(({ file }) => file));
    expect(alone.filter(({ summary }) => summary?.kind === "checked")).toHaveLength(5);
    expect(await outcomesWith(3)).toEqual(alone);
  });

  it("stop where their outcomes cannot be delivered", async () => {
    const tasks = WORKBOOKS.slice(0, 4).map(({ file }): FileTask => ({
      file: join(folder, file),
      options,
    }));
    const program = pathToFileURL(join(await cliBundle(), "lib/cli/worker.js"));
    const broken = (): Promise<void> => Promise.reject(new Error("pipe closed"));
    await expect(checkInWorkers(tasks, { threads: 2, seconds: 60, megabytes: 512 }, broken, program)).rejects.toThrow(
      "pipe closed",
    );
  });

  it("never reject on a file", async () => {
    const outcome = await checkFile({ file: folder, options });
    expect(outcome).toMatchObject({ code: 2, summary: { kind: "unread" } });
  });
});

describe("files, folders and patterns", () => {
  const found = (inputs: readonly string[], leaveOut: readonly string[] = []): Record<string, string[]> => {
    const at = (path: string): string => join(folder, path);
    const { files, empty, passedOver } = findFiles(inputs.map(at), leaveOut.map(at));
    const short = (paths: readonly string[]): string[] => paths.map((path) => relative(folder, path));
    return { files: short(files), empty: short(empty), passedOver: short(passedOver) };
  };

  beforeAll(() => {
    for (const name of ["b10.xlsx", "b9.XLSX", "c.xlsm", "._b9.xlsx", "~$b9.xlsx", "x.et", "深/d.xlsx", "出/b9.xlsx"]) {
      mkdirSync(join(folder, "表", name, ".."), { recursive: true });
      writeFileSync(join(folder, "表", name), "");
    }
    mkdirSync(join(folder, "空夹"), { recursive: true });
    writeFileSync(join(folder, "表", "[1]*.xlsx"), "");
    if (!existsSync(join(folder, "表", "深", "回"))) symlinkSync(join(folder, "表"), join(folder, "表", "深", "回"));
  });

  it.each<[string, string[], string[]]>([
    ["a folder with its subfolders", ["表/深", "表/出"], ["表/深/d.xlsx", "表/出/b9.xlsx"]],
    ["names within one folder, whatever their case", ["表/b*.xlsx"], ["表/b9.XLSX", "表/b10.xlsx"]],
    ["one character", ["表/b?.xlsx"], ["表/b9.XLSX"]],
    ["across folders", ["表/**/?.xls?"], ["表/深/d.xlsx", "表/c.xlsm"]],
    ["everything below", ["表/深/**"], ["表/深/d.xlsx"]],
    ["folders by pattern", ["*/b9.xlsx"], ["表/b9.XLSX"]],
    ["a file whose name looks like a pattern", ["表/[1]*.xlsx"], ["表/[1]*.xlsx"]],
    ["a file once", ["表/c.xlsm", "表/c.xlsm", "表/../表/c.xlsm"], ["表/c.xlsm"]],
    ["a missing file, to be told of", ["没有.xlsx"], ["没有.xlsx"]],
  ])("%s", (_, inputs, files) => {
    expect(found(inputs)["files"]).toEqual(files);
  });

  it("leave out what the run itself writes", () => {
    expect(found(["表"], ["表/出", "表/深/d.xlsx"])["files"]).toEqual([
      "表/[1]*.xlsx",
      "表/b9.XLSX",
      "表/b10.xlsx",
      "表/c.xlsm",
    ]);
  });

  it("say what holds no workbook, and what is of another format", () => {
    expect(found(["空夹", "表/*.pdf", "表/x.*"])).toEqual({
      files: [],
      empty: ["空夹", "表/*.pdf"],
      passedOver: ["表/x.et"],
    });
  });
});

describe("the JSON document, written piece by piece", () => {
  const whole = (workbooks: readonly object[], members: Readonly<Record<string, unknown>> = {}): string => {
    const document = new JsonDocument();
    const parts = workbooks.map((workbook) => document.workbook(JSON.stringify(workbook, null, 2)));
    const json = Object.entries(members).map(([name, value]) => [name, JSON.stringify(value, null, 2)]);
    return parts.join("") + document.end(Object.fromEntries(json) as Record<string, string>);
  };

  it.each<[object[], Record<string, unknown>]>([
    [[], {}],
    [[{ a: 1 }], {}],
    [[{ a: [1, { b: "x\ny" }] }, { c: null }], {}],
    [[{ a: 1 }], { comparison: { totals: { mended: 1 } } }],
  ])("is the text that JSON.stringify gives: %j %j", (workbooks, members) => {
    expect(whole(workbooks, members)).toBe(`${JSON.stringify({ version: 1, workbooks, ...members }, null, 2)}\n`);
  });
});
