import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { groupByStanding } from "../../app/standing-groups";
import { zh } from "../../text/zh";
import { Coverage } from "../check/Coverage";
import { FilterBar } from "../check/FilterBar";
import { NotChecked } from "../check/NotChecked";
import { NothingFound } from "../check/NothingFound";
import { ProblemList } from "../check/ProblemList";
import { ReadingNotes } from "../check/ReadingNotes";
import { EmptyState } from "../components/EmptyState";
import { documentViewTexts } from "../../text/document-view";
import { useAssistantState } from "../session";

const useStyles = makeStyles({
  sections: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The findings of a document's tables, by the cards of a workbook; nothing in them can be written. */
export function TableFindings({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const { filter, narrowing } = useAssistantState();
  const { book, counts, result } = report;
  const groups = useMemo(
    () =>
      groupByStanding(report, filter, narrowing).map(({ key, problems }) => ({
        key,
        problems,
        name: zh.list.standing[key],
        folded: key === "hint",
      })),
    [report, filter, narrowing],
  );
  if (book.tables.size === 0 && book.forms.length === 0 && book.summaries.length === 0) {
    return <EmptyState title={zh.noTables.title} lines={[documentViewTexts.noTables]} />;
  }
  const found = counts.errors + counts.toFill + counts.verify + counts.hints;
  return (
    <>
      {found === 0 ? <NothingFound report={report} /> : null}
      {found + result.rounding.length > 0 ? <FilterBar counts={counts} rounding={result.rounding.length} /> : null}
      {groups.length === 0 && found > 0 ? <p className={styles.quiet}>{zh.filter.hiddenAll(found)}</p> : null}
      {groups.length > 0 ? <ProblemList groups={groups} report={report} /> : null}
      <div className={styles.sections}>
        <NotChecked report={report} />
        <Coverage report={report} />
        <ReadingNotes report={report} />
      </div>
    </>
  );
}
