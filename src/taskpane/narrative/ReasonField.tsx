import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { BlankSpan, WrittenSpan } from "../../core/narrative/model";
import { narrativeTexts } from "../../text/narrative";
import { focusNextBlank } from "./next-blank";
import { useDraftSession, useDraftState } from "./use-draft";

const useStyles = makeStyles({
  field: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "2.6em",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    verticalAlign: "middle",
    resize: "vertical",
    "::placeholder": { color: tokens.colorStatusWarningForeground1 },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  opposite: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  suggestion: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    textAlign: "start",
    textIndent: 0,
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  written: {
    padding: 0,
    border: "none",
    borderBottom: `${tokens.strokeWidthThin} dashed ${tokens.colorBrandStroke1}`,
    borderRadius: 0,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    textAlign: "start",
    overflowWrap: "anywhere",
    cursor: "text",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

/** A reason in the text: a field where none is written, words to click on where one is. Kept in the workbook. */
export function ReasonField({ span }: { readonly span: BlankSpan | WrittenSpan }): ReactNode {
  const styles = useStyles();
  const { pending } = useDraftState();
  const [editing, setEditing] = useState(false);
  const kept = span.kind === "written" ? span.text : "";
  const text = pending.get(span.key) ?? kept;
  if (text !== "" && !editing) {
    return (
      <button
        type="button"
        className={styles.written}
        title={narrativeTexts.text.reason(span.label)}
        aria-label={narrativeTexts.text.edit(text)}
        onClick={() => setEditing(true)}
      >
        {text}
      </button>
    );
  }
  return <Editor span={span} initial={text} focus={editing} onDone={() => setEditing(false)} />;
}

function Editor({
  span,
  initial,
  focus,
  onDone,
}: {
  readonly span: BlankSpan | WrittenSpan;
  readonly initial: string;
  readonly focus: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const [text, setText] = useState(initial);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const keep = (): void => {
    if (text.trim() !== initial) void session.keepReason(span.key, text.trim());
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter and Escape belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      focusNextBlank(event.currentTarget, "reason");
      event.currentTarget.blur();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setText(initial);
      onDone();
    }
  };
  const label = narrativeTexts.text.reason(span.label);
  const suggestion = useDraftState().suggestions.get(span.key);
  const take = (words: string): void => {
    setText(words);
    field.current?.focus();
  };
  return (
    <>
      <textarea
        ref={field}
        rows={1}
        className={styles.field}
        data-blank="reason"
        aria-label={label}
        title={label}
        placeholder={span.label}
        value={text}
        onChange={(event) => setText(event.target.value.replace(/[\r\n]+/g, ""))}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      {suggestion?.opposite !== undefined && text === "" ? (
        <span className={styles.opposite}>
          {narrativeTexts.text.suggestion(narrativeTexts.text.opposite(suggestion.opposite) + suggestion.text)}
        </span>
      ) : null}
      {suggestion !== undefined && suggestion.opposite === undefined && text === "" ? (
        <button
          type="button"
          className={styles.suggestion}
          title={narrativeTexts.text.takeSuggestion(suggestion.text)}
          // The press must not end the editing of the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(suggestion.text)}
        >
          {narrativeTexts.text.suggestion(suggestion.text)}
        </button>
      ) : null}
    </>
  );
}
