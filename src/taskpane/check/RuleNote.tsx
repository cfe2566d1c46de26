import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RuleMeta } from "../../core/model/rule";
import { zh } from "../../text/zh";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  term: { color: tokens.colorNeutralForeground3 },
  text: { margin: 0, overflowWrap: "anywhere" },
});

/** A rule's statement and basis; with `full` also its formula, why it exists and what to do. */
export function RuleNote({ rule, full }: { readonly rule: RuleMeta; readonly full: boolean }): ReactNode {
  const styles = useStyles();
  const basis = zh.rule.basisText(rule.basis.document, rule.basis.inferred);
  const entries: readonly (readonly [string, string | undefined])[] = [
    [zh.rule.statement, rule.statement],
    [zh.rule.formula, full ? rule.formula : undefined],
    [zh.rule.basis, basis],
    [zh.rule.rationale, full ? rule.rationale : undefined],
    [zh.rule.remedy, full ? rule.remedy : undefined],
  ];
  return (
    <dl className={styles.list}>
      {entries.map(([term, text]) => (text === undefined ? null : <Entry key={term} term={term} text={text} />))}
    </dl>
  );
}

function Entry({ term, text }: { readonly term: string; readonly text: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.text}>{text}</dd>
    </>
  );
}
