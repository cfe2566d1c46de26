import type { CardSummary, CauseKey, WorkbookSummary } from "./model";

/** What of one kind was found over all workbooks. */
export interface Tally<K> {
  readonly key: K;
  readonly cards: number;
  /** Of the cards, those to correct, to fill in and to verify. */
  readonly errors: number;
  readonly toFill: number;
  readonly verify: number;
  /** Files of the workbooks it was found in. */
  readonly files: readonly string[];
}

/** Cards over all workbooks by rule, the most frequent first. */
export function byRule(workbooks: readonly WorkbookSummary[]): readonly (Tally<string> & { readonly title: string })[] {
  const titles = new Map(workbooks.flatMap(cardsOf).map(({ rule, ruleTitle }) => [rule, ruleTitle]));
  return tally(workbooks, ({ rule }) => rule).map((row) => ({ ...row, title: titles.get(row.key) ?? "" }));
}

/** Cards over all workbooks by what is at the bottom of them, the most frequent first. */
export function byCause(workbooks: readonly WorkbookSummary[]): readonly Tally<CauseKey>[] {
  return tally(workbooks, ({ cause }) => cause);
}

function tally<K>(workbooks: readonly WorkbookSummary[], keyOf: (card: CardSummary) => K): readonly Tally<K>[] {
  const rows = new Map<K, Tally<K> & { files: string[] }>();
  for (const workbook of workbooks) {
    for (const card of cardsOf(workbook)) {
      const key = keyOf(card);
      const row = rows.get(key) ?? { key, cards: 0, errors: 0, toFill: 0, verify: 0, files: [] };
      if (row.files.at(-1) !== workbook.file) row.files.push(workbook.file);
      rows.set(key, {
        ...row,
        cards: row.cards + 1,
        errors: row.errors + (card.kind === "error" ? 1 : 0),
        toFill: row.toFill + (card.kind === "toFill" ? 1 : 0),
        verify: row.verify + (card.kind === "verify" ? 1 : 0),
      });
    }
  }
  return [...rows.values()].sort((a, b) => b.errors - a.errors || b.cards - a.cards);
}

/** The cards of a workbook; none where it could not be read. */
export function cardsOf(workbook: WorkbookSummary): readonly CardSummary[] {
  return workbook.kind === "checked" ? workbook.cards : [];
}
