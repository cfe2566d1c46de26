// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FINDINGS, report } from "../support/sample-report";
import { MemoryHost } from "../support/memory-host";
import { showPane } from "./render";
import { caseGrid, type CaseFile } from "../support/cases";
import zibo from "../cases/2022-zibo.json";

const TEXT = [
  "一、收入支出决算总体情况说明",
  "2022年度收、支总计均为10839.03万元。",
  "三、支出决算情况说明",
  "本年支出合计10839.03万元，其中：基本支出5382.87万元，占49.16%；项目支出5510.16万元，占50.84%。",
  "绿化面积100平方米。",
].join("\n");

async function openView(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole("tab", { name: "更多" }));
  await user.click(await screen.findByRole("tab", { name: "文稿核对" }));
  // The part and what it checks with are loaded when it is opened.
  await screen.findByRole("textbox", { name: "情况说明文字" }, { timeout: 10_000 });
}

/** The pane on a published case; what is kept in memory stands for Excel. */
function pane(): { host: MemoryHost; user: UserEvent } {
  const shown = showPane(report({ findings: [FINDINGS.personnel] }));
  const real = new MemoryHost(caseGrid(zibo as unknown as CaseFile));
  shown.host.read = (options) => real.read(options);
  return shown;
}

describe("更多 › 文稿核对", () => {
  it("checks nothing before there is a text", async () => {
    const { user } = pane();
    await openView(user);
    expect(screen.getByRole("button", { name: "核对文稿" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("marks the wrong figure of a pasted text, names the right one, and goes to its cell", async () => {
    const { host, user } = pane();
    await openView(user);
    await user.click(screen.getByRole("textbox", { name: "情况说明文字" }));
    await user.paste(TEXT);
    await user.click(screen.getByRole("button", { name: "核对文稿" }));
    expect(await screen.findByText(/^1 个数不符/)).toBeDefined();
    const sentences = screen.getByRole("region", { name: "逐句结果" });
    const marked = within(sentences).getByText("5382.87万元", { selector: "mark" });
    expect(marked.getAttribute("title")).toBe("基本支出应为5,328.87万元");
    expect(within(sentences).getByText("未核对：各表和参数中没有“绿化面积”这一项")).toBeDefined();
    expect(within(sentences).queryByText(/收、支总计均为/)).toBeNull();
    await user.click(within(sentences).getAllByRole("button", { name: /公开03|定位/ })[0]!);
    expect(host.selected).toBeDefined();
    await user.click(within(sentences).getByRole("switch", { name: "显示全部句子" }));
    expect(within(sentences).getByText(/收、支总计均为/)).toBeDefined();
  });

  it("lists contradictions of the text, and keeps the text when the part is opened again", async () => {
    const { user } = pane();
    await openView(user);
    await user.click(screen.getByRole("textbox", { name: "情况说明文字" }));
    await user.paste("收支总计10839.03万元，比上年增加-5万元。");
    await user.click(screen.getByRole("button", { name: "核对文稿" }));
    const found = await screen.findByRole("region", { name: "文内矛盾" });
    expect(found.textContent).toContain("之后不应再写负号");
    await user.click(screen.getByRole("tab", { name: "检查" }));
    await openView(user);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "情况说明文字" }).value).toContain("-5万元");
    expect(screen.getByRole("region", { name: "文内矛盾" })).toBeDefined();
  });

  it("reads a chosen file, and says what to do with one that is no text", async () => {
    const { user } = pane();
    await openView(user);
    const input = screen.getByLabelText("情况说明", { selector: "input" });
    await user.upload(input, new File([TEXT], "说明.txt", { type: "text/plain" }));
    expect(await screen.findByText("说明.txt")).toBeDefined();
    expect(await screen.findByText(/^1 个数不符/)).toBeDefined();
    const old = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])], "说明.docx", { type: "text/plain" });
    await user.upload(input, old);
    expect(await screen.findByText(/这个文件不是 Word 文档或文本文件/)).toBeDefined();
  });
});
