import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { SettingFault, SettingField } from "../../app/settings/setting-faults";
import { settingsTexts } from "../../text/settings";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXXS },
  input: {
    boxSizing: "border-box",
    width: "8em",
    maxWidth: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
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
        className={styles.input}
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
