import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { EraserRegular } from "@fluentui/react-icons/svg/eraser";
import { HighlightRegular } from "@fluentui/react-icons/svg/highlight";
import { lazy, Suspense, useCallback, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { StandingGroup } from "../../app/standing-groups";
import { isEmptyBook } from "../../core/model/book";
import { zh } from "../../text/zh";
import { EmptyState } from "../components/EmptyState";
import { KeptNote } from "../components/Message";
import { useAssistant } from "../session";
import { Explanations } from "./Explanations";
import { Findings } from "./Findings";
import { Ignored } from "./Ignored";
import { ReadingNotes } from "./ReadingNotes";

const AllSuggestions = lazy(() => import("../filling/AllSuggestions"));

const useStyles = makeStyles({
  marks: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** What a check found: findings, what was not checked, which rules ran, what reading noted. */
export default function Report({ report }: { readonly report: CheckReport }): ReactNode {
  const actionOf = useCallback(
    ({ key, problems }: StandingGroup) =>
      key === "certain" || key === "toFill" ? (
        <Suspense fallback={null}>
          <AllSuggestions problems={problems} report={report} />
        </Suspense>
      ) : null,
    [report],
  );
  if (isEmptyBook(report.book)) {
    return (
      <>
        <EmptyState title={zh.noTables.title} lines={[zh.noTables.body, zh.noTables.todo]} />
        <ReadingNotes report={report} initiallyOpen />
      </>
    );
  }
  return (
    <>
      <KeptNote />
      <Findings
        report={report}
        actionOf={actionOf}
        tools={(found) => <Marks found={found > 0} />}
        kept={
          <>
            <Ignored report={report} />
            <Explanations report={report} />
          </>
        }
      />
    </>
  );
}

/** Marks in the workbook on and off; those of an earlier session can be taken off where nothing is found any more. */
function Marks({ found }: { readonly found: boolean }): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  return (
    <div className={styles.marks}>
      {found ? (
        <Button size="small" icon={<HighlightRegular />} onClick={() => void assistant.highlight()}>
          {zh.highlight.on}
        </Button>
      ) : null}
      <Button
        size="small"
        appearance="subtle"
        icon={<EraserRegular />}
        onClick={() => void assistant.clearHighlights()}
      >
        {zh.highlight.off}
      </Button>
    </div>
  );
}
