import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { Project } from "../../app/self-evaluations";
import { sheetTitle } from "../../core/tables/index";
import { zh } from "../../text/zh";
import { namedGroups } from "../../app/problem-text";
import { ProblemList } from "../check/ProblemList";
import { CellTag } from "../components/CellTag";
import { scoreText } from "../../app/figure-text";
import { ScoreTable } from "./ScoreTable";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalM },
  back: { alignSelf: "flex-start", paddingInlineStart: 0, minWidth: 0 },
  title: {
    margin: 0,
    outlineStyle: "none",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** One project: its findings and its score breakdown. Escape goes back to all projects. */
export function ProjectView({
  project,
  report,
  onBack,
}: {
  readonly project: Project;
  readonly report: CheckReport;
  readonly onBack: () => void;
}): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) onBack();
  };
  const { name, kind, place, total, grade, groups } = project;
  const totalText = total ? scoreText(total.value) : zh.selfEvaluation.unknown;
  return (
    <div className={styles.view} onKeyDown={onKeyDown}>
      <Button size="small" appearance="subtle" icon={<ChevronLeftRegular />} className={styles.back} onClick={onBack}>
        {zh.selfEvaluation.back}
      </Button>
      <div>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {name}
        </h2>
        <div className={styles.facts}>
          {kind === "ZP" ? null : <span>{sheetTitle(kind)}</span>}
          {zh.selfEvaluation.facts(totalText, grade ?? zh.selfEvaluation.unknown)}
          {place ? <CellTag cell={place} /> : null}
        </div>
      </div>
      <ScoreTable breakdown={project.breakdown()} />
      {groups.length === 0 ? (
        <p className={styles.quiet}>{zh.selfEvaluation.noProblems}</p>
      ) : (
        <ProblemList groups={namedGroups(groups, report.book)} report={report} />
      )}
    </div>
  );
}
