import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { soleSuspects, type Problem } from "../../app/problems";
import { planSuspects } from "../../core/filling/plan-suspects";
import { fillTexts } from "../../text/zh-fill";
import { useCardPlace } from "../check/use-card-place";
import { useAssistant } from "../session";
import { ChangeList } from "./ChangeList";
import { useFilling, useFillState } from "./fill-context";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Fills in every correction that is the only one, after one look at all of them; nothing where there are fewer than two. */
export default function AllSuggestions({
  problems,
  report,
}: {
  readonly problems: readonly Problem[];
  readonly report: CheckReport;
}): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const filling = useFilling();
  const placeOf = useCardPlace();
  const { busy } = useFillState();
  const [shown, setShown] = useState(false);
  const writes = useMemo(() => {
    const planned = problems
      .filter((problem) => soleSuspects(problem).length > 0)
      .flatMap(({ cause, findings: [first] }) =>
        (cause?.explanations ?? []).flatMap((e) => planSuspects(report.book, e, first)),
      );
    return [...new Map(planned.map((write) => [write.id, write])).values()];
  }, [problems, report]);
  const [first] = problems;
  if (writes.length < 2 || !first) return null;
  const fill = async (): Promise<void> => {
    const { group } = placeOf(first);
    if (!(await filling.write(writes, "values", true))) return;
    setShown(false);
    assistant.leave({ group, after: undefined, kind: "filled", count: writes.length });
  };
  if (!shown) {
    return (
      <div className={styles.actions}>
        <Button size="small" onClick={() => setShown(true)}>
          {fillTexts.suggestion.openAll(writes.length)}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.box} role="group" aria-label={fillTexts.suggestion.labelAll}>
      <ChangeList writes={writes} report={report} />
      <div className={styles.actions}>
        <Button size="small" appearance="primary" disabledFocusable={busy !== undefined} onClick={() => void fill()}>
          {fillTexts.suggestion.applyAll(writes.length)}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setShown(false)}>
          {fillTexts.suggestion.cancel}
        </Button>
      </div>
    </div>
  );
}
