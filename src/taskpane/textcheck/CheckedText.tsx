import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { CheckedSentence, TextReport } from "../../core/textcheck/model";
import { textCheckTexts } from "../../text/textcheck";
import { EmptyState } from "../components/EmptyState";
import { Message } from "../components/Message";
import { CheckedSentenceText } from "./CheckedSentenceText";

const useStyles = makeStyles({
  result: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0 },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: "none" },
  // The switch stands in line with what is above it.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What became of a text: contradictions first, then its sentences; at first those that ask for a look. */
export function CheckedText({
  report,
  whereIs,
}: {
  readonly report: TextReport;
  /** What tells and shows where a paragraph is printed, for a text nobody has before them. */
  readonly whereIs?: (paragraph: number) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (report.counts.figures === 0 && report.contradictions.length === 0) {
    return <EmptyState title={textCheckTexts.title} lines={[textCheckTexts.empty]} />;
  }
  const withFigures = report.sentences.filter(({ figures }) => figures.length > 0);
  const shown = all ? withFigures : withFigures.filter(asksForALook);
  return (
    <div className={styles.result}>
      <p className={styles.line}>{textCheckTexts.total(report.counts)}</p>
      {report.leftOut.map((left) => (
        <p key={left.part} className={styles.line}>
          {textCheckTexts.leftOut(left)}
        </p>
      ))}
      {report.warnings.map((warning) => (
        <Message key={warning} kind="hint">
          <p className={styles.line}>{warning}</p>
        </Message>
      ))}
      {report.contradictions.length === 0 ? null : (
        <section aria-label={textCheckTexts.contradictions} className={styles.list}>
          <h2 className={styles.title}>{textCheckTexts.contradictions}</h2>
          {report.contradictions.map((found) => (
            <Message
              key={`${found.paragraph} ${found.start} ${found.kind}`}
              kind="error"
              actions={whereIs?.(found.paragraph)}
            >
              <p className={styles.line}>{textCheckTexts.contradiction(found)}</p>
            </Message>
          ))}
        </section>
      )}
      <section aria-label={textCheckTexts.sentences} className={styles.result}>
        <h2 className={styles.title}>{textCheckTexts.sentences}</h2>
        <Switch
          className={styles.switch}
          label={textCheckTexts.showAll}
          checked={all}
          onChange={(_, { checked }) => setAll(checked)}
        />
        {report.counts.wrong + report.counts.contradictions === 0 ? (
          <p className={styles.line}>{textCheckTexts.nothingWrong}</p>
        ) : null}
        <ul className={styles.list}>
          {shown.map((sentence) => (
            <li key={`${sentence.paragraph} ${sentence.start}`} className={styles.item}>
              <CheckedSentenceText sentence={sentence} where={whereIs?.(sentence.paragraph)} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function asksForALook({ figures }: CheckedSentence): boolean {
  return figures.some(({ verdict }) => verdict.kind !== "right");
}
