import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { ProblemGroup } from "../../app/problems";
import { zh } from "../../text/zh";
import { useAssistantState } from "../session";
import { groupName } from "./problem-text";
import { ProblemCard } from "./ProblemCard";
import { useListKeys } from "./use-list-keys";

/** Cards of a group shown at first, and added by each click: hundreds at once make the pane slow. */
const PAGE = 50;

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { minWidth: 0, overflowWrap: "anywhere", wordBreak: "keep-all" },
  count: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
  },
  cards: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

/** The problems grouped by table or project, one list for the keyboard. */
export function ProblemList({
  groups,
  report,
}: {
  readonly groups: readonly ProblemGroup[];
  readonly report: CheckReport;
}): ReactNode {
  const styles = useStyles();
  const { current, open } = useAssistantState();
  const [pages, setPages] = useState<ReadonlyMap<string, number>>(new Map());
  const shown = groups.map((group) => ({
    ...group,
    cards: group.problems.slice(0, (pages.get(group.key) ?? 1) * PAGE),
  }));
  const problems = shown.flatMap(({ cards }) => cards);
  const { list, onKeyDown } = useListKeys(problems);
  const reachable = problems.some(({ id }) => id === current) ? current : problems[0]?.id;
  return (
    <div ref={list} className={styles.groups} role="group" aria-label={zh.list.label} onKeyDown={onKeyDown}>
      {shown.map((group) => {
        const name = groupName(group, report.book);
        const findings = group.problems.reduce((n, problem) => n + problem.findings.length, 0);
        const hidden = group.problems.length - group.cards.length;
        return (
          <section key={group.key} className={styles.group} aria-label={zh.list.groupLabel(name, findings)}>
            <h2 className={styles.heading}>
              <span className={styles.name}>{name}</span>
              <span className={styles.count}>{zh.list.count(findings)}</span>
            </h2>
            <ul className={styles.cards}>
              {group.cards.map((problem) => (
                <ProblemCard
                  key={problem.id}
                  problem={problem}
                  report={report}
                  open={problem.id === open}
                  reachable={problem.id === reachable}
                />
              ))}
            </ul>
            {hidden > 0 ? (
              <Button
                size="small"
                onClick={() => setPages(new Map(pages).set(group.key, (pages.get(group.key) ?? 1) + 1))}
              >
                {zh.list.showMore(hidden)}
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
