import { expect } from "vitest";
import type { Frame, Page } from "playwright-core";
import { parseA1 } from "../../src/core/model/cell";
import { DEMO_TEXT } from "../../src/text/demo";

/** The task pane's frame in the demo page, once the pane is drawn. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.getByTitle(DEMO_TEXT.pane).elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error("the demo page has no pane");
  await frame.getByRole("button").first().waitFor();
  return frame;
}

/** The spreadsheet of the demo page, as a user sees and uses it. */
export class SheetView {
  constructor(private readonly page: Page) {}

  async ready(): Promise<void> {
    await this.page.locator(".fortune-sheet-canvas").waitFor();
  }

  /** Chooses a file of the user's. */
  async open(name: string, bytes: Uint8Array): Promise<void> {
    const mimeType = "application/octet-stream";
    await this.page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  }

  /** Waits until that sheet is shown with that cell selected, as tab and name box tell, and the cell can be seen. */
  async expectSelected(sheet: string, cell: string): Promise<void> {
    const shown = async () => [
      (await this.page.locator('.demo-tabs [aria-selected="true"]').innerText()).trim(),
      (await this.page.locator(".fortune-name-box").innerText()).trim(),
      await this.page.evaluate(selectedCellInView),
    ];
    await expect.poll(shown).toEqual([sheet, cell, "in view"]);
  }

  /** Goes to a sheet by its tab and to a cell with the arrow keys, down column A and then to the right. */
  async goTo(sheet: string, cell: string): Promise<void> {
    await this.page
      .getByRole("tablist", { name: DEMO_TEXT.sheets })
      .getByRole("tab", { name: sheet, exact: true })
      .click();
    await this.page.locator(".fortune-cell-area").click({ position: { x: 10, y: 10 } });
    await this.expectSelected(sheet, "A1");
    const { row, column } = parseA1(cell);
    for (let step = 0; step < row; step++) await this.page.keyboard.press("ArrowDown");
    for (let step = 0; step < column; step++) await this.page.keyboard.press("ArrowRight");
    await this.expectSelected(sheet, cell);
  }

  /** What the formula bar shows. */
  async contentOfSelected(): Promise<string> {
    return (await this.page.locator(".fortune-fx-input").innerText()).trim();
  }

  /** Types over the selected cell and confirms with Enter. */
  async typeIntoSelected(text: string): Promise<void> {
    const box = await this.page.locator(".luckysheet-cell-selected").first().boundingBox();
    if (!box) throw new Error("no cell is selected");
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Replaces the words in the selected cell, as an input method brings them. */
  async enterWordsIntoSelected(words: string): Promise<void> {
    const box = await this.page.locator(".luckysheet-cell-selected").first().boundingBox();
    if (!box) throw new Error("no cell is selected");
    await this.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    // The grid opens its editor on the old text some time after the clicks.
    await this.page.waitForFunction(() => {
      const editor = document.activeElement;
      return editor?.matches(".luckysheet-cell-input") === true && editor.textContent !== "";
    });
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(words);
    await this.page.keyboard.press("Enter");
  }

  /** The drawn sheet, to compare. */
  async picture(): Promise<string> {
    return this.page.locator(".fortune-sheet-canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  }
}

/** What becomes of the selected cell on the page: all of it, or as much as there is room for, is drawn and not covered. */
function selectedCellInView(): string {
  const area = document.querySelector(".fortune-cell-area")?.getBoundingClientRect();
  const cell = document.querySelector(".fortune-cell-area .luckysheet-cell-selected")?.getBoundingClientRect();
  if (!area || !cell) return "not selected";
  const right = Math.min(cell.right, cell.left + area.width);
  const bottom = Math.min(cell.bottom, cell.top + area.height);
  // The frame around the cell is drawn over its neighbours.
  const frame = 2;
  const isInside =
    cell.left >= area.left - frame &&
    cell.top >= area.top - frame &&
    right <= area.right + frame &&
    bottom <= area.bottom + frame;
  if (!isInside)
    return `at ${Math.round(cell.left)}–${Math.round(right)}, ${Math.round(cell.top)}–${Math.round(bottom)}`;
  const onTop = document.elementFromPoint((cell.left + right) / 2, (cell.top + bottom) / 2);
  return onTop?.closest(".demo-grid") ? "in view" : "covered";
}
