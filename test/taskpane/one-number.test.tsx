// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { checkGrid } from "../../src/app/check-workbook";
import { overviewHtml } from "../../src/app/overview/html";
import { buildOverview } from "../../src/app/overview/overview";
import { summariseWorkbook } from "../../src/app/overview/summarise-workbook";
import { tableOverview } from "../../src/app/table-overview";
import { faultyWorkbooks } from "../app/overview/faulty-workbooks";
import { checkedPane } from "./render";

const KINDS = [
  ["error", "错误", "处错误"],
  ["verify", "待核实", "处待核实"],
  ["hint", "提示", "条提示"],
] as const;

/** The number before the words, 0 where they are not there. */
const before = (text: string | null, words: string): number =>
  Number(new RegExp(`(\\d+) ${words}`).exec(text ?? "")?.[1] ?? 0);

it("says the same number of everything in head, filters, groups, cards, chips and overview", async () => {
  const workbook = faultyWorkbooks(12, 5, 3).find(({ cards }) => cards.length > 5)!;
  const report = checkGrid(workbook.grid);
  const { user } = await checkedPane(report);
  const head = screen.getByRole("status", { name: "检查结论" }).textContent;
  const page = overviewHtml(buildOverview([summariseWorkbook("a.xlsx", report)], new Date()));
  for (const folded of screen.getAllByRole("button", { expanded: false })) {
    if (/^(提示|尾差)\d+ 处/.test(folded.textContent)) await user.click(folded);
  }
  const list = screen.getByRole("group", { name: "核对发现" });
  for (const [kind, word, inHead] of KINDS) {
    const count = workbook.cards.filter((one) => one === kind).length;
    expect(before(head, inHead), `${word} in head`).toBe(count);
    const filter = screen.queryByRole("button", { name: new RegExp(`^${word} \\d+$`) })?.textContent;
    expect(Number(/\d+$/.exec(filter ?? "0")?.[0]), `${word} on the filter`).toBe(count);
    const cards = list.querySelectorAll("[data-problem]");
    expect([...cards].filter((card) => card.textContent.startsWith(word)).length, `cards of ${word}`).toBe(count);
    const marks = page.match(new RegExp(`<span class="mark ${kind}">`, "g")) ?? [];
    expect(marks, `${word} in the overview`).toHaveLength(count);
  }
  const groups = within(list)
    .getAllByRole("region")
    .map((group) => before(group.getAttribute("aria-label"), "处"));
  expect(groups.reduce((sum, count) => sum + count, 0)).toBe(workbook.cards.length);
  const chips = tableOverview(report).reduce((sum, { errors }) => sum + errors, 0);
  expect(chips, "errors on the chips").toBe(workbook.cards.filter((kind) => kind === "error").length);
});
