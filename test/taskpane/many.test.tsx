// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { readDocx } from "../../src/host/docx/read-docx";
import { faultyWorkbooks } from "../app/overview/faulty-workbooks";
import { report } from "../support/sample-report";
import { buildXlsx } from "../support/xlsx-builder";
import { showPane } from "./render";

const WORKBOOKS = faultyWorkbooks(3, 4, 3);
const FILES = WORKBOOKS.map(
  ({ file, grid }) => new File([new Uint8Array(buildXlsx(grid))], file.split("/").at(-1) ?? ""),
);

/** What the pane hands to the browser to be saved. */
function watchSaving(): Blob[] {
  const saved: Blob[] = [];
  vi.stubGlobal(
    "URL",
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    }),
  );
  return saved;
}

// What the pane loads when it is asked for is loaded before, so that no wait depends on how busy the machine is.
beforeAll(async () => {
  await import("../../src/taskpane/many/ManyView");
  await import("../../src/app/review/opinion-docx");
  await import("../../src/app/review/opinion");
}, 60_000);

afterEach(() => vi.unstubAllGlobals());

describe("更多 › 多个工作簿", () => {
  it("leads from files to the printed opinions in five clicks, with the same numbers everywhere", async () => {
    const saved = watchSaving();
    const { user } = showPane(report({}));
    const click = vi.spyOn(user, "click");
    await user.click(screen.getByRole("tab", { name: "更多" }));
    await user.click(await screen.findByRole("tab", { name: "多个工作簿" }));
    await user.click(await screen.findByRole("button", { name: /^选择文件：/ }));
    await user.upload(screen.getByLabelText("各单位的工作簿和公开文档"), FILES);
    const totals = await screen.findByText(/^共 3 个工作簿/, {}, { timeout: 30_000 });
    await user.click(screen.getByRole("button", { name: "审核意见（Word）" }));
    expect(await screen.findByText("已保存“审核意见.docx”。", {}, { timeout: 30_000 })).toBeDefined();
    expect(click.mock.calls.length).toBeLessThanOrEqual(5);

    const errors = (cards: readonly string[]): number => cards.filter((kind) => kind === "error").length;
    const all = WORKBOOKS.reduce((sum, { cards }) => sum + errors(cards), 0);
    expect(totals.textContent).toContain(`合计 ${all} 处错误`);
    const counts = screen
      .getAllByRole("button", { name: /处错误/ })
      .map((row) => /(\d+) 处错误/.exec(row.textContent)?.[1]);
    expect(counts.map(Number).sort()).toEqual(
      WORKBOOKS.map(({ cards }) => errors(cards))
        .filter(Boolean)
        .sort(),
    );
    const { document } = readDocx(new Uint8Array(await saved[0]!.arrayBuffer()));
    const rows = document.blocks.flatMap((block) => (block.kind === "table" ? block.rows.length - 1 : []));
    const asked = WORKBOOKS.map(({ cards }) => cards.filter((kind) => kind !== "hint").length).filter(Boolean);
    expect(rows.sort()).toEqual(asked.sort());
    await user.click(screen.getByRole("tab", { name: "按规则" }));
    const panel = screen.getByRole("tabpanel", { name: "按规则" });
    const tallies = within(panel)
      .getAllByRole("button")
      .map((row) => Number(/(\d+) 处 ·/.exec(row.textContent)?.[1]));
    expect(tallies.reduce((sum, count) => sum + count, 0)).toBe(WORKBOOKS.flatMap(({ cards }) => cards).length);
  });

  it("keeps the results when the part is opened again, and compares with what was sent before", async () => {
    const { user } = showPane(report({}));
    await user.click(screen.getByRole("tab", { name: "更多" }));
    await user.click(await screen.findByRole("tab", { name: "多个工作簿" }));
    expect(await screen.findByText(/^共 3 个工作簿/, {}, { timeout: 30_000 })).toBeDefined();
    await user.upload(screen.getByLabelText(/^上次送审的工作簿/), FILES);
    expect(await screen.findByText(/^与上次相比：改好 0 处/, {}, { timeout: 30_000 })).toBeDefined();
    await user.selectOptions(screen.getByLabelText("部门汇总工作簿"), "单位001.xlsx");
    await user.click(await screen.findByRole("tab", { name: "汇总核对" }));
    expect(screen.getByText(/处与各单位合计不符/)).toBeDefined();
  });
});
