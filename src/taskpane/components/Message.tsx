import { Button, makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import type { ProblemKind } from "../../app/problems";
import { troubleText } from "../../text/trouble";
import { zh } from "../../text/zh";
import { useAssistant, useAssistantState } from "../session";
import { SeverityMark } from "./SeverityMark";

const useStyles = makeStyles({
  box: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    ...shorthands.borderColor(tokens.colorStatusDangerBorder1),
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

/** A message with an icon; `error` stands out. */
export function Message({
  kind,
  children,
  actions,
}: {
  readonly kind: ProblemKind;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.box, kind === "error" && styles.error)}>
      <SeverityMark kind={kind} />
      <div className={styles.text}>
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** What went wrong or was done last, until the user takes it away: trouble first. */
export function SessionMessage(): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const { trouble, notice } = useAssistantState();
  const box = useRef<HTMLDivElement>(null);
  // A button that goes away must not take the focus with it.
  const leave = (act: () => void): void => {
    const panel = box.current?.closest<HTMLElement>('[role="tabpanel"]');
    act();
    panel?.focus();
  };
  const dismiss = (
    <Button size="small" onClick={() => leave(() => assistant.dismiss())}>
      {zh.trouble.dismiss}
    </Button>
  );
  if (trouble) {
    const text = troubleText(trouble.during, trouble.error);
    return (
      <div role="alert" ref={box}>
        <Message
          kind="error"
          actions={
            <>
              {trouble.wayOn === "none" ? null : (
                <Button size="small" appearance="primary" onClick={() => leave(() => void assistant.retry())}>
                  {trouble.wayOn === "check" ? zh.head.recheck : zh.trouble.retry}
                </Button>
              )}
              {dismiss}
            </>
          }
        >
          <p className={mergeClasses(styles.line, styles.strong)}>{text.happened}</p>
          <p className={styles.line}>{text.kept}</p>
          <p className={styles.line}>{text.todo}</p>
        </Message>
      </div>
    );
  }
  if (!notice) return null;
  return (
    <div role="status" ref={box}>
      <Message kind="rounding" actions={dismiss}>
        <p className={styles.line}>
          {notice.kind === "highlighted" ? zh.highlight.done(notice.cells) : zh.highlight.cleared(notice.cells)}
        </p>
      </Message>
    </div>
  );
}
