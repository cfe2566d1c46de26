import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { explanationKey } from "../../app/explanations/finding-key";
import type { Problem } from "../../app/problems";
import type { AccountBook } from "../../core/model/book";
import { zh } from "../../text/zh";
import { useFieldStyles } from "../components/field-styles";
import { useAssistant } from "../session";
import { useCardPlace } from "./use-card-place";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  input: { width: "100%", minHeight: "3.5em", resize: "vertical" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 忽略: sets a card aside; a hint at once, an error with a reason. What is to be verified asks for a 核实说明 instead. */
export function IgnoreField({ problem, book }: { readonly problem: Problem; readonly book: AccountBook }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const assistant = useAssistant();
  const placeOf = useCardPlace();
  const [writing, setWriting] = useState(false);
  const [reason, setReason] = useState("");
  const id = useId();
  const { kind, findings } = problem;
  if (kind !== "hint" && kind !== "error") return null;
  const ignore = async (): Promise<void> => {
    const place = placeOf(problem);
    if (!(await assistant.ignore(findings, reason))) return;
    assistant.leave({ ...place, kind: "ignored", keys: findings.map((finding) => explanationKey(finding, book)) });
  };
  if (!writing) {
    return (
      <Button size="small" appearance="subtle" onClick={() => (kind === "hint" ? void ignore() : setWriting(true))}>
        {zh.ignoring.ignore}
      </Button>
    );
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{zh.ignoring.reason}</label>
      <textarea
        id={id}
        autoFocus
        className={mergeClasses(fields.field, styles.input)}
        placeholder={zh.ignoring.placeholder}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        // Keys of the list of cards mean nothing while somebody writes.
        onKeyDown={(event) => event.stopPropagation()}
      />
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={reason.trim() === ""} onClick={() => void ignore()}>
          {zh.ignoring.confirm}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setWriting(false)}>
          {zh.ignoring.cancel}
        </Button>
      </div>
    </div>
  );
}
