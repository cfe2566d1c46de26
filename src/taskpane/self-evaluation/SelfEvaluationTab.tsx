import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { selfEvaluations } from "../../app/self-evaluations";
import { zh } from "../../text/zh";
import { namedGroups } from "../../app/problem-text";
import { ProblemList } from "../check/ProblemList";
import { EmptyState } from "../components/EmptyState";
import { Section } from "../components/Section";
import { useAssistantState } from "../session";
import { ProjectTable } from "./ProjectTable";
import { ProjectView } from "./ProjectView";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** The tab 自评: all projects with total, grade and findings; a project opened shows its score breakdown. */
export default function SelfEvaluationTab(): ReactNode {
  const { report } = useAssistantState();
  if (!report) return <EmptyState title={zh.tabs.selfEvaluation} lines={[zh.selfEvaluation.needsCheck]} />;
  const { forms, departmentForms, scoreTables } = report.book;
  if (forms.length + departmentForms.length + scoreTables.length === 0) {
    return <EmptyState title={zh.selfEvaluation.noForms} lines={[zh.selfEvaluation.noFormsTodo]} />;
  }
  return <Projects report={report} />;
}

function Projects({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const { projects, others } = useMemo(() => selfEvaluations(report), [report]);
  const [opened, setOpened] = useState<string>();
  const [returned, setReturned] = useState<string>();
  const project = projects.find(({ key }) => key === opened);
  if (project) {
    return (
      <ProjectView
        project={project}
        report={report}
        onBack={() => {
          setReturned(project.key);
          setOpened(undefined);
        }}
      />
    );
  }
  return (
    <div className={styles.tab}>
      <ProjectTable projects={projects} focused={returned} onOpen={setOpened} />
      {others.length > 0 ? (
        <Section title={zh.selfEvaluation.others} initiallyOpen>
          <ProblemList groups={namedGroups(others, report.book)} report={report} />
        </Section>
      ) : null}
    </div>
  );
}
