import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { explanationOf } from "../../app/workbook-state";
import type { AccountBook } from "../../core/model/book";
import type { Finding } from "../../core/model/finding";
import { zh } from "../../text/zh";
import { useFieldStyles } from "../components/field-styles";
import { useAssistant, useAssistantState } from "../session";

const useStyles = makeStyles({
  field: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  label: { color: tokens.colorNeutralForeground3 },
  text: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  stale: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  input: { width: "100%", minHeight: "4.5em", resize: "vertical" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** The 核实说明 of a finding to verify: shown, written and changed here, kept in the workbook. */
export function ExplanationField({
  finding,
  book,
}: {
  readonly finding: Finding;
  readonly book: AccountBook;
}): ReactNode {
  const styles = useStyles();
  const { kept } = useAssistantState();
  const [writing, setWriting] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  const wasWriting = useRef(false);
  useEffect(() => {
    // The focus returns to where writing began.
    if (wasWriting.current && !writing) shown.current?.querySelector("button")?.focus();
    wasWriting.current = writing;
  }, [writing]);
  if (!kept) return null;
  if (kept.kind !== "ready") return <p className={styles.text}>{zh.kept[kept.kind]}</p>;
  const known = explanationOf(kept.state, finding, book);
  if (writing) return <Editor finding={finding} initial={known?.text ?? ""} onDone={() => setWriting(false)} />;
  return (
    <div ref={shown} className={styles.field}>
      {known ? (
        <>
          <span className={styles.label}>{zh.explanation.label}</span>
          <p className={styles.text}>{known.text}</p>
          {known.stale ? <p className={mergeClasses(styles.text, styles.stale)}>{zh.explanation.stale}</p> : null}
        </>
      ) : null}
      <Button size="small" onClick={() => setWriting(true)}>
        {known ? zh.explanation.edit : zh.explanation.write}
      </Button>
    </div>
  );
}

function Editor({
  finding,
  initial,
  onDone,
}: {
  readonly finding: Finding;
  readonly initial: string;
  readonly onDone: () => void;
}): ReactNode {
  const styles = useStyles();
  const { field: fieldStyle } = useFieldStyles();
  const assistant = useAssistant();
  const [text, setText] = useState(initial);
  const input = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  // Keys of the list (J, K, Escape) belong to the text while it is written.
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") onDone();
  };
  return (
    <div className={styles.field} onKeyDown={onKeyDown}>
      <label htmlFor={input} className={styles.label}>
        {zh.explanation.label}
      </label>
      <textarea
        ref={field}
        id={input}
        className={mergeClasses(fieldStyle, styles.input)}
        placeholder={zh.explanation.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          onClick={() => {
            void assistant.explain(finding, text);
            onDone();
          }}
        >
          {zh.explanation.save}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {zh.explanation.cancel}
        </Button>
      </div>
    </div>
  );
}
