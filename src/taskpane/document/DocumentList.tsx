import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DeskEntry, DeskState, DocumentDesk } from "../../app/document/document-desk";
import { verdictOfDocument } from "../../app/document/document-summary";
import { documentTexts } from "../../text/document";
import { documentViewTexts } from "../../text/document-view";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXXS,
    listStyleType: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  errors: { color: tokens.colorPaletteRedForeground1 },
  bar: { width: "100%" },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

/** The chosen documents in their order: how far each is, and how it came out. */
export function DocumentList({
  desk,
  state: { entries, isBusy },
}: {
  readonly desk: DocumentDesk;
  readonly state: DeskState;
}): ReactNode {
  const styles = useStyles();
  const summaries = entries.flatMap(({ progress }) => (progress.kind === "checked" ? [progress.summary] : []));
  const unread = entries.filter(({ progress }) => progress.kind === "unread").length;
  return (
    <>
      <div className={styles.head}>
        <span role="status">
          {documentViewTexts.overview(entries.length, summaries.map(verdictOfDocument), unread)}
        </span>
        {isBusy ? (
          <Button size="small" onClick={() => desk.cancel()}>
            {documentViewTexts.cancel}
          </Button>
        ) : null}
      </div>
      <ul className={styles.list} aria-label={documentViewTexts.list}>
        {entries.map((entry, index) => (
          <li key={`${String(index)} ${entry.file.name}`} className={styles.item}>
            <Row entry={entry} canShow={!isBusy} onShow={() => void desk.show(entry.file)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({
  entry: { file, progress },
  canShow,
  onShow,
}: {
  readonly entry: DeskEntry;
  readonly canShow: boolean;
  readonly onShow: () => void;
}): ReactNode {
  const styles = useStyles();
  const name = <span className={styles.name}>{file.name}</span>;
  switch (progress.kind) {
    case "waiting":
    case "cancelled":
      return (
        <>
          {name}
          <span className={styles.quiet}>{documentViewTexts[progress.kind]}</span>
        </>
      );
    case "checking":
      return (
        <>
          {name}
          <ProgressBar
            className={styles.bar}
            value={progress.done}
            max={1}
            aria-label={documentViewTexts.reading(file.name)}
          />
        </>
      );
    case "unread":
      return (
        <>
          {name}
          <span className={styles.errors}>{progress.reason}</span>
        </>
      );
    case "checked": {
      const { summary } = progress;
      const verdict = verdictOfDocument(summary);
      return (
        <>
          {name}
          <span className={styles.quiet}>{documentViewTexts.whose(summary.unitName, summary.year)}</span>
          <span className={mergeClasses(verdict === "errors" && styles.errors)}>
            {documentViewTexts.counts(summary).join(" · ")}
          </span>
          {summary.troubles.map((trouble) => (
            <span key={trouble.kind} className={styles.quiet}>
              {documentTexts.trouble(trouble)}
            </span>
          ))}
          <Button size="small" disabledFocusable={!canShow} onClick={onShow}>
            {documentViewTexts.show}
          </Button>
        </>
      );
    }
  }
}
