import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useEffect, useRef, type ReactNode } from "react";
import type { Trace } from "../../app/assistant";
import { zh } from "../../text/zh";
import { fillTexts } from "../../text/zh-fill";
import { useFilling, useFillState } from "../filling/fill-context";
import { useAssistant } from "../session";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorStatusSuccessForeground1 },
  text: { flexGrow: 1, flexBasis: "120px", minWidth: 0 },
});

/** What was done with a card that left the list, where it stood, with the way back. */
export function TraceRow({ trace }: { readonly trace: Trace }): ReactNode {
  return trace.kind === "filled" ? <Filled count={trace.count} /> : <SetAside keys={trace.keys} />;
}

function Filled({ count }: { readonly count: number }): ReactNode {
  const filling = useFilling();
  const { undoable, busy } = useFillState();
  return (
    <Row
      text={fillTexts.filled(count)}
      back={fillTexts.suggestion.undo}
      isBusy={busy !== undefined}
      onBack={undoable > 0 ? () => void filling.undo() : undefined}
    />
  );
}

function SetAside({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const assistant = useAssistant();
  const back = async (): Promise<void> => {
    for (const key of keys) await assistant.stopIgnoring(key);
    assistant.leave(undefined);
  };
  return <Row text={zh.ignoring.done} back={zh.ignoring.back} isBusy={false} onBack={() => void back()} />;
}

function Row({
  text,
  back,
  isBusy,
  onBack,
}: {
  readonly text: string;
  readonly back: string;
  readonly isBusy: boolean;
  readonly onBack: (() => void) | undefined;
}): ReactNode {
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The button that was pressed went with its card: the focus goes on to the way back.
    if (document.activeElement === document.body) row.current?.querySelector("button")?.focus();
  }, []);
  return (
    <li ref={row} className={styles.row}>
      <CheckmarkCircleRegular aria-hidden className={styles.icon} />
      <span role="status" className={styles.text}>
        {text}
      </span>
      {onBack ? (
        <Button size="small" disabledFocusable={isBusy} onClick={onBack}>
          {back}
        </Button>
      ) : null}
    </li>
  );
}
