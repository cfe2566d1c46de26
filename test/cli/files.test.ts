import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cliBundle } from "../../scripts/cli-bundle.mjs";
import { OutputFiles } from "../../src/cli/files/output-files";
import { WrittenRecord } from "../../src/cli/files/written-record";
import { writingTrouble } from "../../src/cli/files/writing-trouble";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { checkIn } from "../support/command-line";
import { buildXlsx } from "../support/xlsx-builder";

const grid = caseGrid(loadCase("2022-zibo"));
const workbook = Buffer.from(buildXlsx(grid));
const program = join(fileURLToPath(new URL("../../", import.meta.url)), "scripts/check.mjs");
let folder = "";
const at = (...names: string[]): string => join(folder, ...names);
const write = (path: string, content: string, force = false, inputs: readonly string[] = []) =>
  new OutputFiles(inputs, new WrittenRecord(), force).write([{ path, content }]);

beforeAll(cliBundle);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  writeFileSync(at("表.xlsx"), workbook);
});
afterAll(() => {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith("files-")) rmSync(join(tmpdir(), name), { recursive: true });
});

describe("what stands under a wanted name", () => {
  it("is replaced where an earlier run wrote it and nobody changed it", () => {
    expect(write(at("出", "甲.txt"), "一")).toMatchObject({ paths: [at("出", "甲.txt")], kept: undefined });
    expect(write(at("出", "甲.txt"), "二")).toMatchObject({ paths: [at("出", "甲.txt")], kept: undefined });
    expect(readFileSync(at("出", "甲.txt"), "utf8")).toBe("二");
  });

  it("is kept where it was changed, is another's, is read-only or a link, and the new file gets another name", () => {
    write(at("改.txt"), "一");
    writeFileSync(at("改.txt"), "一，已改");
    writeFileSync(at("别.txt"), "别人的");
    write(at("读.txt"), "一");
    chmodSync(at("读.txt"), 0o444);
    write(at("真.txt"), "一");
    symlinkSync(at("真.txt"), at("链.txt"));
    for (const [name, word] of [
      ["改", "改动过"],
      ["别", "不是本程序写出的"],
      ["读", "只读"],
      ["链", "不是本程序写出的"],
    ] as const) {
      const before = readFileSync(at(`${name}.txt`), "utf8");
      const { paths, kept } = write(at(`${name}.txt`), "新");
      expect(paths).toEqual([at(`${name}-2.txt`)]);
      expect(kept).toContain(word);
      expect(kept).toContain(`${name}-2.txt`);
      expect(readFileSync(at(`${name}.txt`), "utf8")).toBe(before);
      expect(readFileSync(at(`${name}-2.txt`), "utf8")).toBe("新");
      expect(write(at(`${name}.txt`), "再").paths).toEqual([at(`${name}-2.txt`)]);
    }
    expect(lstatSync(at("链.txt")).isSymbolicLink()).toBe(true);
  });

  it("is overwritten with --force, but never a file that is read, whatever name leads to it", () => {
    writeFileSync(at("别.txt"), "别人的");
    expect(write(at("别.txt"), "新", true)).toMatchObject({ paths: [at("别.txt")], kept: undefined });
    expect(readFileSync(at("别.txt"), "utf8")).toBe("新");
    linkSync(at("表.xlsx"), at("硬.xlsx"));
    symlinkSync(at("表.xlsx"), at("软.xlsx"));
    for (const name of ["表", "硬", "软"]) {
      const { paths, kept } = write(at(`${name}.xlsx`), "新", true, [at("表.xlsx")]);
      expect(paths).toEqual([at(`${name}-2.xlsx`)]);
      expect(kept).toContain("本次读取的文件");
      expect(readFileSync(at(`${name}.xlsx`)).equals(workbook)).toBe(true);
    }
  });

  it("decides for files that belong together as one", () => {
    writeFileSync(at("说明.docx"), "改过的");
    const files = [".docx", ".txt"].map((end) => ({ path: at(`说明${end}`), content: "新" }));
    const { paths } = new OutputFiles([], new WrittenRecord(), false).write(files);
    expect(paths).toEqual([at("说明-2.docx"), at("说明-2.txt")]);
  });

  it("stays whole where the new file cannot be put in its place", () => {
    mkdirSync(at("夹.txt"));
    writeFileSync(at("文件"), "不是目录");
    expect(write(at("夹.txt"), "新").failed).toContain("同名的文件夹已经存在");
    expect(write(at("文件", "里.txt"), "新").failed).toContain("不是文件夹");
    expect(write(at(`${"长".repeat(200)}.txt`), "新").failed).toContain("名称过长");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(readFileSync(at("文件"), "utf8")).toBe("不是目录");
  });

  it.each([
    ["ENOSPC", "磁盘已满"],
    ["EACCES", "没有写入权限"],
    ["EROFS", "只读"],
    ["EBUSY", "正被其他程序使用"],
    ["EIO", "未能写出"],
  ])("says of %s what it means", (code, words) => {
    const said = writingTrouble("出/甲.xlsx", Object.assign(new Error(), { code }));
    expect(said).toContain(words);
    expect(said).toContain("原有文件都未改动");
  });
});

