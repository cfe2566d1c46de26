import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { instancesOf } from "../../app/learning/rule-instances";
import { examplesOf } from "../../core/learning/examples";
import type { RuleMeta } from "../../core/model/rule";
import { RuleNote } from "../check/RuleNote";
import { useAssistantState } from "../session";
import { ExampleView } from "./ExampleView";
import { InstanceStepper } from "./InstanceStepper";

const useStyles = makeStyles({
  lesson: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** A rule to learn: what it says and why, where it works in the open workbook, an example that breaks it. */
export default function RuleLesson({ rule }: { readonly rule: RuleMeta }): ReactNode {
  const styles = useStyles();
  const { report } = useAssistantState();
  return (
    <div className={styles.lesson}>
      <RuleNote rule={rule} full />
      {report ? <InstanceStepper rule={rule} report={report} instances={instancesOf(report, rule.id)} /> : null}
      {examplesOf(rule.id).map((example) => (
        <ExampleView key={example.story} example={example} />
      ))}
    </div>
  );
}
