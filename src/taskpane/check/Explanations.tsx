import { Button, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { listExplanations, type ListedExplanation } from "../../app/explanations/standing";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";
import { useAssistant, useAssistantState } from "../session";
import { useKeptListStyles } from "./kept-list-styles";

/** All 核实说明 the workbook keeps, for the one who reviews it; nothing where there are none. */
export function Explanations({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useKeptListStyles();
  const { kept } = useAssistantState();
  if (kept?.kind !== "ready") return null;
  const listed = listExplanations(report, kept.state);
  if (listed.length === 0) return null;
  return (
    <Section title={zh.explanation.label} count={zh.explanation.count(listed.length)}>
      <ul className={styles.list}>
        {listed.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

function Entry({ entry }: { readonly entry: ListedExplanation }): ReactNode {
  const styles = useKeptListStyles();
  const assistant = useAssistant();
  const { explanation, finding, key, standing } = entry;
  const [cell] = finding?.cells ?? [];
  return (
    <li className={styles.row}>
      <p className={styles.line}>
        {finding?.message ?? explanation.about} {cell ? <CellTag cell={cell} /> : null}
      </p>
      <p className={styles.text}>{explanation.text}</p>
      <p className={mergeClasses(styles.line, standing === "stale" ? styles.stale : styles.quiet)}>
        {zh.punctuation.dot([
          zh.explanation.standing[standing],
          zh.explanation.writtenAt(new Date(explanation.writtenAt)),
        ])}
      </p>
      {standing === "gone" ? (
        <Button size="small" appearance="subtle" onClick={() => void assistant.dropExplanation(key)}>
          {zh.explanation.drop}
        </Button>
      ) : null}
    </li>
  );
}
