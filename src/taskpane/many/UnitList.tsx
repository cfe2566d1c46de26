import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { WorkbookComparison } from "../../app/overview/compare-runs";
import type { CheckedWorkbook, WorkbookSummary } from "../../app/overview/model";
import { verdictOf, type Overview } from "../../app/overview/overview";
import { below } from "../../app/overview/paths";
import { cellWords, changeOf, kindWord, sheetWord } from "../../app/overview/wording";
import { manyTexts } from "../../text/many";
import { overviewTexts } from "../../text/overview";
import { zh } from "../../text/zh";
import { Section } from "../components/Section";
import { saveOpinion } from "./save-results";

/** Units drawn at first, and more at each step; cards drawn of one unit. */
const STEP = 50;
const CARDS_SHOWN = 30;

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, margin: 0, padding: 0 },
  item: { listStyleType: "none" },
  cards: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

/** 按单位: the files, the worst first; each opens to its cards and its opinion. */
export function UnitList({
  overview,
  onSaved,
}: {
  readonly overview: Overview;
  readonly onSaved: (name: string | undefined) => void;
}): ReactNode {
  const styles = useStyles();
  const [shown, setShown] = useState(STEP);
  const { workbooks, comparison, folder } = overview;
  return (
    <>
      <ul className={styles.list}>
        {workbooks.slice(0, shown).map((workbook) => (
          <li key={workbook.file} className={styles.item}>
            <Section title={titleOf(workbook, folder)} count={countOf(workbook)}>
              {workbook.kind === "unread" ? (
                <p className={styles.quiet}>{workbook.reason}</p>
              ) : (
                <Unit
                  workbook={workbook}
                  overview={overview}
                  compared={comparison ? (comparison.workbooks.get(workbook.file) ?? "new") : undefined}
                  onSaved={onSaved}
                />
              )}
            </Section>
          </li>
        ))}
      </ul>
      {workbooks.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {manyTexts.more(workbooks.length - shown)}
        </Button>
      ) : null}
    </>
  );
}

function Unit({
  workbook,
  overview,
  compared,
  onSaved,
}: {
  readonly workbook: CheckedWorkbook;
  readonly overview: Overview;
  readonly compared: WorkbookComparison | "new" | undefined;
  readonly onSaved: (name: string | undefined) => void;
}): ReactNode {
  const styles = useStyles();
  const { cards, file } = workbook;
  const earlier = typeof compared === "object" ? compared : undefined;
  return (
    <>
      <p className={styles.quiet}>{below(overview.folder, file)}</p>
      {compared === undefined ? null : (
        <p className={styles.quiet}>{earlier ? manyTexts.changes(lengths(earlier)) : manyTexts.isNew}</p>
      )}
      {cards.length === 0 ? (
        <p className={styles.quiet}>{workbook.isEmpty ? overviewTexts.emptyNote : overviewTexts.noFindings}</p>
      ) : (
        <ol className={styles.cards}>
          {cards.slice(0, CARDS_SHOWN).map((card) => {
            const change = changeOf(card, earlier);
            const place = zh.punctuation.dot([sheetWord(card), cellWords(card) || undefined]);
            return (
              <li key={`${card.rule} ${place} ${card.title}`}>
                {zh.punctuation.dot([kindWord(card), change && overviewTexts.changes[change], card.title])}
                <p className={styles.quiet}>{place}</p>
              </li>
            );
          })}
        </ol>
      )}
      {cards.length > CARDS_SHOWN ? (
        <p className={styles.quiet}>{manyTexts.moreCards(cards.length - CARDS_SHOWN)}</p>
      ) : null}
      <div>
        <Button
          size="small"
          aria-label={manyTexts.opinionOf(workbook.unitName ?? file)}
          onClick={() => void saveOpinion(workbook, overview).then(onSaved)}
        >
          {manyTexts.opinion}
        </Button>
      </div>
    </>
  );
}

function lengths({ cards }: WorkbookComparison): Parameters<typeof manyTexts.changes>[0] {
  const { mended, remaining, added, unclear } = cards;
  return { mended: mended.length, remaining: remaining.length, added: added.length, unclear: unclear.length };
}

function titleOf(workbook: WorkbookSummary, folder: string): string {
  return (workbook.kind === "checked" ? workbook.unitName : undefined) ?? below(folder, workbook.file);
}

/** What was found, counted as everywhere; where nothing was, the verdict in a word. */
function countOf(workbook: WorkbookSummary): string {
  const counts = workbook.kind === "checked" && !workbook.isEmpty ? manyTexts.counts(workbook.counts) : "";
  return counts === "" ? overviewTexts.verdicts[verdictOf(workbook)] : counts;
}
