// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { explain, EMPTY_STATE, parseState, serialiseState } from "../../src/app/workbook-state";
import { FINDINGS, report, sampleReport } from "../support/sample-report";
import { checkedPane, showPane } from "./render";

const NOW = new Date(2023, 6, 31, 9, 5);
const explained = (text: string, figures?: string): string => {
  const state = explain(EMPTY_STATE, FINDINGS.reception, report({}).book, text, NOW);
  const explanations = Object.fromEntries(
    Object.entries(state.explanations).map(([key, kept]) => [key, { ...kept, figures: figures ?? kept.figures }]),
  );
  return serialiseState({ ...state, explanations });
};
const verdict = (): string | null => screen.getByRole("status", { name: "检查结论" }).textContent;

describe("explanations in the pane", () => {
  it("count as 已说明, on the verdict, the card and the filter", async () => {
    const { user } = await checkedPane(sampleReport(), explained("含上年未结算费用"));
    expect(verdict()).toBe("2 处错误 · 1 条提示 · 1 处已说明 · 涉及 5 项核对 · 其余 24 项核对通过 · 2 项未核对");
    expect(screen.getByRole("button", { name: /^已说明30217/ })).toBeDefined();
    await user.click(screen.getByRole("button", { name: "已说明 1" }));
    expect(screen.queryByRole("button", { name: /^已说明30217/ })).toBeNull();
  });

  it("written in the card take effect at once", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: /^待核实30217/ }));
    await user.click(screen.getByRole("button", { name: "写核实说明" }));
    await user.type(screen.getByRole("textbox", { name: "核实说明" }), "经核对凭证无误");
    await user.click(screen.getByRole("button", { name: "保存说明" }));
    expect(verdict()).toContain("1 处已说明");
    expect(await parseState(host.state)).toMatchObject({ kind: "ready" });
    expect(host.state).toContain("经核对凭证无误");
  });

  it("are listed with when they were written and how they stand", async () => {
    const { user } = await checkedPane(sampleReport(), explained("含上年未结算费用"));
    await user.click(screen.getByRole("button", { name: "核实说明1 条" }));
    const entry = screen.getByText("含上年未结算费用").closest("li");
    expect(entry?.textContent).toContain("已说明 · 写于 2023年7月31日 09:05");
  });

  it("of other figures ask for themselves again", async () => {
    const { user } = await checkedPane(sampleReport(), explained("旧说明", "1|2"));
    expect(verdict()).toContain("1 处待核实");
    await user.click(screen.getByRole("button", { name: "核实说明1 条" }));
    expect(screen.getByText(/数据已变动，请重新核实/)).toBeDefined();
  });

  it("of findings that are gone can be taken away", async () => {
    const { host, user } = await checkedPane(report({ findings: [FINDINGS.row] }), explained("旧说明"));
    await user.click(screen.getByRole("button", { name: "核实说明1 条" }));
    expect(screen.getByText(/所说明的问题已不存在/)).toBeDefined();
    expect(screen.getByText(FINDINGS.reception.message)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "删除说明" }));
    expect(screen.queryByRole("button", { name: /^核实说明/ })).toBeNull();
    expect(await parseState(host.state)).toEqual({ kind: "ready", state: EMPTY_STATE });
  });

  it("of a newer version are said and left alone", async () => {
    const newer = '{"version":99,"explanations":{"x":1}}';
    const { host } = await checkedPane(sampleReport(), newer);
    expect(screen.getByText(/核实说明和设置由更新版本的助手写入，本版本不改动/)).toBeDefined();
    expect(host.state).toBe(newer);
  });
});

it("live checking is remembered, but not over a newer version's state", async () => {
  const newer = '{"version":99}';
  const { host, user } = showPane(sampleReport(), newer);
  await user.click(screen.getByRole("switch", { name: "随改随查" }));
  expect(host.listeners).toBe(1);
  expect(host.state).toBe(newer);
});

it("the focus goes into the text and returns to where writing began", async () => {
  const { user } = await checkedPane(sampleReport());
  await user.click(screen.getByRole("button", { name: /^待核实30217/ }));
  await user.click(screen.getByRole("button", { name: "写核实说明" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "核实说明" }));
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "写核实说明" }));
});
