import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useId, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { cellsOf, type Problem } from "../../app/problems";
import { cellKey } from "../../core/model/cell";
import { SEVERITY_WORDS, zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { SeverityMark } from "../components/SeverityMark";
import { usePlaceOf } from "../place-of";
import { useAssistant } from "../session";
import { ProblemBody } from "./ProblemBody";
import { problemText } from "../../app/problem-text";

/** More cells than these are only shown in the open card. */
const TAGS_SHOWN = 3;

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineStartWidth: tokens.strokeWidthThickest,
  },
  error: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  toFill: { borderInlineStartColor: tokens.colorBrandStroke1 },
  verify: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  hint: { borderInlineStartColor: tokens.colorBrandStroke1 },
  explained: { borderInlineStartColor: tokens.colorNeutralStrokeAccessible },
  rounding: { borderInlineStartColor: tokens.colorNeutralStrokeAccessible },
  open: { boxShadow: tokens.shadow4 },
  header: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.strokeWidthThick,
    },
  },
  icon: { display: "flex", alignItems: "center", height: tokens.lineHeightBase300 },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  // "公开02表 · D13" and "疑似应为 5,552.44" stay in one piece where a line is long enough.
  whole: { wordBreak: "keep-all" },
  word: { marginInlineEnd: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  errorWord: { color: tokens.colorPaletteRedForeground1 },
  toFillWord: { color: tokens.colorBrandForeground1 },
  verifyWord: { color: tokens.colorStatusWarningForeground1 },
  hintWord: { color: tokens.colorBrandForeground1 },
  explainedWord: { color: tokens.colorNeutralForeground3 },
  roundingWord: { color: tokens.colorNeutralForeground3 },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  tags: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalXS,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface ProblemCardProps {
  readonly problem: Problem;
  readonly report: CheckReport;
  readonly open: boolean;
  /** The one card the keyboard can reach with Tab (roving focus). */
  readonly reachable: boolean;
}

/** A problem as a card: closed, what is wrong and where; open, the arithmetic and the rule. Opening goes to its cell. */
export const ProblemCard = memo(function ProblemCard({
  problem,
  report,
  open,
  reachable,
}: ProblemCardProps): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const body = useId();
  const { title, detail } = problemText(problem, report.book, usePlaceOf());
  const cells = cellsOf(problem);
  const toggle = (): void => {
    assistant.open(open ? undefined : problem.id);
    if (!open && problem.target) void assistant.goTo(problem.target);
  };
  return (
    <li className={mergeClasses(styles.card, styles[problem.kind], open && styles.open)}>
      <button
        type="button"
        data-problem={problem.id}
        className={styles.header}
        tabIndex={reachable ? 0 : -1}
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onFocus={() => assistant.focus(problem.id)}
        onClick={toggle}
      >
        <span className={styles.icon}>
          <SeverityMark kind={problem.kind} />
        </span>
        <span className={mergeClasses(styles.text, problem.cause && styles.whole)}>
          <span className={mergeClasses(styles.word, styles[`${problem.kind}Word`])}>
            {SEVERITY_WORDS[problem.kind]}
          </span>
          {title}
          {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
        </span>
      </button>
      <div className={styles.tags}>
        {cells.slice(0, TAGS_SHOWN).map((cell) => (
          <CellTag key={cellKey(cell)} cell={cell} reachable={reachable || open} />
        ))}
        {cells.length > TAGS_SHOWN ? <span>{zh.problem.more(cells.length)}</span> : null}
      </div>
      {open ? (
        <div id={body}>
          <ProblemBody problem={problem} report={report} />
        </div>
      ) : null}
    </li>
  );
});
