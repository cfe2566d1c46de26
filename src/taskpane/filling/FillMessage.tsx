import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FillNotice } from "../../app/filling/fill-session";
import { troubleText } from "../../text/trouble";
import { zh } from "../../text/zh";
import { fillTexts } from "../../text/zh-fill";
import { Message } from "../components/Message";
import { useFilling, useFillState } from "./fill-context";

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

const NOTICES: Readonly<Record<FillNotice["kind"], (count: number) => string>> = {
  filled: fillTexts.filled,
  undone: fillTexts.undone,
  analysed: fillTexts.analysed,
};

/** What filling did last, with the way back, or what went wrong; until the user takes it away. */
export function FillMessage(): ReactNode {
  const styles = useStyles();
  const filling = useFilling();
  const { notice, trouble, undoable, busy } = useFillState();
  const dismiss = (
    <Button size="small" onClick={() => filling.dismiss()}>
      {zh.trouble.dismiss}
    </Button>
  );
  if (trouble) {
    const text = troubleText(trouble.during, trouble.error);
    return (
      <div role="alert">
        <Message kind="error" actions={dismiss}>
          <p className={mergeClasses(styles.line, styles.strong)}>{text.happened}</p>
          <p className={styles.line}>{text.kept}</p>
          <p className={styles.line}>{text.todo}</p>
        </Message>
      </div>
    );
  }
  if (!notice) return null;
  return (
    <div role="status">
      <Message
        kind="rounding"
        actions={
          <>
            {notice.kind === "filled" && undoable > 0 ? (
              <Button size="small" disabledFocusable={busy !== undefined} onClick={() => void filling.undo()}>
                {fillTexts.undo(undoable)}
              </Button>
            ) : null}
            {dismiss}
          </>
        }
      >
        <p className={styles.line}>{NOTICES[notice.kind](notice.count)}</p>
      </Message>
    </div>
  );
}
