import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { SetPlan } from "../../app/new-set/set-plan";
import { newSetTexts } from "../../text/new-set";
import { AddRows } from "./AddRows";
import { CarrySection } from "./CarrySection";
import { PlanPreview } from "./PlanPreview";
import { SetForm } from "./SetForm";
import { useNewSet } from "./use-new-set";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0 },
  done: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
});

/** 更多 › 新建套表: blank official sheets, or the next year's; shown before, put in together, taken back together. */
export default function NewSetView(): ReactNode {
  const styles = useStyles();
  const [plan, setPlan] = useState<SetPlan>();
  const { inserted, message, isBusy, say, insert, withdraw, planWith } = useNewSet();
  if (plan && !inserted) {
    return (
      <PlanPreview plan={plan} isBusy={isBusy} message={message} onInsert={insert} onBack={() => setPlan(undefined)} />
    );
  }
  if (inserted) {
    return (
      <div className={styles.done}>
        <p className={styles.line} role="status">
          {message ?? newSetTexts.done(inserted.names.length)}
        </p>
        <Button disabledFocusable={isBusy} onClick={() => void withdraw(() => setPlan(undefined))}>
          {newSetTexts.undo}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.view}>
      <p className={styles.line}>{newSetTexts.about}</p>
      {message !== undefined && (
        <p className={styles.line} role="alert">
          {message}
        </p>
      )}
      <SetForm isBusy={isBusy} onTrouble={say} onPlan={(make) => void planWith(make, setPlan)} />
      <AddRows />
      <CarrySection isBusy={isBusy} onPlan={(make) => void planWith(make, setPlan)} />
    </div>
  );
}
