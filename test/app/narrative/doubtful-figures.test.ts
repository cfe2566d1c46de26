import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { draftAsDocx } from "../../../src/app/narrative/docx";
import { withDoubts } from "../../../src/app/narrative/doubtful-figures";
import { publicationAsDocx } from "../../../src/app/publication/publication-docx";
import { readAsset } from "../../../src/cli/draft";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import type { NarrativeDraft } from "../../../src/core/narrative/model";
import { publicationOf } from "../../../src/core/publication/publication";
import { readBook } from "../../../src/core/reading/read-book";
import { caseGrid, loadCase } from "../../support/cases";
import { draftOf } from "../../core/narrative/draft-case";

const GRID = caseGrid(loadCase("2021-luozhuang"));

/** 基本支出 of 支出决算表's 合计 as another figure. */
function spoiled(): WorkbookGrid {
  const figure = readBook(GRID).tables.get("Z03")?.byKey.get("total")?.figures.get("basic");
  if (!figure) throw new Error("no 合计");
  const { sheet, row, column } = figure.cell;
  return {
    sheets: GRID.sheets.map((one) =>
      one.name === sheet
        ? {
            ...one,
            values: one.values.map((cells, r) =>
              cells.map((cell, c) => (r === row - one.top && c === column - one.left ? Number(cell) + 54 : cell)),
            ),
          }
        : one,
    ),
  };
}

const drafted = (grid: WorkbookGrid): NarrativeDraft => withDoubts(draftOf(readBook(grid)), checkGrid(grid));
const doubted = ({ sections }: NarrativeDraft): readonly string[] =>
  sections
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans))
    .flatMap((span) => (span.kind === "figure" && span.doubt !== undefined ? [span.key] : []));

describe("figures from cells that the check calls wrong", () => {
  const draft = drafted(spoiled());

  it("are marked, with what the check says, and named in one warning", () => {
    expect(doubted(draft)).toContain("基本支出.金额");
    expect(doubted(draft).every((key) => key.startsWith("基本支出"))).toBe(true);
    expect(draft.warnings.filter((warning) => warning.includes("核对不符"))).toHaveLength(1);
    expect(draft.warnings.at(-1)).toMatch(/公开03表 支出决算表.*[A-Z]\d+/);
  });

  it("are highlighted in Word, in the text alone and in the whole document", async () => {
    const [text = ""] = draft.sections
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans))
      .flatMap((span) => (span.kind === "figure" && span.key === "基本支出.金额" ? [`${span.text}${span.unit}`] : []));
    const alone = await draftAsDocx(draft, await readAsset("narrative.docx"));
    const grid = spoiled();
    const whole = publicationAsDocx(publicationOf({ book: readBook(grid), grid, draft }));
    for (const bytes of [alone, whole]) {
      const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
      const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].filter((run) => run[1]?.includes(`>${text}<`));
      expect(runs.length).toBeGreaterThan(0);
      expect(runs.every((run) => run[1]?.includes("w:highlight") === true)).toBe(true);
    }
  });

  it("are none in a workbook that adds up", () => {
    const clean = drafted(GRID);
    expect(doubted(clean)).toEqual([]);
    expect(clean).toEqual(draftOf(readBook(GRID)));
  });
});
