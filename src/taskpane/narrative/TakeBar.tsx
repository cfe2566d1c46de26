import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { NarrativeDraft } from "../../core/narrative/model";
import { draftAsHtml } from "../../core/narrative/rendering/html";
import { PART_IDS, type PartId } from "../../core/publication/model";
import { draftAsText } from "../../core/narrative/rendering/plain-text";
import { narrativeTexts } from "../../text/narrative";
import { copy } from "./clipboard";
import { useFieldStyles } from "../components/field-styles";
import { saveFile } from "./save-file";
import { useDraftSession } from "./use-draft";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** The ways to take the draft out of the pane. */
export function TakeBar({ draft }: { readonly draft: NarrativeDraft }): ReactNode {
  const styles = useStyles();
  const { field } = useFieldStyles();
  const session = useDraftSession();
  const texts = narrativeTexts.take;
  const copyAs = async (formatted: boolean): Promise<void> => {
    const copied = await copy(draftAsText(draft), formatted ? draftAsHtml(draft) : undefined);
    session.say(copied ? { kind: "copied", formatted, blanks: session.blanks } : { kind: "copyFailed" });
  };
  const saveWord = async (): Promise<void> => {
    const bytes = await session.word();
    if (!bytes) return;
    const name = `${narrativeTexts.fileName(draft.unitName, draft.title)}.docx`;
    const saved = saveFile(name, bytes, DOCX);
    session.say(saved ? { kind: "word", name, blanks: session.blanks } : { kind: "wordNotPossible" });
  };
  const [part, setPart] = useState<PartId | undefined>(undefined);
  const saveWhole = async (): Promise<void> => {
    const bytes = await session.publication(part);
    if (!bytes) return;
    const whole = texts.wholeName(draft.unitName, draft.year);
    const name = `${part ? texts.partName(whole, texts.parts[part]) : whole}.docx`;
    const saved = saveFile(name, bytes, DOCX);
    session.say(saved ? { kind: "word", name, blanks: session.blanks } : { kind: "wordNotPossible" });
  };
  return (
    <div className={styles.bar} role="group" aria-label={texts.label}>
      <Button size="small" onClick={() => void saveWord()}>
        {texts.word}
      </Button>
      <Button size="small" title={texts.wholeHint} onClick={() => void saveWhole()}>
        {texts.whole}
      </Button>
      <select
        className={field}
        aria-label={texts.part}
        value={part ?? ""}
        onChange={(event) => setPart(PART_IDS.find((id) => id === event.target.value))}
      >
        <option value="">{texts.parts.whole}</option>
        {PART_IDS.map((id) => (
          <option key={id} value={id}>
            {texts.parts[id]}
          </option>
        ))}
      </select>
      <Button size="small" onClick={() => void copyAs(true)}>
        {texts.copyFormatted}
      </Button>
      <Button size="small" onClick={() => void copyAs(false)}>
        {texts.copy}
      </Button>
      <Button size="small" onClick={() => void session.writeSheet()}>
        {texts.sheet}
      </Button>
      <Button size="small" onClick={() => void session.writeCharts()}>
        {texts.charts}
      </Button>
    </div>
  );
}
