import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { sourceOf } from "../../app/document/source-workbook";
import { documentViewTexts } from "../../text/document-view";
import { Message } from "../components/Message";
import { NoFilling } from "../filling/fill-context";
import { DocumentList } from "./DocumentList";
import { DocumentResult } from "./DocumentResult";
import { FilesPicker } from "./FilesPicker";
import { useOwnAssistant } from "../session";
import { useDesk } from "./use-desk";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0 },
});

/** 核对公开文档: published documents (PDF, Word), one or many, each by itself or against the workbook that is open. */
export default function DocumentsView(): ReactNode {
  const styles = useStyles();
  const { desk, state } = useDesk();
  const { entries, shown } = state;
  const assistant = useOwnAssistant();
  const isAlone = entries.length === 1;
  return (
    <NoFilling>
      <div className={styles.view}>
        {shown && !isAlone ? null : (
          <>
            <p className={styles.line}>{documentViewTexts.about}</p>
            <FilesPicker onPick={(files) => void desk.take(files)} />
            {assistant ? (
              <Checkbox
                checked={state.isCompared}
                label={documentViewTexts.compare}
                onChange={(_, { checked }) =>
                  void desk.compareWith(checked === true ? () => sourceOf(assistant.host) : undefined)
                }
              />
            ) : null}
            {state.sourceFailed ? (
              <Message kind="verify">
                <p className={styles.line}>{documentViewTexts.notCompared}</p>
              </Message>
            ) : null}
          </>
        )}
        {entries.length > 0 && !shown ? <DocumentList desk={desk} state={state} /> : null}
        {shown ? (
          <DocumentResult key={shown.file.name} shown={shown} {...(isAlone ? {} : { onBack: () => desk.putBack() })} />
        ) : null}
      </div>
    </NoFilling>
  );
}
