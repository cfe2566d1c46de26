import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { HOTLINE_CHOICES } from "../../core/checking/hotline-choices";
import type { HotlineChoices as Choices, HotlineSettings } from "../../core/model/rule";
import { settingsTexts } from "../../text/settings";
import { useFieldStyles } from "../components/field-styles";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    border: "none",
    margin: 0,
    padding: 0,
  },
  field: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXXS },
  about: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** How the rules of the hotline's assessment are read where their text leaves a choice. */
export function HotlineChoices({
  choices,
  isReadOnly,
  onChoose,
}: {
  readonly choices: HotlineSettings;
  readonly isReadOnly: boolean;
  readonly onChoose: (choices: HotlineSettings) => void;
}): ReactNode {
  const styles = useStyles();
  const { title, about } = settingsTexts.hotline;
  return (
    <fieldset className={styles.group} disabled={isReadOnly}>
      <legend>{title}</legend>
      <p className={styles.about}>{about}</p>
      {(Object.keys(HOTLINE_CHOICES) as (keyof Choices)[]).map((key) => (
        <Choice
          key={key}
          name={key}
          chosen={choices[key]}
          onChoose={(value) => onChoose({ ...choices, [key]: value })}
        />
      ))}
    </fieldset>
  );
}

function Choice({
  name,
  chosen,
  onChoose,
}: {
  readonly name: keyof Choices;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { field } = useFieldStyles();
  const id = useId();
  const { label, choices } = settingsTexts.hotline.fields[name];
  const words: Readonly<Record<string, string>> = choices;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} className={field} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {HOTLINE_CHOICES[name].map((value) => (
          <option key={value} value={value}>
            {words[value]}
          </option>
        ))}
      </select>
    </div>
  );
}
