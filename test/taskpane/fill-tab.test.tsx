// @vitest-environment jsdom
import { configure, render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../src/app/check-workbook";
import type { WorkbookGrid } from "../../src/core/model/grid";
import { App } from "../../src/taskpane/App";
import { zh } from "../../src/text/zh";
import { caseWith, cellAt } from "../support/filling";
import { MemoryHost } from "../support/memory-host";
import "./render";

// The tab is loaded and planned for when it is opened: a busy machine takes more than the usual second.
configure({ asyncUtilTimeout: 10_000 });

const Z02 = "公开02表 收入决算表";
const FORM = "自评表-1";
const PROJECT = "市民投诉中心-全市政务服务热线平台和运行保障专项";
/** Nothing of the case itself to fill: its one wrong score is mended. */
const WHOLE = caseWith({ [`${FORM}!H13`]: 15 });
const BLANKED = caseWith({
  [`${FORM}!H13`]: 15,
  [`${Z02}!C7`]: null,
  [`${Z02}!C9`]: 9646.96,
  [`${FORM}!H17`]: null,
  [`${FORM}!H21`]: null,
  [`${FORM}!G6`]: null,
});

async function openTab(grid: WorkbookGrid): Promise<{ host: MemoryHost; user: UserEvent }> {
  const host = new MemoryHost(grid);
  const user = userEvent.setup();
  render(<App host={host} check={checkWorkbook} />);
  await user.click(screen.getByRole("button", { name: "检查" }));
  await user.click(screen.getByRole("tab", { name: "填报" }));
  return { host, user };
}

const group = (name: RegExp): Promise<HTMLElement> => screen.findByRole("region", { name });
const box = (name: RegExp | string): HTMLInputElement => screen.getByRole("checkbox", { name });
const contentOf = async (host: MemoryHost, place: string): Promise<unknown> =>
  (await host.readCells([cellAt(place)]))[0]?.content;

describe("the tab 填报", { timeout: 30_000 }, () => {
  it("says what it needs before a check", async () => {
    const user = userEvent.setup();
    render(<App host={new MemoryHost(WHOLE)} check={checkWorkbook} />);
    await user.click(screen.getByRole("tab", { name: "填报" }));
    expect(await screen.findByRole("heading", { name: "填写可以算出的空白" })).toBeDefined();
  });

  it("says where there is nothing to fill", async () => {
    await openTab(WHOLE);
    expect(await screen.findByRole("heading", { name: "没有可填的空白" })).toBeDefined();
    expect(screen.queryByRole("button", { name: /填入所选/ })).toBeNull();
  });

  it("says that no table was found rather than that everything is filled", async () => {
    await openTab({ sheets: [{ name: "一", top: 0, left: 0, values: [["别的表"]] }] });
    expect(await screen.findByText(zh.noTables.body)).toBeDefined();
    expect(screen.queryByText("没有可填的空白")).toBeNull();
  });

  it("lists what stands and what will, by table and project; blanks ticked, differing content not", async () => {
    await openTab(BLANKED);
    const table = await group(/^收入决算表，已选 1\/2 处$/);
    expect(
      within(table)
        .getAllByRole("listitem")
        .map((row) => row.textContent),
    ).toEqual([
      expect.stringMatching(/公开02表 · C7现在 空白→ 将填 10,839\.03依据：/) as string,
      expect.stringMatching(/公开02表 · C9现在 9,646\.96→ 将填 9,664\.96依据：/) as string,
    ]);
    expect(within(table).getAllByRole("checkbox", { checked: true })).toHaveLength(2);
    expect((await group(new RegExp(`^${PROJECT}，已选 1/1 处$`))).textContent).toContain("将填 100.00%");
    expect(screen.getByText("2 处空白可以填写，1 处已有内容与算出的数不同，未勾选")).toBeDefined();
  });

  it("lists what can't be worked out, with the reason", async () => {
    const { user } = await openTab(BLANKED);
    await user.click(await screen.findByRole("button", { name: /不能推算/ }));
    expect(screen.getByText(/年度指标值为定性描述/)).toBeDefined();
    expect(screen.getByText(/“.*”得分未填/)).toBeDefined();
  });

  it("selects cells and sources in the workbook", async () => {
    const { host, user } = await openTab(BLANKED);
    const form = await group(new RegExp(PROJECT));
    await user.click(within(form).getByRole("button", { name: /G6/ }));
    await user.click(within(form).getByRole("button", { name: "来自 2 个单元格" }));
    await user.click(within(form).getByRole("button", { name: /E6/ }));
    expect(host.selected).toEqual([cellAt(`${FORM}!G6`), cellAt(`${FORM}!E6`)]);
  });

  it("writes formulas or values as chosen, checks again, and takes it all back", async () => {
    const { host, user } = await openTab(BLANKED);
    const [, first] = within(await group(/收入决算表/)).getAllByRole("checkbox");
    await user.click(first!);
    await user.click(screen.getByRole("button", { name: "填入所选 1 处" }));
    expect(await screen.findByText("已填入 1 处，并重新检查。")).toBeDefined();
    expect(await contentOf(host, `${FORM}!G6`)).toBe("=ROUND(E6/D6,4)");
    expect(await contentOf(host, `${Z02}!C7`)).toBeNull();
    await user.click(await screen.findByRole("radio", { name: "数值" }));
    await user.click(box(/选择“收入决算表”的全部空白/));
    await user.click(screen.getByRole("button", { name: "填入所选 1 处" }));
    expect(await contentOf(host, `${Z02}!C7`)).toBe(10839.03);
    expect(host.reads).toBe(3);
    for (const left of ["values", "formulas"]) {
      await user.click(screen.getAllByRole("button", { name: "撤销上次填入的 1 处" })[0]!);
      expect(await screen.findByText(/已撤销 1 处/), left).toBeDefined();
    }
    expect(await contentOf(host, `${FORM}!G6`)).toBeNull();
    expect(await contentOf(host, `${Z02}!C7`)).toBeNull();
    expect(screen.queryByRole("button", { name: /撤销上次/ })).toBeNull();
  });

  it("changes existing content only with its own tick, never with the group's", async () => {
    const { host, user } = await openTab(BLANKED);
    await group(/收入决算表/);
    const all = box(/选择“收入决算表”的全部空白/);
    await user.click(all);
    await user.click(all);
    await user.click(screen.getByRole("button", { name: "填入所选 2 处" }));
    expect(await contentOf(host, `${Z02}!C9`)).toBe(9646.96);
    const [differing] = within(await group(/收入决算表/)).getAllByRole("checkbox");
    await user.click(differing!);
    await user.click(screen.getByRole("button", { name: "填入所选 1 处" }));
    expect(await contentOf(host, `${Z02}!C9`)).not.toBe(9646.96);
  });

  it("says what was not taken back, and which cells were edited", async () => {
    const { host, user } = await openTab(BLANKED);
    await user.click(await screen.findByRole("radio", { name: "数值" }));
    await user.click(screen.getByRole("button", { name: "填入所选 2 处" }));
    host.edit(cellAt(`${Z02}!C7`), 1);
    await user.click((await screen.findAllByRole("button", { name: /撤销上次/ }))[0]!);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain(`填入之后，单元格又被修改（${Z02} · C7）。`);
    expect(alert.textContent).toContain("一个单元格也没有撤销");
  });

  it("makes the sheet 结构分析", async () => {
    const { host, user } = await openTab(WHOLE);
    await user.click(await screen.findByRole("button", { name: "结构分析表" }));
    await user.click(screen.getByRole("button", { name: "生成结构分析表" }));
    expect(await screen.findByText(/已写入工作表“结构分析”，共 \d+ 行。/)).toBeDefined();
    expect((await host.read({ sheets: ["结构分析"] })).sheets[0]?.values[0]?.[0]).toBe("部门决算结构分析表");
  });

  it("has no accessibility violations", async () => {
    await openTab(BLANKED);
    await group(/收入决算表/);
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

describe("填入建议值 on a card", { timeout: 30_000 }, () => {
  it("shows the change first, writes it, and can be taken back", async () => {
    const host = new MemoryHost(caseWith({ [`${Z02}!D13`]: 5525.44 }));
    const user = userEvent.setup();
    render(<App host={host} check={checkWorkbook} />);
    await user.click(screen.getByRole("button", { name: "检查" }));
    await user.click(await screen.findByRole("button", { name: /财政拨款收入应为/ }));
    await user.click(await screen.findByRole("button", { name: "填入建议值" }));
    expect(screen.getByText("公开02表 · D13：现在 5,525.44 → 将填 5,552.44")).toBeDefined();
    expect(await contentOf(host, `${Z02}!D13`)).toBe(5525.44);
    await user.click(screen.getByRole("button", { name: "填入" }));
    expect(await contentOf(host, `${Z02}!D13`)).toBe(5552.44);
    // The way back stands where the card was, and has the focus: the button that was pressed is gone.
    const undo = await screen.findByRole("button", { name: "撤销" });
    const group = screen.getByRole("region", { name: /^可直接改正/ });
    expect(within(group).getByRole("status").textContent).toBe("已填入 1 处，并重新检查。");
    expect(document.activeElement).toBe(undo);
    await user.click(undo);
    expect(await contentOf(host, `${Z02}!D13`)).toBe(5525.44);
    expect(await screen.findByRole("button", { name: /财政拨款收入应为/ })).toBeDefined();
    expect(screen.queryByRole("button", { name: "撤销" })).toBeNull();
  });
});
