import { runAsJson } from "../../app/overview/earlier-run";
import type { CheckedWorkbook } from "../../app/overview/model";
import type { Overview } from "../../app/overview/overview";
import { timeWords } from "../../app/overview/wording";
import type { Opinion } from "../../app/review/opinion";
import { manyTexts } from "../../text/many";
import { reviewTexts } from "../../text/review";
import { saveFile } from "../narrative/save-file";

/** What can be saved of the results. */
export type Saved = keyof typeof manyTexts.fileNames;

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Makes a file of the results and saves it; answers its name, undefined where nothing can be saved here. */
export async function saveResult(what: Saved, overview: Overview): Promise<string | undefined> {
  const name = manyTexts.fileNames[what];
  const [bytes, type] = await contentOf(what, overview);
  return saveFile(name, bytes, type) ? name : undefined;
}

async function contentOf(what: Saved, overview: Overview): Promise<readonly [Uint8Array, string]> {
  const madeAt = timeWords(overview.madeAt);
  switch (what) {
    case "opinions":
      return [(await import("../../app/review/opinion-docx")).opinionsAsDocx(await opinionsOf(overview), madeAt), WORD];
    case "opinionSheets":
      return [
        (await import("../../app/review/opinion-sheets")).opinionsAsWorkbook(await opinionsOf(overview), madeAt),
        EXCEL,
      ];
    case "overview":
      return [(await import("../../app/overview/spreadsheet")).overviewWorkbook(overview), EXCEL];
    case "run":
      return [new TextEncoder().encode(runAsJson(overview.workbooks)), "application/json"];
  }
}

/** The opinion on one unit as a Word document. */
export async function saveOpinion(workbook: CheckedWorkbook, overview: Overview): Promise<string | undefined> {
  const { opinionsAsDocx } = await import("../../app/review/opinion-docx");
  const [opinion] = await opinionsOf({ ...overview, workbooks: [workbook] });
  if (!opinion) return undefined;
  const name = `${reviewTexts.fileName(opinion.unit)}.docx`;
  return saveFile(name, opinionsAsDocx([opinion], timeWords(overview.madeAt)), WORD) ? name : undefined;
}

async function opinionsOf({ workbooks, comparison }: Overview): Promise<readonly Opinion[]> {
  const { opinionOn } = await import("../../app/review/opinion");
  return workbooks.flatMap((workbook) =>
    workbook.kind === "checked" ? [opinionOn(workbook, comparison?.workbooks.get(workbook.file))] : [],
  );
}
