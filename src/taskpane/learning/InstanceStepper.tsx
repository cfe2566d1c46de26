import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { marksOf, type RuleInstance } from "../../app/learning/rule-instances";
import { cellKey } from "../../core/model/cell";
import type { RuleMeta } from "../../core/model/rule";
import { LEARNING_TEXT } from "../../text/learning";
import { Arithmetic } from "../check/Arithmetic";
import { CellTag } from "../components/CellTag";
import { useAssistant } from "../session";
import { useLearningMarks } from "./use-learning-marks";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  position: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  outcome: { marginInlineEnd: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  violated: { color: tokens.colorPaletteRedForeground1 },
});

/** The cells of the open workbook that take part in a rule, one application of it at a time. */
export function InstanceStepper({
  rule,
  report,
  instances,
}: {
  readonly rule: RuleMeta;
  readonly report: CheckReport;
  readonly instances: readonly RuleInstance[];
}): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const [index, setIndex] = useState(0);
  const marks = useLearningMarks();
  const at = Math.min(index, instances.length - 1);
  const instance = instances[at];
  const isMarked = marks.isMarked;
  if (!instance) return <NothingHere rule={rule} report={report} />;
  const { cells, related, identity, outcome } = instance;
  const [target = related[0]] = cells;
  const step = (by: number): void => {
    const place = (at + by + instances.length) % instances.length;
    setIndex(place);
    const next = instances[place];
    const cell = next?.cells[0] ?? next?.related[0];
    if (cell) void assistant.goTo(cell);
    if (isMarked && next) void marks.mark(marksOf(next, rule));
  };
  return (
    <section className={styles.box} aria-label={LEARNING_TEXT.here}>
      <h3 className={styles.title}>{LEARNING_TEXT.here}</h3>
      <div className={styles.row}>
        <Button size="small" disabled={instances.length < 2} onClick={() => step(-1)}>
          {LEARNING_TEXT.previous}
        </Button>
        <Button size="small" disabled={instances.length < 2} onClick={() => step(1)}>
          {LEARNING_TEXT.next}
        </Button>
        <span className={styles.position} role="status">
          {LEARNING_TEXT.position(at + 1, instances.length)}
        </span>
      </div>
      <p className={styles.line}>
        <span className={mergeClasses(styles.outcome, outcome === "violated" && styles.violated)}>
          {LEARNING_TEXT.outcome[outcome]}
        </span>
        {instance.subject}
      </p>
      {identity ? (
        <Arithmetic identity={identity} suspects={[]} sure={false} held={outcome !== "violated"} />
      ) : (
        <div className={styles.tags}>
          {[...cells, ...related].map((cell) => (
            <CellTag key={cellKey(cell)} cell={cell} />
          ))}
        </div>
      )}
      <div className={styles.row}>
        {target ? (
          <Button size="small" onClick={() => void assistant.goTo(target)}>
            {LEARNING_TEXT.locate}
          </Button>
        ) : null}
        {target ? (
          <Button
            size="small"
            appearance="subtle"
            aria-pressed={isMarked}
            onClick={() => void (isMarked ? marks.unmark() : marks.mark(marksOf(instance, rule)))}
          >
            {isMarked ? LEARNING_TEXT.unmark : LEARNING_TEXT.mark}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** A rule without instances by cell: how often it held, or that it found nothing to check. */
function NothingHere({ rule, report }: { readonly rule: RuleMeta; readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const row = report.result.coverage.find((item) => item.rule === rule.id);
  const held = (row?.satisfied ?? 0) + (row?.withinRounding ?? 0);
  const [reason] = row?.reasons ?? [];
  return (
    <section className={styles.box} aria-label={LEARNING_TEXT.here}>
      <h3 className={styles.title}>{LEARNING_TEXT.here}</h3>
      <p className={styles.line}>
        {held > 0 ? LEARNING_TEXT.onlyCounted(held) : (reason?.reason ?? LEARNING_TEXT.notHere)}
      </p>
    </section>
  );
}