describe("a run", () => {
  it("keeps a draft the clerk has edited, in step with its text, and leaves its own copies out of the next run", () => {
    expect(checkIn(folder, "--out", ".", "--draft", ".").err).toContain("新的写为“表-2.xlsx”");
    writeFileSync(at("表.docx"), "主任改过的稿子");
    const { err, out } = checkIn(folder, "--out", ".", "--draft", ".");
    expect(err).toContain("“表.docx”不是本程序写出的，或写出后改动过，已保留；新的写为“表-2.docx”、“表-2.txt”");
    expect(readFileSync(at("表.docx"), "utf8")).toBe("主任改过的稿子");
    expect(out.match(/^文件：/gm)).toHaveLength(1);
    expect(readFileSync(at("表.xlsx")).equals(workbook)).toBe(true);
  });

  it("never writes over last year's workbook, a template or a link to the original", () => {
    mkdirSync(at("出"));
    writeFileSync(at("出", "表.xlsx"), workbook);
    linkSync(at("表.xlsx"), at("出", "另.xlsx"));
    writeFileSync(at("另.xlsx"), workbook);
    const wording = "# 一、总体{节 收支总体}\n共{金额 收支总计}。";
    writeFileSync(at("出", "表.txt"), wording);
    const args = ["--force", "--draft", "--out", "出", "--prior", "出/表.xlsx", "--template", "出/表.txt"];
    const { err } = checkIn(folder, ...args, "表.xlsx", "另.xlsx");
    for (const name of ["出/表.xlsx", "出/表.txt", "出/另.xlsx"]) expect(err).toContain(`“${name}”是本次读取的文件`);
    expect(readFileSync(at("出", "表.xlsx")).equals(workbook)).toBe(true);
    expect(readFileSync(at("表.xlsx")).equals(workbook)).toBe(true);
    expect(readFileSync(at("出", "表.txt"), "utf8")).toBe(wording);
    const over = checkIn(folder, "--overview", "旧.json", "--compare", "旧.json", "表.xlsx");
    expect(over.code).toBe(2);
  });

  it("leaves an earlier copy whole where the disk is full", () => {
    checkIn(folder, "--out", "出", "表.xlsx");
    const before = readFileSync(at("出", "表.xlsx"));
    // A limit on the size of files stands for the disk: blocks of 512 bytes, far below the copy.
    const limited = spawnSync(
      "sh",
      ["-c", `ulimit -f 4; exec "$0" "$@"`, process.execPath, program, "--out", "出", "表.xlsx"],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    expect(limited.stderr).toContain("未能写出“出/表.xlsx”：磁盘已满");
    expect(limited.status).toBe(2);
    expect(readFileSync(at("出", "表.xlsx")).equals(before)).toBe(true);
    expect(readdirSync(at("出")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("leaves only whole files behind where it is interrupted", async () => {
    mkdirSync(at("里"));
    for (let n = 0; n < 40; n++) writeFileSync(at("里", `${n}.xlsx`), workbook);
    mkdirSync(at("出"));
    const watcher = watch(at("出"));
    const run = spawn(process.execPath, [program, "--out", "出", "里"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let err = "";
    run.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    await once(watcher, "change");
    watcher.close();
    run.kill("SIGINT");
    const [code] = (await once(run, "exit")) as [number];
    expect(code).toBe(130);
    expect(err).toContain("已中断");
    const left = readdirSync(at("出"));
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const copies = left.filter((name) => name.endsWith(".xlsx"));
    expect(copies.length).toBeLessThan(40);
    for (const name of copies) await (await openXlsx(readFileSync(at("出", name)))).read();
  });
});
