import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { notChecked, type NotCheckedGroup } from "../../app/not-checked";
import { sheetTitle } from "../../core/tables";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Message } from "../components/Message";
import { Section } from "../components/Section";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  line: { margin: 0, color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300 },
  todo: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What could not be checked, as findings about the check: how many, why, what to do. */
export function NotChecked({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const groups = notChecked(report.result.coverage);
  if (groups.length === 0) return null;
  return (
    <Section title={zh.notChecked.title} count={zh.notChecked.count(report.counts.notEvaluated)} initiallyOpen>
      <ul className={styles.list}>
        {groups.map((group) => (
          <li key={group.key}>
            <Message kind="hint">
              <p className={styles.line}>{zh.notChecked.line(group.count, group.reason ?? zh.notChecked.noReason)}</p>
              <p className={styles.todo}>{adviceOf(group, report)}</p>
              {group.cell ? <CellTag cell={group.cell} /> : null}
            </Message>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function adviceOf({ missing, rules }: NotCheckedGroup, report: CheckReport): string {
  const titles = rules.map((id) => report.rules.get(id)?.title ?? id);
  const advice = missing ? zh.notChecked.missing(sheetTitle(missing)) : zh.notChecked.check;
  return `${advice}${zh.notChecked.rules(titles)}`;
}
