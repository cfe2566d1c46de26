import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { RuleCoverage } from "../../core/model/finding";
import { zh } from "../../text/zh";
import { Section } from "../components/Section";

/** Reasons written out for a rule; the group 未核对 above has them all. */
const REASONS_SHOWN = 2;

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  id: { flexShrink: 0, minWidth: "4em", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  told: { minWidth: 0 },
  counts: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  violated: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Which rules ran, how their checks ended, how open choices were taken, and why some could not run. */
export function Coverage({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const { coverage } = report.result;
  const ran = coverage.filter((row) => row.satisfied + row.withinRounding + row.violated > 0).length;
  return (
    <Section title={zh.coverage.title} count={zh.coverage.summary(ran, coverage.length)}>
      <ul className={styles.list}>
        {coverage.map((row) => (
          <CoverageRow key={row.rule} row={row} title={report.rules.get(row.rule)?.title} />
        ))}
      </ul>
    </Section>
  );
}

function CoverageRow({ row, title }: { readonly row: RuleCoverage; readonly title: string | undefined }): ReactNode {
  const styles = useStyles();
  const reasons = [...new Set(row.reasons.map(({ reason }) => reason))];
  const others = reasons.length - REASONS_SHOWN;
  return (
    <li className={styles.row}>
      <span className={styles.id}>{row.rule}</span>
      <div className={styles.told}>
        {title}
        <div className={styles.counts}>
          {row.violated > 0 ? <span className={styles.violated}>{zh.coverage.violatedCount(row.violated)}</span> : null}
          {zh.coverage.row(row)}
        </div>
        {reasons.slice(0, REASONS_SHOWN).map((reason) => (
          <div key={reason} className={styles.counts}>
            {reason}
          </div>
        ))}
        {(row.remarks ?? []).map((remark) => (
          <div key={remark} className={styles.counts}>
            {zh.coverage.choice(remark)}
          </div>
        ))}
        {others > 0 ? <div className={styles.counts}>{zh.coverage.moreReasons(others)}</div> : null}
      </div>
    </li>
  );
}
