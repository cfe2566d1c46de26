import { Button, makeStyles, mergeClasses, Switch, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { Suspense, useId, useState, type ReactNode } from "react";
import type { AssistantState } from "../../app/assistant";
import type { CheckReport, VerdictCounts } from "../../app/check-report";
import type { ProblemKind } from "../../app/problems";
import { isEmptyBook } from "../../core/model/book";
import { zh } from "../../text/zh";
import { chipsPart } from "../report-parts";
import { useAssistant, useAssistantState } from "../session";
import { DelayedProgress } from "./DelayedProgress";
import { SeverityMark } from "./SeverityMark";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  unit: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  facts: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  verdict: {
    display: "flex",
    flexGrow: 1,
    flexBasis: "180px",
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  verdictIcon: { display: "flex", alignItems: "center", height: tokens.lineHeightBase300 },
  part: { display: "inline-block", maxWidth: "100%" },
  text: { minWidth: 0 },
  // Folded, the verdict is one line: what to mend stands first, the rest is told in full by the tip and when unfolded.
  oneLine: { overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis" },
  folded: { flexBasis: 0, minWidth: 0 },
  stale: { display: "block", whiteSpace: "normal" },
  good: { fontSize: tokens.fontSizeBase400, color: tokens.colorStatusSuccessForeground1 },
  quiet: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  foldedLine: { flexWrap: "nowrap" },
  actions: { display: "flex", alignItems: "center", flexShrink: 0, columnGap: tokens.spacingHorizontalXS },
  details: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  gone: { display: "none" },
  // Read out with the rest, and not drawn.
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** Always visible: the verdict and the one primary action; whose accounts and how each table stands on request. */
export function Head(): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const state = useAssistantState();
  const { report, phase } = state;
  const [isUnfolded, setUnfolded] = useState(false);
  const details = useId();
  const isOpen = !report || isUnfolded;
  return (
    <header className={styles.head}>
      <div className={mergeClasses(!isOpen && styles.unseen)}>
        <h1 className={styles.unit}>{report ? (report.book.unitName ?? zh.head.unknownUnit) : zh.product}</h1>
        {report ? <div className={styles.facts}>{factsOf(report)}</div> : null}
      </div>
      <div className={mergeClasses(styles.line, !isOpen && styles.foldedLine)}>
        <Verdict state={state} folded={!isOpen} />
        <div className={styles.actions}>
          <Button
            appearance="primary"
            size={isOpen ? "medium" : "small"}
            disabledFocusable={phase === "reading"}
            onClick={() => void assistant.check()}
          >
            {phase === "reading" ? zh.head.checking : report ? zh.head.recheck : zh.head.check}
          </Button>
          {report ? (
            <Button
              appearance="subtle"
              size="small"
              icon={isUnfolded ? <ChevronUpRegular /> : <ChevronDownRegular />}
              aria-label={isUnfolded ? zh.head.fold : zh.head.unfold}
              title={isUnfolded ? zh.head.fold : zh.head.unfold}
              aria-expanded={isUnfolded}
              aria-controls={details}
              onClick={() => setUnfolded(!isUnfolded)}
            />
          ) : null}
        </div>
      </div>
      <DelayedProgress />
      <div id={details} className={mergeClasses(styles.details, !isOpen && styles.gone)}>
        <Switch
          label={zh.head.live}
          title={zh.head.liveHint}
          checked={state.live}
          onChange={(_, { checked }) => void assistant.setLive(checked)}
        />
        {report && isOpen ? (
          <Suspense fallback={null}>
            <chipsPart.Part report={report} />
          </Suspense>
        ) : null}
      </div>
    </header>
  );
}

/** The verdict line; a live region, so that it is read out when a check ends. */
function Verdict({ state, folded }: { readonly state: AssistantState; readonly folded: boolean }): ReactNode {
  const styles = useStyles();
  const { report, phase } = state;
  const counts = report?.counts;
  const parts = verdictParts(state);
  return (
    <div
      role="status"
      aria-label={zh.head.landmark}
      className={mergeClasses(
        styles.verdict,
        folded && styles.folded,
        (!counts || phase !== "checked") && styles.quiet,
      )}
    >
      {report && counts && phase === "checked" && !isEmptyBook(report.book) ? (
        <span className={styles.verdictIcon}>
          {worstOf(counts) ? (
            <SeverityMark kind={worstOf(counts) ?? "hint"} />
          ) : (
            <CheckmarkCircleFilled aria-hidden className={styles.good} />
          )}
        </span>
      ) : null}
      <span
        className={mergeClasses(styles.text, folded && styles.oneLine)}
        title={folded ? parts.join(zh.punctuation.separator) : undefined}
      >
        {parts.map((part, index) => (
          <span key={part} className={folded && part === zh.head.changed ? styles.stale : undefined}>
            {index > 0 && !(folded && parts[index - 1] === zh.head.changed) ? zh.punctuation.separator : null}
            <span className={folded ? undefined : styles.part}>{part}</span>
          </span>
        ))}
      </span>
    </div>
  );
}

function verdictParts({ report, phase, isStale }: AssistantState): readonly string[] {
  if (phase === "error") return report ? [zh.head.failed, zh.head.stale] : [zh.head.failed];
  if (!report) return [phase === "reading" ? zh.head.checking : zh.head.idle];
  if (isEmptyBook(report.book)) return [zh.head.noTables];
  const { counts } = report;
  const verdict = zh.head.verdict({ ...counts, held: counts.exact + counts.withinRounding });
  return isStale ? [zh.head.changed, ...verdict] : verdict;
}

function worstOf(counts: VerdictCounts): ProblemKind | undefined {
  if (counts.errors > 0) return "error";
  if (counts.toFill > 0) return "toFill";
  if (counts.verify > 0) return "verify";
  return counts.hints > 0 || counts.notEvaluated > 0 ? "hint" : undefined;
}

function factsOf({ book, checkedAt }: CheckReport): string {
  const time = `${String(checkedAt.getHours()).padStart(2, "0")}:${String(checkedAt.getMinutes()).padStart(2, "0")}`;
  return zh.punctuation.dot([zh.head.facts(book.year, book.moneyUnit), zh.head.checkedAt(time)]);
}
