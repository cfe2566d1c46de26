import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DraftNotice, DraftTrouble } from "../../app/narrative/draft-session";
import { textFileTrouble } from "../../app/textcheck/file-trouble";
import { templateTroubleText, type TemplateTroubleText } from "../../app/narrative/template-trouble";
import { OWN_SHEETS } from "../../core/model/own-sheets";
import { fileTroubleText } from "../../text/host-errors";
import { narrativeTexts } from "../../text/narrative";
import { troubleText } from "../../text/trouble";
import { zh } from "../../text/zh";
import { GoToSheet } from "../components/GoToSheet";
import { Announcement } from "../components/Message";
import { useDraftSession, useDraftState } from "./use-draft";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** The sheet that what was done has written. */
const WRITTEN: Readonly<Partial<Record<DraftNotice["kind"], string>>> = {
  parameters: OWN_SHEETS.parameters,
  sheet: OWN_SHEETS.narrative,
  charts: OWN_SHEETS.charts,
};

/** What went wrong or was done last in the drafting, until the user takes it away. */
export function DraftMessage(): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const { trouble, notice, pending } = useDraftState();
  const dismiss = (
    <Button size="small" onClick={() => session.dismiss()}>
      {zh.trouble.dismiss}
    </Button>
  );
  if (trouble) {
    const { happened, todo, details } = troubleTexts(trouble);
    const again = pending.size > 0 ? session.keepPending.bind(session) : session.draft.bind(session);
    const actions = (
      <>
        {trouble.kind === "host" || trouble.kind === "templates" ? (
          <Button size="small" appearance="primary" onClick={() => void again()}>
            {zh.trouble.retry}
          </Button>
        ) : null}
        {dismiss}
      </>
    );
    return (
      <Announcement isTrouble lines={[happened, narrativeTexts.trouble.kept, todo]} actions={actions}>
        {details.length > 0 ? (
          <ul className={styles.list}>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        ) : null}
      </Announcement>
    );
  }
  if (!notice) return null;
  const written = WRITTEN[notice.kind];
  const actions = (
    <>
      {written === undefined ? null : <GoToSheet sheet={written} />}
      {dismiss}
    </>
  );
  return <Announcement isTrouble={false} lines={noticeTexts(notice)} actions={actions} />;
}

function troubleTexts(trouble: DraftTrouble): TemplateTroubleText {
  const texts = narrativeTexts.trouble;
  switch (trouble.kind) {
    case "host": {
      const { happened, todo } = troubleText("state", trouble.error);
      return { happened, todo, details: [] };
    }
    case "priorFile": {
      const { happened, todo } = fileTroubleText(trouble.error);
      return { happened: `${trouble.file}：${happened}`, todo, details: [] };
    }
    case "chartsNotSupported":
      return { ...texts.chartsNotSupported, details: [] };
    case "templates":
      return { ...texts.templates, details: [] };
    case "carriedFile":
      return { happened: `${trouble.file}：${textFileTrouble(trouble.error)}`, todo: "", details: [] };
    case "carriedEmpty":
      return { ...texts.carriedEmpty(trouble.file), details: [] };
    case "keptCarried":
      return { ...texts.keptCarried, details: [] };
    case "priorEmpty":
      return { ...texts.priorEmpty(trouble.file), details: [] };
    default:
      return templateTroubleText(trouble);
  }
}

function noticeTexts(notice: DraftNotice): readonly string[] {
  const { take, parameters } = narrativeTexts;
  const withBlanks = (text: string, blanks: number): readonly string[] =>
    blanks > 0 ? [text, take.blanks(blanks)] : [text];
  switch (notice.kind) {
    case "parameters":
      return [parameters.made];
    case "template":
      return [narrativeTexts.sources.taken(notice.file), narrativeTexts.sources.keeping[notice.kept]];
    case "carried": {
      const { carriedTaken, carriedKept, carriedNotKept } = narrativeTexts.sources;
      return [carriedTaken(notice.file), notice.isKept ? carriedKept : carriedNotKept];
    }
    case "sheet":
      return withBlanks(take.sheetWritten, notice.blanks);
    case "charts":
      return [take.chartsWritten(notice.count)];
    case "copied":
      return withBlanks(notice.formatted ? take.copiedFormatted : take.copied, notice.blanks);
    case "copyFailed":
      return [take.copyFailed];
    case "word":
      return withBlanks(take.wordSaved(notice.name), notice.blanks);
    case "wordNotPossible":
      return [take.wordNotPossible];
  }
}
