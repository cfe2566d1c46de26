import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { Fragment, useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { Problem } from "../../app/problems";
import { zh } from "../../text/zh";
import { useAssistantState } from "../session";
import { ProblemCard } from "./ProblemCard";
import { TraceRow } from "./TraceRow";
import { useListKeys } from "./use-list-keys";

/** Cards of a group shown at first, and added by each click: hundreds at once make the pane slow. */
const PAGE = 50;

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  toggle: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    width: "100%",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  turned: { transform: "rotate(90deg)" },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", wordBreak: "keep-all" },
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

/** Cards under a heading. */
export interface CardGroup {
  readonly key: string;
  readonly name: string;
  readonly problems: readonly Problem[];
  /** Only the heading is shown until it is asked for. */
  readonly folded?: boolean;
  /** What can be done with all of them at once. */
  readonly action?: ReactNode;
}

/** The problems in groups, one list for the keyboard. */
export function ProblemList({
  groups,
  report,
}: {
  readonly groups: readonly CardGroup[];
  readonly report: CheckReport;
}): ReactNode {
  const styles = useStyles();
  const { current, open, trace } = useAssistantState();
  const [pages, setPages] = useState<ReadonlyMap<string, number>>(new Map());
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const shown = groups.map((group) => {
    const isFolded = (group.folded ?? false) !== turned.has(group.key);
    return { ...group, isFolded, cards: isFolded ? [] : group.problems.slice(0, (pages.get(group.key) ?? 1) * PAGE) };
  });
  const turn = (key: string): void => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  const problems = shown.flatMap(({ cards }) => cards);
  const { list, onKeyDown } = useListKeys(problems);
  const reachable = problems.some(({ id }) => id === current) ? current : problems[0]?.id;
  return (
    <div ref={list} className={styles.groups} role="group" aria-label={zh.list.label} onKeyDown={onKeyDown}>
      {shown.map((group) => {
        const { key, name, problems: all, isFolded } = group;
        const hidden = isFolded ? 0 : all.length - group.cards.length;
        return (
          <section key={key} className={styles.group} aria-label={zh.list.groupLabel(name, all.length)}>
            <h2 className={styles.heading}>
              <button type="button" className={styles.toggle} aria-expanded={!isFolded} onClick={() => turn(key)}>
                <ChevronRightRegular aria-hidden className={mergeClasses(styles.chevron, !isFolded && styles.turned)} />
                <span className={styles.name}>{name}</span>
                <span className={styles.count}>{zh.list.count(all.length)}</span>
              </button>
            </h2>
            {isFolded ? null : group.action}
            <ul className={styles.cards}>
              {trace?.group === key && !group.cards.some(({ id }) => id === trace.after) ? (
                <TraceRow trace={trace} />
              ) : null}
              {group.cards.map((problem) => (
                <Fragment key={problem.id}>
                  <ProblemCard
                    problem={problem}
                    report={report}
                    open={problem.id === open}
                    reachable={problem.id === reachable}
                  />
                  {trace?.group === key && trace.after === problem.id ? <TraceRow trace={trace} /> : null}
                </Fragment>
              ))}
            </ul>
            {hidden > 0 ? (
              <Button size="small" onClick={() => setPages(new Map(pages).set(key, (pages.get(key) ?? 1) + 1))}>
                {zh.list.showMore(hidden)}
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
