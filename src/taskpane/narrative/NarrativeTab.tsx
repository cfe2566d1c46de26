import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { WorkbookDraft } from "../../app/narrative/draft-workbook";
import { narrativeTexts } from "../../text/narrative";
import { zh } from "../../text/zh";
import { EmptyState } from "../components/EmptyState";
import { Message } from "../components/Message";
import { useAssistantState } from "../session";
import { DraftMessage } from "./DraftMessage";
import { DraftText } from "./DraftText";
import { focusNextBlank } from "./next-blank";
import { Remarks } from "./Remarks";
import { Sources } from "./Sources";
import { TakeBar } from "./TakeBar";
import { useDraftSession, useDraftState } from "./use-draft";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  status: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  counts: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  line: { margin: 0 },
});

/** The tab 情况说明: what is still missing, what it is drafted from, the ways to take it, and the text itself. */
export default function NarrativeTab(): ReactNode {
  const session = useDraftSession();
  const { result, busy, trouble } = useDraftState();
  const { report } = useAssistantState();
  // Figures may have changed where the workbook was checked again; a tab opened again shows them as they are now.
  useEffect(() => void session.draft(), [session, report]);
  if (result) return <Drafted result={result} />;
  if (trouble || !busy) return <DraftMessage />;
  return <p role="status">{narrativeTexts.drafting}</p>;
}

function Drafted({ result }: { readonly result: WorkbookDraft }): ReactNode {
  const styles = useStyles();
  const session = useDraftSession();
  const { busy } = useDraftState();
  if (result.book.tables.size === 0) {
    return (
      <>
        <DraftMessage />
        <EmptyState title={zh.noTables.title} lines={[zh.noTables.body, zh.noTables.todo]} />
      </>
    );
  }
  const { parameters } = narrativeTexts;
  return (
    <div className={styles.tab} aria-busy={busy}>
      <Status result={result} />
      <div className={styles.bar}>
        <Button
          size="small"
          appearance="primary"
          title={narrativeTexts.redraftHint}
          onClick={() => void session.draft()}
        >
          {narrativeTexts.redraft}
        </Button>
        <Button size="small" title={parameters.hint} onClick={() => void session.makeParameters()}>
          {result.hasParameterSheet ? parameters.renew : parameters.make}
        </Button>
      </div>
      <TakeBar draft={result.draft} />
      <DraftMessage />
      {!result.hasParameterSheet && result.draft.missing.parameters.length > 0 ? (
        <Message kind="hint">
          <p className={styles.line}>{parameters.missing(result.draft.missing.parameters.length)}</p>
        </Message>
      ) : null}
      <Sources result={result} />
      <Remarks result={result} />
      <DraftText draft={result.draft} />
    </div>
  );
}

/** What the text still lacks, and the way to the next gap. */
function Status({ result }: { readonly result: WorkbookDraft }): ReactNode {
  const styles = useStyles();
  const { reasons, parameters, tables } = result.draft.missing;
  const texts = narrativeTexts.status;
  const counts = [
    ...(reasons.length > 0 ? [texts.reasons(reasons.length)] : []),
    ...(parameters.length > 0 ? [texts.parameters(parameters.length)] : []),
    ...(tables.length > 0 ? [texts.tables(tables.length)] : []),
  ];
  return (
    <div className={styles.status}>
      <p className={styles.counts}>{counts.length > 0 ? counts.join(zh.punctuation.separator) : texts.complete}</p>
      {counts.length > 0 ? (
        <Button
          size="small"
          title={texts.nextHint}
          // The press must not take the focus from the gap one goes on from.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => focusNextBlank(document.activeElement)}
        >
          {texts.next}
        </Button>
      ) : null}
    </div>
  );
}
