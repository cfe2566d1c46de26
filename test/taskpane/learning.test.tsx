// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { checkGrid } from "../../src/app/check-workbook";
import type { CheckReport } from "../../src/app/check-report";
import { familiesOf } from "../../src/core/learning/families";
import { RULES } from "../../src/core/rules";
import zibo from "../cases/2022-zibo.json";
import { caseGrid, type CaseFile } from "../support/cases";
import { checkedPane, showPane } from "./render";

describe("规则学习", () => {
  let published: CheckReport;
  beforeAll(() => {
    published = checkGrid(caseGrid(zibo as unknown as CaseFile));
  });

  const ruleButtons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("button[data-rule]")];

  it("has a card for every rule, with an example and its correction, before any check", async () => {
    const { user } = showPane();
    await user.click(screen.getByRole("tab", { name: "更多" }));
    await screen.findByText(`全部 ${String(RULES.length)} 条核对规则。`, { exact: false });
    for (const { title: family } of familiesOf(RULES)) {
      await user.click(screen.getByRole("button", { name: new RegExp(`^${family}`) }));
    }
    expect(
      ruleButtons()
        .map((button) => button.dataset["rule"])
        .sort(),
    ).toEqual(RULES.map(({ id }) => id).sort());
    await user.click(ruleButtons().find((button) => button.dataset["rule"] === "Z06-02")!);
    const example = await screen.findByRole("region", { name: "错例" });
    expect(example.textContent).toContain("人员经费合计比 301+303 少 2.00 万元");
    expect(example.textContent).toContain("40.00 → 42.00");
  });

  it("finds a rule by a word and says when there is none", async () => {
    const { user } = showPane();
    await user.click(screen.getByRole("tab", { name: "更多" }));
    const search = await screen.findByRole("searchbox", { name: "按名称查找规则" });
    await user.type(search, "行次");
    expect(ruleButtons().map((button) => button.dataset["rule"])).toEqual(["F-06"]);
    await user.type(search, "没有");
    expect(screen.getByText("没有这样的规则，请换一个词。")).toBeDefined();
  });

  it("steps through a rule's cells with their arithmetic, marks them and takes the marks away", async () => {
    const { host, user } = await checkedPane(published);
    await user.click(screen.getByRole("tab", { name: "更多" }));
    const broken = await screen.findByRole("button", { name: /^本工作簿不符的规则/ });
    const row = within(broken.closest("section")!).getByRole("button", { name: /人员经费/ });
    await user.click(row);
    const here = await screen.findByRole("region", { name: "在本工作簿中" });
    expect(within(here).getByRole("status").textContent).toBe("第 1 项，共 2 项");
    expect(within(here).getByRole("table", { name: "核算" }).textContent).toContain("4,863.84");
    await user.click(within(here).getByRole("button", { name: "标出这些单元格" }));
    expect(host.highlights.map(({ role }) => role)).toContain("related");
    const first = host.highlights;
    await user.click(within(here).getByRole("button", { name: "下一项" }));
    expect(within(here).getByRole("status").textContent).toBe("第 2 项，共 2 项");
    expect(host.highlights).not.toEqual(first);
    await user.click(screen.getByRole("button", { name: "全部规则" }));
    expect(host.highlights).toEqual([]);
    expect((document.activeElement as HTMLElement).dataset["rule"]).toBe("Z06-02");
  });

  it("opens the same lesson from a finding", async () => {
    const { user } = await checkedPane(published);
    await user.click(screen.getAllByRole("button", { name: /人员经费合计比/ })[0]!);
    await user.click(screen.getByRole("button", { name: "了解规则" }));
    expect((await screen.findByRole("region", { name: "错例" })).textContent).toContain("漏加 303");
    expect(screen.getByRole("region", { name: "在本工作簿中" })).toBeDefined();
  });
});
