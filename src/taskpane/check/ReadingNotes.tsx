import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { ReadingNote } from "../../core/model/book";
import { sheetTitle } from "../../core/tables";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** What reading made of each sheet and what was odd, sheet by sheet. */
export function ReadingNotes({
  report,
  initiallyOpen = false,
}: {
  readonly report: CheckReport;
  readonly initiallyOpen?: boolean;
}): ReactNode {
  const styles = useStyles();
  const { book, grid } = report;
  const skipped = grid.skipped ?? [];
  const count = book.notes.length + book.sheets.reduce((n, { notes, note }) => n + notes.length + (note ? 1 : 0), 0);
  return (
    <Section title={zh.reading.title} count={zh.reading.notes(count + skipped.length)} initiallyOpen={initiallyOpen}>
      <ul className={styles.list}>
        {book.notes.length > 0 ? (
          <li className={styles.row}>
            <div className={styles.name}>{zh.reading.workbook}</div>
            <Notes notes={book.notes} />
          </li>
        ) : null}
        {book.sheets.map(({ name, kind, note, notes }) => (
          <li key={`${name} ${kind ?? ""}`} className={styles.row}>
            <div className={styles.name}>{name}</div>
            <div className={styles.quiet}>{kind === null ? (note ?? zh.reading.noNote) : sheetTitle(kind)}</div>
            {kind !== null && note !== undefined ? <div>{note}</div> : null}
            <Notes notes={notes} />
          </li>
        ))}
        {skipped.map(({ name, reason }) => (
          <li key={name} className={styles.row}>
            <div className={styles.name}>{name}</div>
            <div>{zh.reading.skipped(reason)}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Notes({ notes }: { readonly notes: readonly ReadingNote[] }): ReactNode {
  return notes.map((note, index) => (
    <div key={`${note.code}${String(index)}`}>
      {note.message} {note.cell ? <CellTag cell={note.cell} short /> : null}
    </div>
  ));
}
