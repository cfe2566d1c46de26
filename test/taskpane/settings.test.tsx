// @vitest-environment jsdom
import { configure, render, screen, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { checkWorkbook, type CheckOptions } from "../../src/app/check-workbook";
import { settingsForm } from "../../src/app/settings/settings-form";
import { EMPTY_STATE, parseState, serialiseState, type WorkbookState } from "../../src/app/workbook-state";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { amount } from "../../src/core/model/amount";
import type { WorkbookHost } from "../../src/host/port";
import { App } from "../../src/taskpane/App";
import { caseWith } from "../support/filling";
import { MemoryHost } from "../support/memory-host";
import "./render";

configure({ asyncUtilTimeout: 10_000 });

const HALF: WorkbookState = { ...EMPTY_STATE, settings: { ...DEFAULT_SETTINGS, overAchievement: amount("0.5") } };

async function openSettings(kept?: string) {
  const host = new MemoryHost(caseWith({}));
  host.state = kept;
  const check = vi.fn((workbook: WorkbookHost, options: CheckOptions) => checkWorkbook(workbook, options));
  const user = userEvent.setup();
  render(<App host={host} check={check} />);
  await user.click(screen.getByRole("tab", { name: "更多" }));
  await user.click(await screen.findByRole("tab", { name: "设置" }));
  return { host, check, user };
}

const field = (name: string): HTMLInputElement => screen.getByRole("textbox", { name });
const shown = (): readonly string[] => screen.getAllByRole<HTMLInputElement>("textbox").map((input) => input.value);
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const keptBy = async (host: MemoryHost): Promise<WorkbookState | undefined> => {
  const kept = await parseState(host.state);
  return kept.kind === "ready" ? kept.state : undefined;
};
async function write(user: UserEvent, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  await user.type(field(name), text);
}

describe("更多 › 设置", { timeout: 30_000 }, () => {
  it("shows the thresholds the workbook keeps, each field with its label", async () => {
    await openSettings(serialiseState(HALF));
    await screen.findByText(/随本工作簿保存，其他工作簿不受影响/);
    expect(shown()).toEqual(["50", "90", "80", "60", ""]);
    for (const name of ["超额完成的比例（%）", "优的最低分", "良的最低分", "中的最低分"])
      expect(field(name)).toBeDefined();
  });

  it("saves by keyboard alone, keeps the rest of the state, and checks again", async () => {
    const explanations = { a: { text: "甲", figures: "1", writtenAt: "2023-07-31T01:05:00Z" } };
    const { host, check, user } = await openSettings(serialiseState({ ...EMPTY_STATE, explanations }));
    await screen.findByRole("textbox", { name: "优的最低分" });
    await user.click(button("检查"));
    await waitFor(() => expect(check).toHaveBeenCalledTimes(1));
    await screen.findByRole("button", { name: "重新检查" });
    await user.click(field("超额完成的比例（%）"));
    await user.keyboard("{Control>}a{/Control}{Backspace}20");
    await user.tab();
    expect(document.activeElement).toBe(field("优的最低分"));
    await user.keyboard("{Control>}a{/Control}{Backspace}95{Enter}");
    await screen.findByText("已保存在本工作簿中。");
    expect(check).toHaveBeenCalledTimes(2);
    const used = check.mock.lastCall?.[1].settings;
    expect(used && settingsForm(used)).toEqual({
      overAchievement: "20",
      excellent: "95",
      good: "80",
      fair: "60",
      deductionCap: "",
    });
    expect(await keptBy(host)).toEqual({ ...EMPTY_STATE, explanations, settings: used });
    expect(shown()).toEqual(["20", "95", "80", "60", ""]);
  });

  it("says at the field what cannot be taken, goes there, and keeps nothing", async () => {
    const { host, user } = await openSettings();
    await screen.findByRole("textbox", { name: "优的最低分" });
    await write(user, "良的最低分", "90");
    await write(user, "中的最低分", "无");
    expect(field("良的最低分").getAttribute("aria-invalid")).toBe("false");
    await user.click(button("保存"));
    const noteOf = (name: string): string | null | undefined =>
      document.getElementById(field(name).getAttribute("aria-describedby") ?? "")?.textContent;
    expect(noteOf("良的最低分")).toBe("应低于优的最低分。");
    expect(noteOf("中的最低分")).toBe("请填写数字。");
    expect(field("良的最低分").getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field("良的最低分"));
    expect(host.state).toBeUndefined();
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await write(user, "良的最低分", "85");
    expect(field("良的最低分").getAttribute("aria-invalid")).toBe("false");
  });

  it("restores the defaults: the workbook keeps no thresholds any more", async () => {
    const { host, user } = await openSettings(serialiseState({ ...HALF, live: false }));
    await screen.findByRole("textbox", { name: "优的最低分" });
    await write(user, "优的最低分", "x");
    await user.click(button("恢复默认"));
    await screen.findByText("已恢复默认。");
    expect(shown()).toEqual(["30", "90", "80", "60", ""]);
    expect(await keptBy(host)).toEqual({ ...EMPTY_STATE, live: false });
  });

  it("keeps what was written where the workbook cannot be saved to, and says so", async () => {
    const { host, user } = await openSettings();
    await screen.findByRole("textbox", { name: "优的最低分" });
    host.fail("saveState", "readOnly");
    await write(user, "优的最低分", "95");
    await user.click(button("保存"));
    expect(await screen.findByRole("alert")).toBeDefined();
    expect(shown()).toEqual(["30", "95", "80", "60", ""]);
    expect(screen.queryByText("已保存在本工作簿中。")).toBeNull();
  });

  it("says which kept thresholds are no use, shows the defaults for them, and mends them by saving", async () => {
    const state =
      '{"version":1,"settings":{"overAchievement":"0.5","grades":{"excellent":"60","good":"80","fair":"90"}}}';
    const { host, check, user } = await openSettings(state);
    await screen.findByText("工作簿中保存的各等级的最低分有误，未采用，按默认处理。");
    expect(shown()).toEqual(["50", "90", "80", "60", ""]);
    await user.click(button("检查"));
    await screen.findByRole("button", { name: "重新检查" });
    expect(check.mock.lastCall?.[1].settings?.grades).toEqual(DEFAULT_SETTINGS.grades);
    await user.click(screen.getByRole("tab", { name: "检查" }));
    expect(screen.getByText(/各等级的最低分有误/)).toBeDefined();
    await user.click(screen.getByRole("tab", { name: "更多" }));
    await user.click(await screen.findByRole("tab", { name: "设置" }));
    await user.click(button("保存"));
    await screen.findByText("已保存在本工作簿中。");
    expect(screen.queryByText(/有误，未采用/)).toBeNull();
    expect(await parseState(host.state)).not.toHaveProperty("rejected");
  });

  it("leaves a newer version's settings alone", async () => {
    await openSettings('{"version":99}');
    expect(await screen.findByText(/由更新版本的助手写入/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "保存" })).toBeNull();
  });
});

it("the way of filling is remembered in the workbook and taken up from it", { timeout: 30_000 }, async () => {
  const host = new MemoryHost(caseWith({}));
  const openFilling = async (user: UserEvent): Promise<void> => {
    await user.click(screen.getByRole("button", { name: "检查" }));
    await user.click(screen.getByRole("tab", { name: "填报" }));
  };
  const user = userEvent.setup();
  const { unmount } = render(<App host={host} check={checkWorkbook} />);
  await openFilling(user);
  await user.click(await screen.findByRole("radio", { name: "数值" }));
  await waitFor(async () => expect((await keptBy(host))?.fillMode).toBe("values"));
  unmount();
  render(<App host={host} check={checkWorkbook} />);
  await openFilling(user);
  expect(await screen.findByRole<HTMLInputElement>("radio", { name: "数值", checked: true })).toBeDefined();
});
