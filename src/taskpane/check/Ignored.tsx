import { Button, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";
import { useAssistant } from "../session";
import { useKeptListStyles } from "./kept-list-styles";

/** What was set aside, each with its reason and the way back; nothing where nothing was. */
export function Ignored({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useKeptListStyles();
  const assistant = useAssistant();
  const { ignored = [], counts } = report;
  if (ignored.length === 0) return null;
  return (
    <Section title={zh.ignoring.title} count={zh.ignoring.count(counts.ignored ?? 0)}>
      <ul className={styles.list}>
        {ignored.map(({ key, finding, kept }) => (
          <li key={key} className={styles.row}>
            <p className={styles.line}>
              {finding.message} {finding.cells[0] ? <CellTag cell={finding.cells[0]} /> : null}
            </p>
            {kept.text === "" ? null : <p className={styles.text}>{kept.text}</p>}
            <p className={mergeClasses(styles.line, styles.quiet)}>
              {zh.explanation.writtenAt(new Date(kept.writtenAt))}
            </p>
            <Button
              size="small"
              appearance="subtle"
              aria-label={zh.ignoring.backOf(finding.message)}
              onClick={() => void assistant.stopIgnoring(key)}
            >
              {zh.ignoring.back}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
