import { Button, makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode, type RefObject } from "react";
import type { ProblemKind } from "../../app/problems";
import { troubleText } from "../../text/trouble";
import { keptNote, zh } from "../../text/zh";
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

/** A message read out when it appears: trouble, its first line in bold, or something done. */
export function Announcement({
  isTrouble,
  lines,
  actions,
  children,
  box,
}: {
  readonly isTrouble: boolean;
  readonly lines: readonly string[];
  readonly actions?: ReactNode;
  /** What follows the lines. */
  readonly children?: ReactNode;
  readonly box?: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const styles = useStyles();
  return (
    <div role={isTrouble ? "alert" : "status"} ref={box}>
      <Message kind={isTrouble ? "error" : "rounding"} actions={actions}>
        {lines.map((line, index) => (
          <p key={line} className={mergeClasses(styles.line, isTrouble && index === 0 && styles.strong)}>
            {line}
          </p>
        ))}
        {children}
      </Message>
    </div>
  );
}

/** What of the kept state could not be used, for as long as that is so. */
export function KeptNote(): ReactNode {
  const styles = useStyles();
  const note = keptNote(useAssistantState().kept);
  if (note === undefined) return null;
  return (
    <Message kind="verify">
      <p className={styles.line}>{note}</p>
    </Message>
  );
}

/** What went wrong or was done last, until the user takes it away: trouble first. */
export function SessionMessage(): ReactNode {
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
    const { happened, kept, todo } = troubleText(trouble.during, trouble.error);
    const wayOn =
      trouble.wayOn === "none" ? null : (
        <Button size="small" appearance="primary" onClick={() => leave(() => void assistant.retry())}>
          {trouble.wayOn === "check" ? zh.head.recheck : zh.trouble.retry}
        </Button>
      );
    const actions = (
      <>
        {wayOn}
        {dismiss}
      </>
    );
    return <Announcement isTrouble lines={[happened, kept, todo]} actions={actions} box={box} />;
  }
  if (!notice) return null;
  const said = notice.kind === "highlighted" ? zh.highlight.done : zh.highlight.cleared;
  return <Announcement isTrouble={false} lines={said(notice)} actions={dismiss} box={box} />;
}
