import type { Frame } from "playwright-core";
import { describe, expect, it } from "vitest";
import { EXERCISE_TEXT } from "../../src/text/exercise";
import { zh } from "../../src/text/zh";
import { demoSession } from "../support/demo-session";

describe("every finding shows its cell", () => {
  const demo = demoSession();

  /** The places the cards of a workbook just opened name first, one a card. */
  const checked = async (): Promise<{ readonly pane: Frame; readonly places: readonly string[] }> => {
    const pane = await demo.pane();
    await pane.getByRole("button", { name: zh.head.check, exact: true }).click();
    await pane.getByRole("group", { name: zh.list.label }).waitFor();
    // Hints are folded away.
    for (const folded of await pane
      .locator('h2 button[aria-expanded="false"]')
      .filter({ hasText: zh.list.standing.hint })
      .all()) {
      await folded.click();
    }
    const places = await pane
      .locator("li:has([data-problem])")
      .evaluateAll((cards) =>
        cards.flatMap((card) => card.querySelector("button[title]")?.getAttribute("title") ?? []),
      );
    expect(places.length).toBeGreaterThan(3);
    return { pane, places };
  };

  /** Clicks the places one after the other, each from where the one before has left the sheet. */
  const expectEachInView = async (pane: Frame, places: readonly string[]): Promise<void> => {
    for (const place of places) {
      await pane.getByRole("list").getByTitle(place, { exact: true }).first().click();
      const [sheet = "", cell = ""] = place.split(zh.place("|", "|").slice(1, -1));
      await demo.sheet.expectSelected(sheet, cell);
    }
  };

  it("of the sample, on sheets not shown before and on sheets the user has been on", async () => {
    const { pane, places } = await checked();
    await expectEachInView(pane, places);
    for (const tab of await demo.page.locator(".demo-tabs button").all()) await tab.click();
    await expectEachInView(pane, [...places].reverse());
  });

  it("of the exercise", async () => {
    await demo.page.getByRole("button", { name: EXERCISE_TEXT.open, exact: true }).click();
    await demo.page.getByRole("region", { name: EXERCISE_TEXT.region }).getByRole("status").waitFor();
    await demo.sheet.ready();
    const { pane, places } = await checked();
    await expectEachInView(pane, places);
  });
});
