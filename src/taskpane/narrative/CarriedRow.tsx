import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CarriedTexts } from "../../core/publication/carried";
import { narrativeTexts } from "../../text/narrative";
import { FilePicker } from "./FilePicker";
import { useDraftSession, useDraftState } from "./use-draft";

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  line: { margin: 0, overflowWrap: "anywhere" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  texts: { maxHeight: "20em", overflowY: "auto", overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
  group: { margin: `${tokens.spacingVerticalXS} 0 0`, fontWeight: tokens.fontWeightSemibold },
});

/** Last year's published document: what was found in it is looked at before it is taken over. */
export function CarriedRow(): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const { carried, offered } = useDraftState();
  const texts = narrativeTexts.sources;
  return (
    <div className={styles.row}>
      <span className={styles.label}>{texts.carried}</span>
      {offered ? (
        <>
          <p className={styles.line}>{texts.carriedOffered(offered.file)}</p>
          <Found texts={offered.texts} isOpen />
          <div className={styles.buttons}>
            <Button size="small" appearance="primary" onClick={() => void session.useCarried()}>
              {texts.carriedTake}
            </Button>
            <Button size="small" onClick={() => session.declineCarried()}>
              {texts.carriedLeave}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={styles.line}>{carried?.file ?? texts.carriedNone}</p>
          {carried ? <Found texts={carried.texts} isOpen={false} /> : null}
          <div className={styles.buttons}>
            <FilePicker
              label={carried ? texts.otherCarried : texts.chooseCarried}
              name={texts.carried}
              accept=".docx"
              onPick={(file) => void session.chooseCarried(file)}
            />
            {carried ? (
              <Button size="small" appearance="subtle" onClick={() => void session.dropCarried()}>
                {texts.remove}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}

/** The texts by group, to be read before they are used. */
function Found({ texts, isOpen }: { readonly texts: CarriedTexts; readonly isOpen: boolean }): ReactNode {
  const styles = useStyles();
  const { profile, fixed, terms, reasons } = texts;
  const { carriedRead, carriedUse, carriedShow, carriedGroups } = narrativeTexts.sources;
  const groups = [
    { title: carriedGroups.profile, lines: profile },
    { title: carriedGroups.fixed, lines: [...fixed].map(([name, text]) => `${name}：${text}`) },
    { title: carriedGroups.terms, lines: terms.map(({ name, meaning }) => `${name}：${meaning}`) },
    { title: carriedGroups.reasons, lines: [...reasons.values()] },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      <p className={styles.line}>{carriedRead(profile.length, terms.length, fixed.size, reasons.size)}</p>
      <details open={isOpen}>
        <summary>{carriedShow}</summary>
        <div className={styles.texts} tabIndex={0} role="group" aria-label={carriedShow}>
          {groups.map(({ title, lines }) => (
            <div key={title}>
              <p className={styles.group}>{title}</p>
              {lines.map((line, index) => (
                <p key={index} className={styles.line}>
                  {line}
                </p>
              ))}
            </div>
          ))}
        </div>
      </details>
      <p className={styles.quiet}>{carriedUse}</p>
    </>
  );
}
