import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { groupByStanding, type StandingGroup } from "../../app/standing-groups";
import { zh } from "../../text/zh";
import { useAssistantState } from "../session";
import { Coverage } from "./Coverage";
import { FilterBar } from "./FilterBar";
import { NotChecked } from "./NotChecked";
import { NothingFound } from "./NothingFound";
import { ProblemList } from "./ProblemList";
import { ReadingNotes } from "./ReadingNotes";

const useStyles = makeStyles({
  findings: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  sections: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What a check found, of a workbook or of a document's tables: cards by how sure it is what to do, then the check itself. */
export function Findings({
  report,
  actionOf,
  tools,
  kept,
}: {
  readonly report: CheckReport;
  /** What can be done with all cards of a group at once. */
  readonly actionOf?: (group: StandingGroup) => ReactNode;
  /** What stands above the list; told how much was found. */
  readonly tools?: (found: number) => ReactNode;
  /** What the workbook keeps of the findings. */
  readonly kept?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { filter, narrowing, trace } = useAssistantState();
  const groups = useMemo(
    () =>
      groupByStanding(report, filter, narrowing, trace?.group).map((group) => ({
        ...group,
        name: group.problems.some(({ kind }) => kind === "explained")
          ? zh.list.withExplained
          : zh.list.standing[group.key],
        folded: group.key === "hint",
        action: actionOf?.(group),
      })),
    [report, filter, narrowing, trace, actionOf],
  );
  const { counts, result } = report;
  const found = counts.errors + counts.toFill + counts.verify + counts.hints + (counts.explained ?? 0);
  return (
    <div className={styles.findings}>
      {found === 0 && !counts.ignored ? <NothingFound report={report} /> : null}
      {tools?.(found)}
      {found + result.rounding.length > 0 ? <FilterBar counts={counts} rounding={result.rounding.length} /> : null}
      {groups.length === 0 && found > 0 ? <p className={styles.quiet}>{zh.filter.hiddenAll(found)}</p> : null}
      {groups.length > 0 ? <ProblemList groups={groups} report={report} /> : null}
      <div className={styles.sections}>
        {kept}
        <NotChecked report={report} />
        <Coverage report={report} />
        <ReadingNotes report={report} />
      </div>
    </div>
  );
}
