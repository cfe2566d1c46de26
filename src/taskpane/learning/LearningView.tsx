import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { familiesOf } from "../../core/learning/families";
import type { RuleCoverage } from "../../core/model/finding";
import type { RuleMeta } from "../../core/model/rule";
import { RULES } from "../../core/rules";
import { LEARNING_TEXT } from "../../text/learning";
import { SEVERITY_WORDS } from "../../text/zh";
import { Section } from "../components/Section";
import { SeverityMark } from "../components/SeverityMark";
import { useAssistantState } from "../session";
import RuleLesson from "./RuleLesson";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, margin: 0, padding: 0 },
  item: { listStyleType: "none" },
  rule: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { display: "flex", alignItems: "center", height: tokens.lineHeightBase300 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  detail: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  back: { alignSelf: "flex-start" },
});

/** All rules, and one of them as a lesson. */
export default function LearningView(): ReactNode {
  const styles = useStyles();
  const [chosen, setChosen] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef<string>(undefined);
  const rule = RULES.find(({ id }) => id === chosen);
  useEffect(() => {
    if (chosen !== undefined) title.current?.focus();
    else if (last.current !== undefined) {
      list.current?.querySelector<HTMLElement>(`[data-rule="${last.current}"]`)?.focus();
    }
    last.current = chosen;
  }, [chosen]);
  return (
    <div className={styles.view} ref={list}>
      {rule ? (
        <>
          <Button className={styles.back} size="small" onClick={() => setChosen(undefined)}>
            {LEARNING_TEXT.back}
          </Button>
          <h2 ref={title} tabIndex={-1} className={styles.title}>
            {rule.title}
          </h2>
          <RuleLesson rule={rule} />
        </>
      ) : (
        <RuleList onChoose={setChosen} />
      )}
    </div>
  );
}

function RuleList({ onChoose }: { readonly onChoose: (rule: string) => void }): ReactNode {
  const styles = useStyles();
  const { report } = useAssistantState();
  const [sought, setSought] = useState("");
  const coverage = new Map((report?.result.coverage ?? []).map((row) => [row.rule, row]));
  const word = sought.trim().toLowerCase();
  const isSought = ({ id, title, statement }: RuleMeta): boolean =>
    [id, title, statement].some((text) => text.toLowerCase().includes(word));
  const families = familiesOf(RULES.filter(isSought)).filter(({ rules }) => rules.length > 0);
  const broken = RULES.filter((rule) => isSought(rule) && (coverage.get(rule.id)?.violated ?? 0) > 0);
  const section = (title: string, rules: readonly RuleMeta[], isOpen: boolean): ReactNode => (
    <Section
      key={`${title}${String(isOpen)}`}
      title={title}
      count={LEARNING_TEXT.count(rules.length)}
      initiallyOpen={isOpen}
    >
      <ul className={styles.list}>
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} coverage={coverage.get(rule.id)} onChoose={onChoose} />
        ))}
      </ul>
    </Section>
  );
  return (
    <>
      <p className={styles.line}>{LEARNING_TEXT.intro(RULES.length)}</p>
      {report ? null : <p className={styles.line}>{LEARNING_TEXT.needsCheck}</p>}
      <Input
        type="search"
        value={sought}
        placeholder={LEARNING_TEXT.search}
        aria-label={LEARNING_TEXT.search}
        onChange={(_, { value }) => setSought(value)}
      />
      {broken.length > 0 ? section(LEARNING_TEXT.brokenHere, broken, true) : null}
      {families.map(({ title, rules }) => section(title, rules, word !== ""))}
      {families.length === 0 ? <p className={styles.line}>{LEARNING_TEXT.noMatch}</p> : null}
    </>
  );
}

function RuleItem({
  rule,
  coverage,
  onChoose,
}: {
  readonly rule: RuleMeta;
  readonly coverage: RuleCoverage | undefined;
  readonly onChoose: (rule: string) => void;
}): ReactNode {
  const styles = useStyles();
  const status = coverage
    ? LEARNING_TEXT.status(coverage.violated, coverage.satisfied + coverage.withinRounding)
    : SEVERITY_WORDS[rule.severity];
  return (
    <li className={styles.item}>
      <button type="button" data-rule={rule.id} className={styles.rule} onClick={() => onChoose(rule.id)}>
        <span className={styles.icon}>
          <SeverityMark kind={rule.severity} />
        </span>
        <span className={styles.name}>
          {rule.title}
          <span className={styles.detail}>{status}</span>
        </span>
      </button>
    </li>
  );
}
