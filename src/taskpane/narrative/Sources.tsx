import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { WorkbookDraft } from "../../app/narrative/draft-workbook";
import { editionFor, editionNamed, EDITIONS, yearsOf, type Edition } from "../../core/editions";
import { narrativeTexts } from "../../text/narrative";
import { useFieldStyles } from "../components/field-styles";
import { Section } from "../components/Section";
import { CarriedRow } from "./CarriedRow";
import { FilePicker } from "./FilePicker";
import PriorPicker from "./PriorPicker";
import { useDraftSession, useDraftState } from "./use-draft";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  row: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  line: { margin: 0, overflowWrap: "anywhere" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  // The box stands in line with what is above it.
  checkbox: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** What the draft is made from: edition, last year's workbook, templates. */
export function Sources({ result }: { readonly result: WorkbookDraft }): ReactNode {
  const styles = useStyles();
  const texts = narrativeTexts.sources;
  return (
    <Section title={texts.title} count={yearsOf(result.draft.edition)}>
      <div className={styles.rows}>
        <EditionRow automatic={editionFor(result.book)} />
        <PriorYearRow />
        <CarriedRow />
        <TemplateRow />
      </div>
    </Section>
  );
}

function EditionRow({ automatic }: { readonly automatic: Edition }): ReactNode {
  const styles = useStyles();
  const { field } = useFieldStyles();
  const session = useDraftSession();
  const { edition, thousands } = useDraftState();
  const select = useId();
  const texts = narrativeTexts.sources;
  return (
    <div className={styles.row}>
      <label htmlFor={select} className={styles.label}>
        {texts.edition}
      </label>
      <select
        id={select}
        className={field}
        value={edition?.id ?? ""}
        onChange={(event) => void session.chooseEdition(editionNamed(event.target.value))}
      >
        <option value="">{texts.automatic(automatic)}</option>
        {[...EDITIONS].reverse().map((choice) => (
          <option key={choice.id} value={choice.id}>
            {yearsOf(choice)}
          </option>
        ))}
      </select>
      <Checkbox
        className={styles.checkbox}
        checked={thousands}
        label={texts.thousands}
        onChange={(_, { checked }) => void session.useThousands(checked === true)}
      />
    </div>
  );
}

function PriorYearRow(): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const { priorYear } = useDraftState();
  const texts = narrativeTexts.sources;
  return (
    <div className={styles.row}>
      <span className={styles.label}>{texts.prior}</span>
      <p className={styles.line}>{priorYear?.file ?? texts.none}</p>
      {priorYear ? (
        <>
          <p className={styles.line}>{texts.priorRead(priorYear.book.unitName, priorYear.book.year)}</p>
          <p className={styles.quiet}>{texts.priorChecked}</p>
        </>
      ) : (
        <p className={styles.quiet}>{texts.local}</p>
      )}
      <div className={styles.buttons}>
        <PriorPicker />
        {priorYear ? (
          <Button size="small" appearance="subtle" onClick={() => void session.dropPriorYear()}>
            {texts.remove}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function TemplateRow(): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const { wording, word } = useDraftState().templates;
  const texts = narrativeTexts.sources;
  const own = [
    { kind: "wording", file: wording?.file },
    { kind: "word", file: word?.name },
  ] as const;
  return (
    <div className={styles.row}>
      <span className={styles.label}>{texts.template}</span>
      {wording || word ? null : <p className={styles.line}>{texts.shipped}</p>}
      {own.map(({ kind, file }) =>
        file === undefined ? null : (
          <div key={kind} className={styles.buttons}>
            <span className={styles.line}>{file}</span>
            <Button size="small" appearance="subtle" onClick={() => void session.dropTemplate(kind)}>
              {texts.remove}
            </Button>
          </div>
        ),
      )}
      <p className={styles.quiet}>{texts.templateHint}</p>
      <FilePicker
        label={texts.chooseTemplate}
        name={texts.template}
        accept=".txt,.docx"
        onPick={(file) => void session.chooseTemplate(file)}
      />
    </div>
  );
}
