import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FillNotice } from "../../app/filling/fill-session";
import { troubleText } from "../../text/trouble";
import { zh } from "../../text/zh";
import { fillTexts, STRUCTURE } from "../../text/zh-fill";
import { Announcement } from "../components/Message";
import { GoToSheet } from "../components/GoToSheet";
import { useFilling, useFillState } from "./fill-context";

const NOTICES: Readonly<Record<FillNotice["kind"], (count: number) => string>> = {
  filled: fillTexts.filled,
  undone: fillTexts.undone,
  analysed: fillTexts.analysed,
};

/** What filling did last, with the way back, or what went wrong; until the user takes it away. */
export default function FillMessage(): ReactNode {
  const filling = useFilling();
  const { notice, trouble, undoable, busy } = useFillState();
  const dismiss = (
    <Button size="small" onClick={() => filling.dismiss()}>
      {zh.trouble.dismiss}
    </Button>
  );
  if (trouble) {
    const { happened, kept, todo } = troubleText(trouble.during, trouble.error);
    return <Announcement isTrouble lines={[happened, kept, todo]} actions={dismiss} />;
  }
  if (!notice) return null;
  const actions = (
    <>
      {notice.kind === "filled" && undoable > 0 ? (
        <Button size="small" disabledFocusable={busy !== undefined} onClick={() => void filling.undo()}>
          {fillTexts.undo(undoable)}
        </Button>
      ) : null}
      {notice.kind === "analysed" ? <GoToSheet sheet={STRUCTURE.sheet} /> : null}
      {dismiss}
    </>
  );
  return <Announcement isTrouble={false} lines={[NOTICES[notice.kind](notice.count)]} actions={actions} />;
}
