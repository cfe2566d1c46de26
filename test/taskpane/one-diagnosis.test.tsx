// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { checkGrid } from "../../src/app/check-workbook";
import { reportSheet } from "../../src/app/overview/report-sheet";
import type { CardSummary } from "../../src/app/overview/model";
import { jsonWorkbook } from "../../src/cli/json-report";
import { textReport } from "../../src/cli/text-report";
import type { CheckReport } from "../../src/app/check-report";
import type { WorkbookGrid } from "../../src/core/model/grid";
import { caseGrid, loadCase } from "../support/cases";
import { changedGrid, type Change } from "../support/changes";
import { loadPlace, placeGrid } from "../support/places";
import { checkedPane } from "./render";

const SOUND: WorkbookGrid = caseGrid(loadCase("2022-zibo"));
const Z01 = "公开01表 收入支出决算总表";
const Z02 = "公开02表 收入决算表";
const Z03 = "公开03表 支出决算表";
const Z05 = "公开05表 一般公共预算财政拨款支出决算表";

/** Workbooks with a cause of every sort, and words that must be said of it. */
const WORKBOOKS: readonly (readonly [string, () => WorkbookGrid, RegExp])[] = [
  ["a slip", () => changed({ cell: { sheet: Z03, row: 7, column: 2 }, content: 9646.96 }), /应为\u00a09,664\.96，现为/],
  ["a due blank", () => changed({ cell: { sheet: Z01, row: 32, column: 2 }, content: null }), /待填\u00a010,839\.03/],
  [
    "two rows of one sum without figures",
    () =>
      changed(
        ...[11, 12].flatMap((row) => [2, 3].map((column) => ({ cell: { sheet: Z02, row, column }, content: null }))),
      ),
    /待填，同一合计中有几处空白，无法分别推算：公开02表 · C12、公开02表 · C13/,
  ],
  [
    "a wrong unit word",
    () => changed({ cell: { sheet: Z05, row: 2, column: 4 }, content: "单位：元" }),
    /金额单位应改为“万元”/,
  ],
  ["figures beside the wrong rows", () => placeGrid(loadPlace("2025-putuo-culture")), /与科目错行：偏高 2 行/],
];

function changed(...changes: readonly Change[]): WorkbookGrid {
  return changedGrid(SOUND, changes);
}

/** What each way of showing a report says of its cards, line breaks and all but kind, title and detail left out. */
async function paneCards(report: CheckReport): Promise<readonly string[]> {
  const { user } = await checkedPane(report);
  const hints = screen.queryByRole("button", { name: /^提示\d+ 处$/ });
  if (hints) await user.click(hints);
  return within(screen.getByRole("group", { name: "核对发现" }))
    .getAllByRole("button", { expanded: false })
    .filter((button) => button.hasAttribute("data-problem"))
    .map((button) => button.textContent);
}

describe("one diagnosis", () => {
  it.each(WORKBOOKS)(
    "of %s reads the same in pane, report sheet, command line and JSON",
    async (_what, load, words) => {
      const report = checkGrid(load());
      const { causes } = jsonWorkbook("a.xlsx", report, false) as { readonly causes: readonly CardSummary[] };
      const text = textReport("a.xlsx", report, false);
      const sheet = reportSheet(report).rows.map((row) => row.map((cell) => String(cell.content ?? "")).join("|"));
      const pane = await paneCards(report);

      expect(causes.some(({ title, detail }) => words.test(`${title} ${detail ?? ""}`))).toBe(true);
      expect(pane).toHaveLength(causes.length);
      for (const [index, { title, detail = "" }] of causes.entries()) {
        expect(pane[index]).toContain(title);
        expect(pane[index]).toContain(detail);
        expect(sheet.join("\n")).toContain(`${title}${detail === "" ? "" : `\n${detail}`}`);
        expect(text).toContain(title);
      }
    },
  );
});
