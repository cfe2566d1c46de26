// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkWorkbook } from "../../src/app/check-workbook";
import type { CellValue } from "../../src/core/model/grid";
import { App } from "../../src/taskpane/App";
import { narrativeTexts } from "../../src/text/narrative";
import { zh } from "../../src/text/zh";
import zibo from "../cases/2022-zibo.json";
import { caseGrid, type CaseFile } from "../support/cases";
import { MemoryHost } from "../support/memory-host";
import { shippedAsset } from "../support/narrative-assets";
import { wordDocument } from "../support/word-document";
import { buildXlsx } from "../support/xlsx-builder";

const CASE = zibo as unknown as CaseFile;
const SHEET = "情况说明参数";
const texts = narrativeTexts;

configure({ asyncUtilTimeout: 10_000 });

let host: MemoryHost;
let user: UserEvent;

beforeEach(() => {
  host = new MemoryHost(caseGrid(CASE));
  user = userEvent.setup();
  vi.stubGlobal("fetch", (address: string) => {
    const bytes = shippedAsset(address.replace(/^templates\//, ""));
    return Promise.resolve({ ok: bytes !== undefined, status: 404, arrayBuffer: () => Promise.resolve(bytes?.buffer) });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Opens the tab and waits for the draft. */
async function openTab(): Promise<HTMLElement> {
  render(<App host={host} check={checkWorkbook} />);
  await user.click(screen.getByRole("tab", { name: zh.tabs.narrative }));
  return screen.findByLabelText(texts.text.label);
}

/** Among the hundreds of buttons of a text, asking for roles would take seconds. */
const button = (label: string): HTMLElement => {
  const found = [...document.querySelectorAll("button")].find(({ textContent }) => textContent.startsWith(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
};
const article = (): HTMLElement => document.querySelector("article") ?? document.body;
const press = async (name: string): Promise<void> => {
  await user.click(button(name));
  await idle();
};
const reads = (text: string): Promise<void> => waitFor(() => expect(article().textContent).toContain(text));
const idle = (): Promise<void> => waitFor(() => expect(document.querySelector("[aria-busy=true]")).toBeNull());

/** Fills in a line of the parameter sheet, as a clerk does. */
async function fillIn(key: string, value: CellValue): Promise<void> {
  const sheet = (await host.read()).sheets.find(({ name }) => name === SHEET);
  const row = sheet?.values.findIndex((cells) => cells[5] === key) ?? -1;
  if (row < 0) throw new Error(`no line for ${key}`);
  host.edit({ sheet: SHEET, row, column: 3 }, value);
}

/** The case as another year's or unit's workbook; 12.34 was left over at its end. */
function priorFile(name: string, replace: readonly (readonly [RegExp, string])[]): File {
  const grid = caseGrid(CASE);
  const sheets = grid.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) =>
      row.map((cell, column) => {
        if (column === row.length - 1 && row.some((label) => /^年末结转和结余$/.test(String(label)))) return 12.34;
        return typeof cell === "string" ? replace.reduce((text, [from, to]) => text.replace(from, to), cell) : cell;
      }),
    ),
  }));
  return new File([new Uint8Array(buildXlsx({ sheets }))], name);
}

async function pick(name: string, file: File): Promise<void> {
  if (!screen.queryByText(texts.sources.local) && !screen.queryByText(texts.sources.templateHint)) {
    await user.click(button(texts.sources.title));
  }
  await userEvent.setup({ applyAccept: false }).upload(screen.getByLabelText(name, { selector: "input" }), file);
  await idle();
}

describe("情况说明", { timeout: 30_000 }, () => {
  it("reads like the printed text, counts what is missing, and leads from a figure to its cell", async () => {
    const text = await openTab();
    expect(text.querySelectorAll("h3")).toHaveLength(13);
    expect(text.textContent).toContain("2022年度收、支总计均为10839.03万元");
    expect(screen.getByText(/项参数未填/).textContent).toMatch(/^\d+ 项参数未填/);
    expect(text).toBe(article());
    await user.click(button("10839.03万元"));
    expect(host.selected).toEqual([expect.objectContaining({ sheet: "公开01表 收入支出决算总表" })]);
  });

  it("makes the parameter sheet and goes from a gap to its line", async () => {
    await openTab();
    await press(texts.parameters.make);
    expect(screen.getByText(texts.parameters.made)).toBeDefined();
    await user.click(button("【待填：机关运行经费】"));
    const cell = host.selected.at(-1);
    expect(cell).toMatchObject({ sheet: SHEET, column: 3 });
    host.edit(cell!, 465.03);
    await press(texts.redraft);
    expect(article().textContent).toContain("机关运行经费支出465.03万元");
    expect(button(texts.lists.changes).closest("section")?.textContent).toContain(
      "十、机关运行经费支出决算情况说明　 新增 465.03万元",
    );
  });

  it("keeps reasons in the workbook, counts them down, and goes on to the next", async () => {
    await openTab();
    await press(texts.parameters.make);
    await fillIn("上年.收支总计", 10056.43);
    await fillIn("上年.收入合计", 9000);
    await fillIn("上年.财政拨款收入", 9000);
    await press(texts.redraft);
    const counted = (): string => screen.getByText(/处原因/).textContent;
    const before = counted();
    const fields = document.querySelectorAll("textarea");
    await user.type(fields[0]!, "人员增加{Enter}");
    expect(document.activeElement).toBe(fields[1]);
    await idle();
    await waitFor(() => expect(article().textContent).toContain("增长7.78%。主要是人员增加。"));
    expect(counted()).not.toBe(before);
    const kept = (await host.read()).sheets.find(({ name }) => name === SHEET)?.values;
    expect(kept?.find((row) => row[5] === "原因.收支总计.比上年")?.[3]).toBe("人员增加");
  });

  it("loses no reason where the workbook cannot take it, and keeps it on the next try", async () => {
    await openTab();
    await press(texts.parameters.make);
    await fillIn("上年.收支总计", 10056.43);
    await press(texts.redraft);
    host.fail("putSheet", "protected");
    host.fail("write", "protected");
    await user.type(document.querySelector("textarea")!, "人员增加{Enter}");
    await idle();
    expect(screen.getByRole("alert").textContent).toContain(texts.trouble.kept);
    expect(article().textContent).toContain("人员增加");
    host.fail("putSheet", undefined);
    host.fail("write", undefined);
    await press(zh.trouble.retry);
    expect(screen.queryByRole("alert")).toBeNull();
    await press(texts.redraft);
    expect(article().textContent).toContain("增长7.78%。主要是人员增加。");
  });

  it("takes last year's figures from last year's workbook and then checks X-10", async () => {
    await openTab();
    await user.click(button(zh.head.check));
    await screen.findByRole("button", { name: zh.head.recheck });
    await idle();
    await pick(texts.sources.prior, priorFile("2021.xlsx", [[/2022(?=\s*年)/g, "2021"]]));
    expect(await screen.findByText("淄博市人民政府办公室 · 2021年度")).toBeDefined();
    await reads("与2021年度相比，收、支总计均持平");
    await user.click(screen.getByRole("tab", { name: zh.tabs.check }));
    await waitFor(() => expect(document.body.textContent).toContain("比上年年末"));
  });

  it("warns of another unit and another year, naming both, and refuses what is no workbook", async () => {
    await openTab();
    await pick(
      texts.sources.prior,
      priorFile("别家.xlsx", [
        [/2022(?=\s*年)/g, "2021"],
        [/淄博市人民政府办公室/g, "枣庄市人民政府办公室"],
      ]),
    );
    expect(
      await screen.findByText(/单位是“枣庄市人民政府办公室”，本工作簿的单位是“淄博市人民政府办公室”/),
    ).toBeDefined();
    await pick(texts.sources.prior, priorFile("前年.xlsx", [[/2022(?=\s*年)/g, "2019"]]));
    expect(await screen.findByText(/是2019年度的，本工作簿是2022年度的/)).toBeDefined();
    await pick(texts.sources.prior, new File(["项目,金额"], "不是.xlsx"));
    expect((await screen.findByRole("alert")).textContent).toContain("不是.xlsx：这是文本文件");
    expect(screen.getByText("前年.xlsx")).toBeDefined();
  });

  it("drafts in another edition and with separators where chosen", async () => {
    await openTab();
    await user.click(button(texts.sources.title));
    await user.selectOptions(screen.getByLabelText(texts.sources.edition), "2019");
    await idle();
    expect(article().querySelectorAll("h3")).toHaveLength(9);
    await user.click(screen.getByLabelText(texts.sources.thousands));
    await idle();
    expect(article().textContent).toContain("10,839.03万元");
  });

  it("uses the office's own wording, and names line and tag of a broken one without losing anything", async () => {
    await openTab();
    const own = "# 一、总体{节 收支总体}\n本单位共{金额 收支总计}。";
    await pick(texts.sources.template, new File([own], "本市.txt"));
    await reads("本单位共10839.03万元。");
    await pick(texts.sources.template, new File([own.replace("收支总计", "收支合计")], "坏.txt"));
    expect((await screen.findByRole("alert")).textContent).toMatch(
      /“坏\.txt”有误，未采用.*第 2 行：标签 \{金额 收支合计\}/s,
    );
    await reads("本单位共10839.03万元。");
    await pick(texts.sources.template, new File(["不是"], "坏.docx"));
    await screen.findByText(/“坏.docx”内容不是文本，也不是 Word 文档，未采用/);
    await pick(texts.sources.template, new File(["x"], "图.png"));
    await screen.findByText("“图.png”不是模板文件。");
  });

  it("keeps the office's templates in the workbook, takes them up in the next session, and gives them up", async () => {
    const own = "# 一、总体{节 收支总体}\n本单位共{金额 收支总计}。";
    await openTab();
    await pick(texts.sources.template, new File([own], "本市.txt"));
    await screen.findByText(texts.sources.keeping.kept);
    await reads("本单位共10839.03万元。");
    await pick(texts.sources.template, new File([new Uint8Array(shippedAsset("narrative.docx")!)], "本市.docx"));
    await screen.findByText(texts.sources.taken("本市.docx"));
    cleanup();
    await openTab();
    await reads("本单位共10839.03万元。");
    await user.click(button(texts.sources.title));
    expect(screen.getByText("本市.docx")).toBeDefined();
    for (const file of ["本市.txt", "本市.docx"]) {
      await user.click(screen.getByText(file).parentElement!.querySelector("button")!);
      await waitFor(() => expect(screen.queryByText(file)).toBeNull());
    }
    await waitFor(() => expect(article().textContent).not.toContain("本单位共10839"));
    await waitFor(() => expect(host.state).not.toContain("templates"));
  });

  it("offers last year's texts to be looked at, and its reasons beside the gaps, put in only when asked", async () => {
    await openTab();
    await press(texts.parameters.make);
    await fillIn("上年.基本支出", 4035.13);
    await press(texts.redraft);
    const lastYear = [
      "第一部分　部门概况",
      "承办公文运转。",
      "第二部分　2021年度部门决算情况说明",
      "三、支出决算情况说明",
      "1、基本支出100万元。与2020年度相比，增加5万元，增长5.26%。主要是人员增加。",
    ];
    await pick(texts.sources.carried, new File([new Uint8Array(wordDocument(lastYear))], "上年.docx"));
    expect(screen.getByText("承办公文运转。")).toBeDefined();
    expect(host.state ?? "").not.toContain("承办公文运转");
    await press(texts.sources.carriedTake);
    expect(host.state).toContain("承办公文运转");
    expect(screen.getByText(texts.sources.carriedKept)).toBeDefined();
    const suggestion = button(texts.text.suggestion("人员增加"));
    const field = suggestion.previousElementSibling as HTMLTextAreaElement;
    expect(field.value).toBe("");
    await user.click(suggestion);
    expect(field.value).toBe("人员增加");
    expect(article().textContent).not.toContain("上年写的是");
  });

  it("says where kept templates are no use, and drafts with the shipped ones", async () => {
    host.state = JSON.stringify({ version: 1, templates: { wording: { file: "旧.txt", text: "{坏标签}" } } });
    await openTab();
    expect((await screen.findByRole("alert")).textContent).toContain("工作簿中保存的模板“旧.txt”无法使用，未采用。");
    await reads("2022年度收、支总计均为10839.03万元");
  });

  it("uses a template for the session alone where the workbook cannot keep it, and says so", async () => {
    await openTab();
    host.fail("saveState", "readOnly");
    await pick(texts.sources.template, new File(["# 一、总体{节 收支总体}\n共{金额 收支总计}。"], "本市.txt"));
    await screen.findByText(texts.sources.keeping.notKept);
    await reads("共10839.03万元。");
  });

  it("copies the text plain and formatted, writes it to a sheet and saves it as .docx", async () => {
    class Item {
      constructor(readonly parts: Readonly<Record<string, Blob>>) {}
    }
    vi.stubGlobal("ClipboardItem", Item);
    const items: Item[] = [];
    await openTab();
    const write = vi.spyOn(navigator.clipboard, "write").mockImplementation((list) => {
      items.push(...(list as unknown as Item[]));
      return Promise.resolve();
    });
    await press(texts.take.copyFormatted);
    expect(write).toHaveBeenCalledOnce();
    expect(await items[0]!.parts["text/html"]!.text()).toContain("<h2>一、收入支出决算总体情况说明</h2>");
    const writeText = vi.spyOn(navigator.clipboard, "writeText");
    await press(texts.take.copy);
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining("2022年度收、支总计均为10839.03万元"));
    await press(texts.take.sheet);
    const written = (await host.read()).sheets.find(({ name }) => name === "情况说明");
    expect(written?.values.flat()).toContain("一、收入支出决算总体情况说明");

    const blobs: Blob[] = [];
    const names: string[] = [];
    vi.stubGlobal(
      "URL",
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
        revokeObjectURL: () => undefined,
      }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await press(texts.take.word);
    await screen.findByText(/已交由下载/);
    expect(names).toEqual(["淄博市人民政府办公室2022年度部门决算情况说明.docx"]);
    expect(blobs[0]!.size).toBeGreaterThan(5_000);
  });

  it("says what to do where the clipboard is refused and files can not be saved", async () => {
    await openTab();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    await press(texts.take.copy);
    expect(screen.getByText(texts.take.copyFailed)).toBeDefined();
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: undefined }));
    await press(texts.take.word);
    await screen.findByText(texts.take.wordNotPossible);
  });

  it("says so where the templates are out of reach", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new Error("offline")));
    render(<App host={host} check={checkWorkbook} />);
    await user.click(screen.getByRole("tab", { name: zh.tabs.narrative }));
    expect((await screen.findByRole("alert")).textContent).toContain(texts.trouble.templates.happened);
  });
});
