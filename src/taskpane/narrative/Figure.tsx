import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import { a1 } from "../../core/model/cell";
import type { BlankSpan, FigureSpan } from "../../core/narrative/model";
import { spanText } from "../../core/narrative/rendering/span-text";
import { narrativeTexts } from "../../text/narrative";
import { zh } from "../../text/zh";
import { useAssistant } from "../session";
import { useDraftState } from "./use-draft";

const useStyles = makeStyles({
  link: {
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    fontVariantNumeric: "tabular-nums",
    textAlign: "start",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: "3px",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationStyle: "solid" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  doubtful: {
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerForeground1,
    textUnderlineOffset: "3px",
  },
  figure: { fontVariantNumeric: "tabular-nums" },
  blank: {
    display: "inline",
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    textDecorationLine: "none",
    // Colours of the user's own do not go with the browser's yellow for <mark>.
    "@media (forced-colors: active)": { backgroundColor: "Canvas", color: "CanvasText" },
  },
});

/** A figure of the text: a quiet way to the cells it comes from, one after the other. */
export function Figure({ span }: { readonly span: FigureSpan }): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const next = useRef(0);
  const text = spanText(span);
  const places = span.cells.map((cell) => zh.place(cell.sheet, a1(cell)));
  const doubt = span.doubt === undefined ? "" : narrativeTexts.doubt(span.doubt);
  const title = [doubt, span.formula, narrativeTexts.text.cells(places)].filter((line) => line !== "").join("\n");
  if (span.cells.length === 0) {
    return (
      <span className={styles.figure} title={title}>
        {text}
      </span>
    );
  }
  const show = (): void => {
    const cell = span.cells[next.current % span.cells.length];
    next.current += 1;
    if (cell) void assistant.goTo(cell);
  };
  return (
    <button
      type="button"
      className={mergeClasses(styles.link, doubt !== "" && styles.doubtful)}
      title={title}
      onClick={show}
      {...(doubt === "" ? {} : { "data-doubt": "" })}
    >
      {text}
    </button>
  );
}

/** A figure that is missing: the way to the line of the parameter sheet where it is filled in, if there is one. */
export function MissingFigure({ span }: { readonly span: BlankSpan }): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const { result } = useDraftState();
  const line = span.cause === "parameter" ? result?.lines.get(span.key) : undefined;
  const { fillIn, noLine, noTable } = narrativeTexts.text;
  if (!line) {
    const title = span.cause === "parameter" ? noLine(span.label) : noTable(span.label);
    return (
      <mark className={styles.blank} title={title} data-blank={span.cause} tabIndex={-1}>
        {spanText(span)}
      </mark>
    );
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.link, styles.blank)}
      title={fillIn(span.label)}
      data-blank={span.cause}
      onClick={() => void assistant.goTo(line)}
    >
      {spanText(span)}
    </button>
  );
}
