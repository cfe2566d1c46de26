import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { WorkbookDraft } from "../../app/narrative/draft-workbook";
import type { DraftChange } from "../../core/narrative/compare-drafts";
import { narrativeTexts } from "../../text/narrative";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";
import { useDraftSession, useDraftState } from "./use-draft";

/** Changes that are listed before the user asks for all. */
const SHOWN_CHANGES = 12;

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  cells: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
});

/** Beside the text: warnings, contradictions between sources, parameters not taken, what changed since the last draft. */
export function Remarks({ result }: { readonly result: WorkbookDraft }): ReactNode {
  const styles = useStyles();
  const { changes } = useDraftState();
  const { lists, parameters } = narrativeTexts;
  const { warnings, differences } = result.draft;
  return (
    <>
      {warnings.length > 0 ? (
        <Section title={lists.warnings} count={lists.items(warnings.length)} initiallyOpen>
          <ul className={styles.list}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {result.notes.length > 0 ? (
        <Section title={parameters.notTaken} count={lists.items(result.notes.length)} initiallyOpen>
          <ul className={styles.list}>
            {result.notes.map(({ message, cell }) => (
              <li key={message}>
                {message} {cell ? <CellTag cell={cell} short /> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {differences.length > 0 ? (
        <Section title={lists.differences} count={lists.places(differences.length)}>
          <ul className={styles.list}>
            {differences.map(({ key, message, cells }) => (
              <li key={`${key} ${message}`}>
                {message}
                <span className={styles.cells}>
                  {cells.map((cell) => (
                    <CellTag key={`${cell.sheet}!${cell.row},${cell.column}`} cell={cell} />
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {changes.length > 0 ? <Changes changes={changes} /> : null}
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly DraftChange[] }): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const texts = narrativeTexts.lists;
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN_CHANGES);
  return (
    <Section title={texts.changes} count={texts.places(changes.length)} initiallyOpen>
      <ul className={styles.list}>
        {shown.map((change, index) => (
          <li key={`${change.section} ${change.key} ${String(index)}`}>
            <span className={styles.quiet}>{change.sectionTitle}　</span>
            {change.before === "" ? null : <span className={styles.old}>{change.before}</span>}{" "}
            {texts.changed[change.kind]} {change.after}
          </li>
        ))}
      </ul>
      <div className={styles.cells}>
        {shown.length < changes.length ? (
          <Button size="small" onClick={() => setAll(true)}>
            {zh.list.showMore(changes.length - shown.length)}
          </Button>
        ) : null}
        <Button size="small" onClick={() => session.noteChanges()}>
          {zh.trouble.dismiss}
        </Button>
      </div>
    </Section>
  );
}
