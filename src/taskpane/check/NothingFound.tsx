import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { zh } from "../../text/zh";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    textAlign: "center",
  },
  icon: { fontSize: tokens.fontSizeHero900, color: tokens.colorStatusSuccessForeground1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { margin: 0, color: tokens.colorNeutralForeground2 },
  figures: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "center",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
  },
  figure: { display: "flex", flexDirection: "column-reverse" },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Nothing is wrong: how many checks held exactly, how many within rounding, how many could not run. */
export function NothingFound({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  const { counts, result } = report;
  const rules = result.coverage.filter((row) => row.satisfied + row.withinRounding > 0).length;
  const figures: readonly (readonly [string, number])[] = [
    [zh.nothingFound.exact, counts.exact],
    [zh.nothingFound.withinRounding, counts.withinRounding],
    [zh.nothingFound.notEvaluated, counts.notEvaluated],
  ];
  return (
    <div className={styles.card}>
      <CheckmarkCircleFilled aria-hidden className={styles.icon} />
      <h2 className={styles.title}>{zh.nothingFound.title}</h2>
      <p className={styles.body}>{zh.nothingFound.body(counts.exact + counts.withinRounding, rules)}</p>
      <dl className={styles.figures}>
        {figures.map(([term, value]) => (
          <div key={term} className={styles.figure}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
