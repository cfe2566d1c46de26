import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { EraserRegular } from "@fluentui/react-icons/svg/eraser";
import { HighlightRegular } from "@fluentui/react-icons/svg/highlight";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { groupByStanding } from "../../app/standing-groups";
import { isEmptyBook } from "../../core/model/book";
import { zh } from "../../text/zh";
import { EmptyState } from "../components/EmptyState";
import { KeptNote } from "../components/Message";
import { useAssistant, useAssistantState } from "../session";
import { Coverage } from "./Coverage";
import { Explanations } from "./Explanations";
import { Ignored } from "./Ignored";
import { FilterBar } from "./FilterBar";
import { NotChecked } from "./NotChecked";
import { NothingFound } from "./NothingFound";
import { ProblemList } from "./ProblemList";
import { ReadingNotes } from "./ReadingNotes";

const AllSuggestions = lazy(() => import("../filling/AllSuggestions"));

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  marks: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  sections: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What a check found: findings, what was not checked, which rules ran, what reading noted. */
export default function Report({ report }: { readonly report: CheckReport }): ReactNode {
  const { book } = report;
  if (isEmptyBook(book)) {
    return (
      <>
        <EmptyState title={zh.noTables.title} lines={[zh.noTables.body, zh.noTables.todo]} />
        <ReadingNotes report={report} initiallyOpen />
      </>
    );
  }
  return <Checked report={report} />;
}

function Checked({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const { filter, narrowing } = useAssistantState();
  const groups = useMemo(
    () =>
      groupByStanding(report, filter, narrowing).map(({ key, problems }) => ({
        key,
        problems,
        name: problems.some(({ kind }) => kind === "explained") ? zh.list.withExplained : zh.list.standing[key],
        folded: key === "hint",
        action:
          key === "certain" || key === "toFill" ? (
            <Suspense fallback={null}>
              <AllSuggestions problems={problems} report={report} />
            </Suspense>
          ) : null,
      })),
    [report, filter, narrowing],
  );
  const { counts, result } = report;
  const found = counts.errors + counts.toFill + counts.verify + counts.hints + (counts.explained ?? 0);
  return (
    <div className={styles.tab}>
      <KeptNote />
      {found === 0 && !counts.ignored ? <NothingFound report={report} /> : null}
      <Marks found={found > 0} />
      {found + result.rounding.length > 0 ? <FilterBar counts={counts} rounding={result.rounding.length} /> : null}
      {groups.length === 0 && found > 0 ? <p className={styles.quiet}>{zh.filter.hiddenAll(found)}</p> : null}
      {groups.length > 0 ? <ProblemList groups={groups} report={report} /> : null}
      <div className={styles.sections}>
        <Ignored report={report} />
        <Explanations report={report} />
        <NotChecked report={report} />
        <Coverage report={report} />
        <ReadingNotes report={report} />
      </div>
    </div>
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
