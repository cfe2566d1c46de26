import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import type { Problem } from "../../app/problems";
import { zh } from "../../text/zh";
import { useFieldStyles } from "../components/field-styles";
import { useAssistant } from "../session";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  input: { width: "100%", minHeight: "3.5em", resize: "vertical" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 忽略: sets a card aside; a hint at once, an error with a reason. What is to be verified asks for a 核实说明 instead. */
export function IgnoreField({ problem }: { readonly problem: Problem }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const assistant = useAssistant();
  const [writing, setWriting] = useState(false);
  const [reason, setReason] = useState("");
  const id = useId();
  const { kind, findings } = problem;
  if (kind !== "hint" && kind !== "error") return null;
  const ignore = (): void => void assistant.ignore(findings, reason);
  if (!writing) {
    return (
      <Button size="small" appearance="subtle" onClick={() => (kind === "hint" ? ignore() : setWriting(true))}>
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
        className={`${fields.field} ${styles.input}`}
        placeholder={zh.ignoring.placeholder}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        // Keys of the list of cards mean nothing while somebody writes.
        onKeyDown={(event) => event.stopPropagation()}
      />
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={reason.trim() === ""} onClick={ignore}>
          {zh.ignoring.confirm}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setWriting(false)}>
          {zh.ignoring.cancel}
        </Button>
      </div>
    </div>
  );
}
