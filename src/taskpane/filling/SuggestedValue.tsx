import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { Problem } from "../../app/problems";
import type { PlannedWrite } from "../../core/filling/model";
import { planSuspects } from "../../core/filling/plan-suspects";
import { fillTexts } from "../../text/zh-fill";
import { useCardPlace } from "../check/use-card-place";
import { useAssistant } from "../session";
import { ChangeList } from "./ChangeList";
import { useFilling, useFillState } from "./fill-context";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 填入建议值: shows what an explanation would change before it is written; each explanation on its own. */
export default function SuggestedValue({
  problem,
  report,
}: {
  readonly problem: Problem;
  readonly report: CheckReport;
}): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const filling = useFilling();
  const placeOf = useCardPlace();
  const { busy } = useFillState();
  const [shown, setShown] = useState(false);
  const explanations = problem.cause?.explanations;
  const options = useMemo(
    () => (explanations ?? []).map((e) => planSuspects(report.book, e, problem.findings[0])),
    [explanations, problem, report],
  );
  if (options.length === 0) return null;
  const fill = async (writes: readonly PlannedWrite[]): Promise<void> => {
    const place = placeOf(problem);
    if (await filling.write(writes, "values", true))
      assistant.leave({ ...place, kind: "filled", count: writes.length });
  };
  if (!shown) {
    return (
      <div className={styles.actions}>
        <Button size="small" onClick={() => setShown(true)}>
          {fillTexts.suggestion.open}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.box} role="group" aria-label={fillTexts.suggestion.label}>
      {options.map((writes, index) => (
        <div key={writes.map(({ id }) => id).join()} className={styles.box}>
          <ChangeList writes={writes} report={report} />
          <div className={styles.actions}>
            <Button
              size="small"
              appearance={options.length === 1 ? "primary" : "secondary"}
              disabledFocusable={busy !== undefined}
              onClick={() => void fill(writes)}
            >
              {options.length === 1 ? fillTexts.suggestion.apply : fillTexts.suggestion.option(index + 1)}
            </Button>
            {index === options.length - 1 ? (
              <Button size="small" appearance="subtle" onClick={() => setShown(false)}>
                {fillTexts.suggestion.cancel}
              </Button>
            ) : null}
          </div>
        </div>
      ))}
    </div>
  );
}
