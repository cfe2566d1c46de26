import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { SettingFault, SettingField } from "../../app/settings/setting-faults";
import { settingsTexts } from "../../text/settings";
import { useFieldStyles } from "../components/field-styles";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXXS },
  input: {
    width: "8em",
    fontVariantNumeric: "tabular-nums",
    "&[aria-invalid=true]": { border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerForeground1}` },
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

/** One threshold: its label, its field, and below it why it cannot be taken, or else what it means. */
export function SettingInput({
  field,
  text,
  fault,
  isReadOnly,
  onWrite,
}: {
  readonly field: SettingField;
  readonly text: string;
  readonly fault: SettingFault | undefined;
  readonly isReadOnly: boolean;
  readonly onWrite: (text: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { field: fieldStyle } = useFieldStyles();
  const input = useId();
  const note = useId();
  const { label, hint } = settingsTexts.fields[field];
  const said = fault ? faultText(field, fault) : hint;
  return (
    <div className={styles.field}>
      <label htmlFor={input}>{label}</label>
      <input
        id={input}
        name={field}
        className={mergeClasses(fieldStyle, styles.input)}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        readOnly={isReadOnly}
        aria-invalid={fault !== undefined}
        aria-describedby={said === "" ? undefined : note}
        onChange={(event) => onWrite(event.target.value)}
      />
      {said === "" ? null : (
        <p id={note} className={fault ? styles.fault : styles.hint}>
          {said}
        </p>
      )}
    </div>
  );
}

function faultText(field: SettingField, fault: SettingFault): string {
  if (fault === "notBelow") return settingsTexts.faults.notBelow[field === "fair" ? "fair" : "good"];
  return settingsTexts.faults[fault];
}
