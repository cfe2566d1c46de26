import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { zh } from "../../text/zh";
import { useAssistantState } from "../session";

/** Shorter waits show nothing: a bar that flashes by only disturbs. */
const SHOW_AFTER_MS = 300;

const useStyles = makeStyles({
  progress: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  what: {
    overflow: "hidden",
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** A progress bar with what is being read, once reading has taken 300 ms. */
export function DelayedProgress(): ReactNode {
  const { phase } = useAssistantState();
  return phase === "reading" ? <Waiting /> : null;
}

function Waiting(): ReactNode {
  const styles = useStyles();
  const { progress } = useAssistantState();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  if (!shown || !progress) return null;
  const what =
    progress.stage === "checking"
      ? zh.progress.checking
      : progress.what === undefined
        ? zh.progress.starting
        : zh.progress.reading(progress.what);
  return (
    <div className={styles.progress}>
      <ProgressBar value={progress.done} max={1} aria-label={what} />
      <div className={styles.what}>{what}</div>
    </div>
  );
}
