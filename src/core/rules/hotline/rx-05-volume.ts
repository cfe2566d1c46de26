import type { CaseRow, CaseSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule } from "../../model/rule";
import { CaseScores, VOLUME_TOP } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { eachCaseSheet, scoreColumn, type ScoreColumn } from "./sheet-checks";

const COLUMN: ScoreColumn = {
  column: "volume",
  name: "承办量得分",
  inputs: ["cases"],
  due: (scores, row) => scores.volume(row),
};

export const rule: Rule = {
  id: "RX-05",
  title: "承办量得分",
  statement:
    "承办量得分按单位类别和本月承办工单数所在的档次确定；街道 140 件、镇 70 件、部门 60 件两档都写到，得 4.5 分或 5 分都可以（默认 4.5 分，可设置）。",
  formula: "街道 140、镇 70、部门 60 件以上得 5 分，逐档减 0.5 分，最低 2 分",
  severity: "error",
  basis: HOTLINE,
  rationale: "类别弄错，或者承办数变动跨了档没有改得分。",
  remedy: "按类别查档次，更正得分。",
  scope: ["RX1"],
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX1"], ["volumeTop", "bracket"]);
    yield* eachCaseSheet(book, (sheet) => volumes(sheet, hotline));
  },
};

/** A number that stands in two brackets is right either way, and said. */
function* volumes(sheet: CaseSheet, settings: HotlineSettings): Iterable<Check> {
  const scores = new CaseScores(sheet, settings);
  const onBorder = (row: CaseRow): boolean => {
    const unitClass = scores.bracketClass(row);
    const cases = row.figures.get("cases");
    const figure = row.figures.get("volume");
    if (!unitClass || cases?.kind !== "amount" || !cases.value.eq(VOLUME_TOP[unitClass])) return false;
    return figure?.kind === "amount" && (figure.value.eq("4.5") || figure.value.eq(5));
  };
  const border = sheet.columns.has("volume") ? sheet.rows.filter(onBorder) : [];
  for (const row of border) {
    const figure = row.figures.get("volume");
    const how = figure?.value.eq(5) ? "计入“以上”，得 5 分" : "计入下一档，得 4.5 分";
    if (!figure) continue;
    yield { kind: "choice", said: `${row.unit.text} ${row.figures.get("cases")?.raw ?? ""} 件在两档之间，${how}` };
    yield holds([figure.cell]);
  }
  yield* scoreColumn({ ...sheet, rows: sheet.rows.filter((row) => !border.includes(row)) }, settings, COLUMN);
}
