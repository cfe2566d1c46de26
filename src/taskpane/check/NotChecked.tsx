import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { notChecked, type NotCheckedGroup } from "../../app/not-checked";
import { sheetTitle } from "../../core/tables";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Message } from "../components/Message";
import { Section } from "../components/Section";

/** Choosing last year's workbook loads what drafts the text. */
const PriorPicker = lazy(() => import("../narrative/PriorPicker"));

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

/**
 * What could not be checked, as findings about the check: what to act on, with how many and why; last year's workbook,
 * where it is not at hand; what has no data, which is no gap and not counted.
 */
export function NotChecked({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const groups = notChecked(report.result.coverage);
  if (groups.length === 0) return null;
  const empty = groups.filter(({ kind }) => kind === "empty").map(({ reason }) => reason ?? zh.notChecked.noReason);
  return (
    <Section title={zh.notChecked.title} count={zh.notChecked.count(report.counts.notEvaluated)} initiallyOpen>
      <ul className={styles.list}>
        {groups
          .filter(({ kind }) => kind !== "empty")
          .map((group) => (
            <li key={group.key}>
              <Message kind="hint">
                <p className={styles.line}>{zh.notChecked.line(group.count, group.reason ?? zh.notChecked.noReason)}</p>
                <p className={styles.todo}>
                  {group.kind === "priorYear" ? zh.notChecked.prior : adviceOf(group, report)}
                </p>
                {group.cell ? <CellTag cell={group.cell} /> : null}
                {group.kind === "priorYear" ? (
                  <Suspense fallback={null}>
                    <PriorPicker />
                  </Suspense>
                ) : null}
              </Message>
            </li>
          ))}
      </ul>
      {empty.length > 0 ? <p className={styles.todo}>{zh.notChecked.empty([...new Set(empty)])}</p> : null}
    </Section>
  );
}

function adviceOf({ missing, rules }: NotCheckedGroup, report: CheckReport): string {
  const titles = rules.map((id) => report.rules.get(id)?.title ?? id);
  const advice = missing ? zh.notChecked.missing(sheetTitle(missing)) : zh.notChecked.check;
  return `${advice}${zh.notChecked.rules(titles)}`;
}
