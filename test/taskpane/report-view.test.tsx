// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FINDINGS, report } from "../support/sample-report";
import { checkedPane, showPane } from "./render";

async function openReport(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole("tab", { name: "更多" }));
  await user.click(await screen.findByRole("tab", { name: "核查报告" }));
}

describe("更多 › 核查报告", () => {
  it("says what it needs before a check", async () => {
    const { user } = showPane(report({}));
    await openReport(user);
    expect(await screen.findByText(/^检查之后/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "写入核查报告" })).toBeNull();
  });

  it("writes the findings into a sheet of the workbook", async () => {
    const { host, user } = await checkedPane(report({ findings: [FINDINGS.personnel] }));
    await openReport(user);
    await user.click(await screen.findByRole("button", { name: "写入核查报告" }));
    expect(await screen.findByText("已写入“核查报告”工作表。")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "转到该表" }));
    expect(host.selected.at(-1)).toEqual({ sheet: "核查报告", row: 0, column: 0 });
    const { sheets } = await host.read({ sheets: ["核查报告"] });
    expect(sheets[0]?.values.flat()).toContain(FINDINGS.personnel.message);
  });

  it("says what stands in the way, and loses nothing", async () => {
    const { host, user } = await checkedPane(report({ findings: [FINDINGS.personnel] }));
    host.fail("putSheet", "sheetExists", { sheet: "核查报告" });
    await openReport(user);
    await user.click(await screen.findByRole("button", { name: "写入核查报告" }));
    expect(await screen.findByText(/已有同名工作表/)).toBeDefined();
    expect(screen.queryByText("已写入“核查报告”工作表。")).toBeNull();
  });
});
