// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleReport } from "../support/sample-report";
import { showPane } from "./render";

// The part is loaded when it is opened: here before, so that no test waits for the loading.
beforeAll(async () => {
  await import("../../src/taskpane/new-set/NewSetView");
});

async function openNewSet() {
  const pane = showPane(sampleReport());
  await pane.user.click(screen.getByRole("tab", { name: "更多" }));
  await pane.user.click(await screen.findByRole("tab", { name: "新建套表" }));
  await screen.findByRole("textbox", { name: "年度" });
  return pane;
}

describe("更多 › 新建套表", () => {
  it("finds 科目 by pinyin, shows what will be added, adds it, and takes it back", async () => {
    const { host, user } = await openNewSet();
    const before = (await host.read()).sheets.map(({ name }) => name);
    const year = screen.getByRole("textbox", { name: "年度" });
    await user.clear(year);
    await user.type(year, "2024");
    await user.type(screen.getByRole("textbox", { name: "单位名称" }), "示例市教育局");
    await user.type(screen.getAllByRole("textbox", { name: /查找科目/ })[0]!, "zfgjj");
    await user.click(screen.getByRole("button", { name: "2210201 住房公积金" }));
    expect(screen.getByRole("textbox", { name: /^科目/ })).toHaveProperty("value", "2210201 住房公积金");
    await user.click(screen.getByRole("button", { name: "查看将生成的表" }));
    await screen.findByText(/将在末尾增加 10 张工作表/);
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual(before);
    await user.click(screen.getByRole("button", { name: "生成 10 张表" }));
    await screen.findByText(/已生成 10 张表/);
    expect((await host.read()).sheets).toHaveLength(before.length + 10);
    await user.click(screen.getByRole("button", { name: "撤销生成" }));
    await screen.findByText("已撤销，生成的表已删除。");
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual(before);
  });

  it("is what the pane opens with where the ribbon's button opened it", async () => {
    window.history.replaceState(null, "", "?new-set=1");
    showPane(sampleReport());
    await screen.findByRole("textbox", { name: "年度" });
    expect(screen.getByRole("tab", { name: "新建套表" }).getAttribute("aria-selected")).toBe("true");
    window.history.replaceState(null, "", "?");
  });

  it("says what is wrong with the year and plans nothing", async () => {
    const { user } = await openNewSet();
    const year = screen.getByRole("textbox", { name: "年度" });
    await user.clear(year);
    await user.type(year, "1024");
    await user.click(screen.getByRole("button", { name: "查看将生成的表" }));
    expect((await screen.findByRole("alert")).textContent).toContain("2010 至 2099");
  });

  it("says why a workbook without year or tables cannot be carried on", async () => {
    const { user } = await openNewSet();
    await user.click(screen.getByRole("button", { name: "从当前工作簿结转" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/上年工作簿.*无法结转/);
  });
});
