import { normaliseLabel } from "../glossary/normalise";
import type { ReadingNote } from "../model/book";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "../model/form";
import type { SheetGrid } from "../model/grid";
import type { HotlineSheet } from "../model/hotline";
import type { GoalList, ScoreTable } from "../model/score-table";
import type { MoneyUnit } from "../model/quantity";
import type { ScoringKind } from "../model/table";
import { readHotline } from "./hotline/read-hotline";
import { readGoals } from "./score-table/read-goals";
import { readScoreTable } from "./score-table/read-score-table";
import { scoreTableOn } from "./score-table/recognise-score-table";
import { GridView } from "./self-evaluation/grid-view";
import { isForeignTitle, isFormTitle, isSummaryTitle } from "./self-evaluation/labels";
import { readSelfEvaluation } from "./self-evaluation/read-self-evaluation";

/** What a sheet that scores something holds; `kind` is absent where it is only a 绩效目标表, which is none of ours. */
export interface ScoringReading {
  readonly kind?: ScoringKind;
  readonly forms: readonly SelfEvaluationForm[];
  readonly departmentForms: readonly SelfEvaluationForm[];
  readonly summary?: SelfEvaluationSummary;
  readonly scoreTables: readonly ScoreTable[];
  readonly hotline: readonly HotlineSheet[];
  readonly goalLists: readonly GoalList[];
  readonly notes: readonly ReadingNote[];
}

const NOTHING = { forms: [], departmentForms: [], scoreTables: [], hotline: [], goalLists: [], notes: [] };

/** Reads a sheet as one that scores something; undefined where it is none. Money is converted to `moneyUnit`. */
export function readScoring(sheet: SheetGrid, moneyUnit: MoneyUnit): ScoringReading | undefined {
  const view = new GridView(sheet, moneyUnit);
  const hotline = readHotline(view);
  if (hotline) return { ...NOTHING, kind: hotline.sheet.kind, hotline: [hotline.sheet], notes: hotline.notes };
  const place = scoreTableOn(view);
  if (place) {
    const { table, notes } = readScoreTable(view, place);
    if (table.roots.length > 0) return { ...NOTHING, kind: place.kind, scoreTables: [table], notes };
  }
  const evaluation = readSelfEvaluation(sheet, moneyUnit);
  if (evaluation) return { ...NOTHING, ...evaluation };
  const goals = readGoals(view);
  return goals && { ...NOTHING, goalLists: [goals] };
}

const TITLE_ROWS = 6;
const SCORING_TITLE = /绩效.*评价.*(评分|得分)|(民生|政务)?热线|工单办理|12345|81890/;
/** What a title or header of a standard table may begin with, in a text short enough to be one. */
const TABLE_WORDS = /决算|财政拨款|三公/;

/**
 * Whether a sheet says at its top that it scores something and holds nothing that may be a standard table: then looking
 * for one is spared. A sheet that says so further down, or not at all, is looked through for tables first.
 */
export function isSurelyScoring({ name, values }: SheetGrid): boolean {
  let seen = 0;
  let titled = false;
  for (const row of values) {
    const texts = row.filter((value): value is string => typeof value === "string" && value.trim() !== "");
    if (texts.length === 0) continue;
    seen += 1;
    if (seen <= TITLE_ROWS && !titled) titled = texts.some((text) => isScoringTitle(normaliseLabel(text)));
    if (seen === TITLE_ROWS && !titled) return false;
    if (texts.some((text) => text.length <= 90 && TABLE_WORDS.test(text) && /表|公开/.test(text))) return false;
  }
  return titled && !/决算/.test(name);
}

function isScoringTitle(label: string): boolean {
  return (
    label.length <= 60 &&
    (isFormTitle(label) || isSummaryTitle(label) || isForeignTitle(label) || SCORING_TITLE.test(label))
  );
}
