import { describe, expect, it } from "vitest";
import { demoFilesTexts } from "../../src/text/demo-files";
import { faultyWorkbooks } from "../app/overview/faulty-workbooks";
import { demoSession } from "../support/demo-session";
import { buildXlsx } from "../support/xlsx-builder";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("several files in the demo", () => {
  const demo = demoSession();

  it("are listed with their counts, the worst first, and open with a click", async () => {
    const { page } = demo;
    const workbooks = faultyWorkbooks(3, 4).map(({ file, grid, cards }) => ({
      name: file.split("/").at(-1)!,
      buffer: Buffer.from(buildXlsx(grid)),
      errors: cards.filter((severity) => severity === "error").length,
    }));
    await page
      .locator('.demo-bar input[type="file"]')
      .setInputFiles([
        ...workbooks.map(({ name, buffer }) => ({ name, buffer, mimeType: TYPE })),
        { name: "损坏.xlsx", mimeType: TYPE, buffer: Buffer.from("PK\u0003\u0004") },
      ]);
    const list = page.getByRole("region", { name: demoFilesTexts.title(4) });
    await list.waitFor();
    await expect.poll(() => list.getByText(demoFilesTexts.waiting).count()).toBe(0);
    const rows = await list
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)));
    expect(rows[0]?.[0]).toBe("损坏.xlsx");
    expect(rows[0]?.[2]).toContain("未能读取");
    const counted = rows.slice(1).map((row) => [row[0], Number(row[3])]);
    const expected = [...workbooks].sort((a, b) => b.errors - a.errors).map(({ errors }) => errors);
    expect(counted.map(([, errors]) => errors)).toEqual(expected);
    for (const { name, errors } of workbooks) expect(counted).toContainEqual([name, errors]);

    const { name } = workbooks[1]!;
    await list.getByRole("button", { name }).click();
    await page.getByRole("status").getByText(name, { exact: true }).waitFor();
    await list.getByRole("button", { name: demoFilesTexts.close }).click();
    expect(await list.count()).toBe(0);
  });
});
