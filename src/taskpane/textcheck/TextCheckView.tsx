import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { textCheckTexts } from "../../text/textcheck";
import { zh } from "../../text/zh";
import { Message } from "../components/Message";
import { FilePicker } from "../narrative/FilePicker";
import { CheckedText } from "./CheckedText";
import { useTextCheck } from "./use-text-check";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0 },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  file: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** 更多 › 文稿核对: a 情况说明, pasted or chosen, sentence by sentence against the open workbook. */
export default function TextCheckView(): ReactNode {
  const styles = useStyles();
  const { state, setText, pick, check } = useTextCheck();
  return (
    <div className={styles.view}>
      <p className={styles.line}>{textCheckTexts.about}</p>
      <Textarea
        aria-label={textCheckTexts.input}
        placeholder={textCheckTexts.placeholder}
        value={state.text}
        rows={6}
        resize="vertical"
        onChange={(_, { value }) => setText(value)}
      />
      <div className={styles.bar}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={state.text.trim() === "" || state.busy === true}
          onClick={() => void check()}
        >
          {textCheckTexts.check}
        </Button>
        <FilePicker
          label={textCheckTexts.pick}
          name={textCheckTexts.pickName}
          accept=".docx,.txt,text/plain"
          onPick={pick}
        />
        <span className={styles.file}>{state.file}</span>
      </div>
      {state.trouble === undefined ? null : (
        <Message kind="error">
          <p className={styles.line}>{state.trouble}</p>
        </Message>
      )}
      <p className={styles.line} role="status">
        {state.busy
          ? textCheckTexts.checking
          : state.report && textCheckTexts.counts(state.report.counts).join(zh.punctuation.separator)}
      </p>
      {state.report ? <CheckedText report={state.report} /> : null}
    </div>
  );
}
