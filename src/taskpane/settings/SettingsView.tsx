import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { areSameSettings, readSettingsForm, settingsForm, type SettingsForm } from "../../app/settings/settings-form";
import { SETTING_FIELDS, type SettingField } from "../../app/settings/setting-faults";
import { DEFAULT_SETTINGS } from "../../core/checking/settings";
import type { CheckSettings, HotlineSettings } from "../../core/model/rule";
import { settingsTexts } from "../../text/settings";
import { KeptNote } from "../components/Message";
import { useAssistant, useAssistantState } from "../session";
import { HotlineChoices } from "./HotlineChoices";
import { SettingInput } from "./SettingInput";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM },
  line: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 更多 › 设置: the thresholds of the check, kept in this workbook. */
export default function SettingsView(): ReactNode {
  const styles = useStyles();
  const { kept } = useAssistantState();
  if (!kept) return <p className={styles.line}>{settingsTexts.notRead}</p>;
  return (
    <>
      <KeptNote />
      {kept.kind === "ready" ? <Thresholds settings={kept.state.settings ?? DEFAULT_SETTINGS} /> : null}
    </>
  );
}

function Thresholds({ settings }: { readonly settings: CheckSettings }): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const { phase } = useAssistantState();
  const form = useRef<HTMLFormElement>(null);
  const [written, setWritten] = useState<Partial<SettingsForm>>({});
  /** Fields are judged from the first attempt to save on: not while a figure is half written. */
  const [isJudged, setJudged] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [done, setDone] = useState("");
  const fields: SettingsForm = { ...settingsForm(settings), ...written };
  const [chosen, setChosen] = useState<HotlineSettings>();
  const choices = chosen ?? settings.hotline;
  const read = readSettingsForm(fields, choices);
  const faults = isJudged && read.kind === "faults" ? read.faults : {};
  const isBusy = isSaving || phase === "reading";

  const keep = async (changed: CheckSettings, said: string): Promise<void> => {
    setSaving(true);
    const isKept = await assistant.keepSettings(areSameSettings(changed, DEFAULT_SETTINGS) ? undefined : changed);
    setSaving(false);
    if (!isKept) return;
    setWritten({});
    setChosen(undefined);
    setJudged(false);
    setDone(said);
  };
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    setDone("");
    setJudged(true);
    if (read.kind === "settings") {
      void keep(read.settings, settingsTexts.saved);
      return;
    }
    const first = SETTING_FIELDS.find((field) => read.faults[field]);
    if (first) form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
  };
  const write = (field: SettingField, text: string): void => {
    setDone("");
    setWritten({ ...written, [field]: text });
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={save}>
      <p className={styles.line}>{settingsTexts.about}</p>
      {SETTING_FIELDS.map((field) => (
        <SettingInput
          key={field}
          field={field}
          text={fields[field]}
          fault={faults[field]}
          isReadOnly={isSaving}
          onWrite={(text) => write(field, text)}
        />
      ))}
      <HotlineChoices
        choices={choices}
        isReadOnly={isSaving}
        onChoose={(changed) => {
          setDone("");
          setChosen(changed);
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {settingsTexts.save}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void keep(DEFAULT_SETTINGS, settingsTexts.restored)}>
          {settingsTexts.restore}
        </Button>
      </div>
      <p className={styles.line} role="status">
        {done}
      </p>
      <p className={styles.line}>{settingsTexts.fillMode}</p>
    </form>
  );
}
