import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SetPlan } from "../../app/new-set/set-plan";
import { newSetTexts } from "../../text/new-set";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  line: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  kind: { color: tokens.colorNeutralForeground3 },
});

/** What will be added, and for the next year's set what was carried, changed, emptied and left; nothing is written yet. */
export function PlanPreview({
  plan,
  isBusy,
  message,
  onInsert,
  onBack,
}: {
  readonly plan: SetPlan;
  readonly isBusy: boolean;
  readonly message: string | undefined;
  readonly onInsert: (plan: SetPlan) => void;
  readonly onBack: () => void;
}): ReactNode {
  const styles = useStyles();
  const names = [...plan.sheets.map(({ name }) => name), ...(plan.parameters ? [plan.parameters.name] : [])];
  return (
    <div className={styles.view}>
      {plan.items.length > 0 && (
        <ul className={styles.list}>
          {plan.items.map(({ kind, what }) => (
            <li key={`${kind} ${what}`}>
              <span className={styles.kind}>{newSetTexts.kinds[kind]}</span> {what}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.line}>{newSetTexts.willAdd(names)}</p>
      {names.some((name) => / \(\d+\)$/.test(name)) && <p className={styles.line}>{newSetTexts.renamed}</p>}
      {message !== undefined && (
        <p className={styles.line} role="alert">
          {message}
        </p>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onInsert(plan)}>
          {isBusy ? newSetTexts.inserting : newSetTexts.insert(names.length)}
        </Button>
        <Button disabledFocusable={isBusy} onClick={onBack}>
          {newSetTexts.back}
        </Button>
      </div>
    </div>
  );
}
