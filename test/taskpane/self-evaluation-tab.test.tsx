// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { checkGrid } from "../../src/app/check-workbook";
import type { CheckReport } from "../../src/app/check-report";
import zibo from "../cases/2022-zibo.json";
import { caseGrid, type CaseFile } from "../support/cases";
import { report } from "../support/sample-report";
import { checkedPane, showPane } from "./render";

const HOTLINE = "市民投诉中心-全市政务服务热线平台和运行保障专项";

describe("自评", () => {
  let published: CheckReport;
  beforeAll(() => {
    published = checkGrid(caseGrid(zibo as unknown as CaseFile));
  });

  async function openTab(): Promise<ReturnType<typeof checkedPane> extends Promise<infer P> ? P : never> {
    const pane = await checkedPane(published);
    await pane.user.click(screen.getByRole("tab", { name: "自评" }));
    await screen.findByRole("table", { name: "各项目自评" });
    return pane;
  }

  it("says what it needs before a check and without forms", async () => {
    const { user } = showPane(report({}));
    await user.click(screen.getByRole("tab", { name: "自评" }));
    expect(await screen.findByText("检查之后，这里列出各项目自评表的总分、等级和问题。")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "检查" }));
    expect(screen.getByText("本工作簿没有项目支出绩效自评表")).toBeDefined();
  });

  it("lists all projects with total, grade and number of findings", async () => {
    await openTab();
    expect(screen.getByText("4 个项目 · 1 个有错误 · 1 个待核实")).toBeDefined();
    const rows = within(screen.getByRole("table", { name: "各项目自评" })).getAllByRole("row");
    expect(rows).toHaveLength(5);
    expect(rows[1]?.textContent).toBe(`${HOTLINE}100优1`);
    expect(within(rows[1]!).getByRole("img", { name: "1 处错误" })).toBeDefined();
    expect(rows[2]?.textContent).toMatch(/100优无$/);
  });

  it("shows a project's scores against those due, marks what differs, and goes to the cell", async () => {
    const { user } = await openTab();
    await user.click(screen.getByRole("button", { name: HOTLINE }));
    const table = screen.getByRole("table", { name: "得分明细" });
    const rows = within(table).getAllByRole("row");
    const scores = rows.map((row) =>
      within(row)
        .queryAllByRole("cell")
        .map((cell) => cell.textContent),
    );
    expect(rows[2]?.textContent).toContain("来电接通率指标 ≥95% · 完成 95%与应得不符");
    expect(scores[2]).toEqual(["15", "10", "15"]);
    expect(scores[1]).toEqual(["10", "10", "10"]);
    expect(rows.filter((row) => row.textContent.includes("与应得不符"))).toHaveLength(1);
    expect(scores.at(-1)).toEqual(["100", "95", ""]);
    await user.click(within(rows[2]!).getByRole("button", { name: "10" }));
    expect(screen.getByRole("alert").textContent).toContain("自评表-1");
    expect(screen.getAllByRole("region").map((region) => region.getAttribute("aria-label"))).toEqual([
      `${HOTLINE}，1 处`,
    ]);
  });

  it("returns to the list by Escape, to the project one came from", async () => {
    const { user } = await openTab();
    await user.click(screen.getByRole("button", { name: HOTLINE }));
    expect(document.activeElement?.textContent).toBe(HOTLINE);
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: HOTLINE }));
  });
});
