import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { soleSuspects, type Problem } from "../../app/problems";
import type { Finding } from "../../core/model/finding";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";
import { plainFigureText } from "../../app/figure-text";
import { useCanFill } from "../filling/fill-context";
import { usePlaceOf } from "../place-of";
import { useAssistant } from "../session";
import { tellPage } from "../tell-page";
import { Arithmetic } from "./Arithmetic";
import { copy } from "../narrative/clipboard";
import { copyText, suspectCells } from "../../app/problem-text";
import { ExplanationField } from "./ExplanationField";
import { IgnoreField } from "./IgnoreField";
import { RuleNote } from "./RuleNote";

/** What is needed only once a card is open is loaded then. */
const SuggestedValue = lazy(() => import("../filling/SuggestedValue"));
/** The lesson on a rule is loaded when somebody asks for it. */
const RuleLesson = lazy(() => import("../learning/RuleLesson"));

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  pairs: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

/** The open part of a card: the arithmetic, the rule, what can be done. */
export function ProblemBody({
  problem,
  report,
}: {
  readonly problem: Problem;
  readonly report: CheckReport;
}): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const canFill = useCanFill();
  const placeOf = usePlaceOf();
  const [learning, setLearning] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  const learn = (): void => {
    if (!learning) tellPage("ruleOpened");
    setLearning(!learning);
  };
  const take = async (): Promise<void> => setCopied(await copy(copyText(problem, report, placeOf)));
  const [first, ...others] = problem.findings;
  const rule = report.rules.get(first.rule);
  const { target, cause } = problem;
  const inQuestion = cause?.explanations.length === 0 && !cause.pattern ? cause.inQuestion : [];
  return (
    <div className={styles.body}>
      {canFill ? (
        <Suspense fallback={null}>
          <SuggestedValue problem={problem} report={report} />
        </Suspense>
      ) : null}
      {soleSuspects(problem).length > 0 && others.length > 0 ? <p className={styles.line}>{first.message}</p> : null}
      <Evidence finding={first} problem={problem} />
      {inQuestion.length > 0 ? (
        <div>
          <div className={styles.tags}>
            {inQuestion.map(({ cell }) => (
              <CellTag key={`${cell.sheet}!${String(cell.row)},${String(cell.column)}`} cell={cell} />
            ))}
          </div>
        </div>
      ) : null}
      {others.map((finding) => (
        <Section key={finding.id} title={finding.message} level="detail">
          <Evidence finding={finding} problem={problem} />
        </Section>
      ))}
      {problem.findings.map((finding) =>
        finding.severity === "verify" && !finding.withinRounding ? (
          <ExplanationField key={finding.id} finding={finding} book={report.book} />
        ) : null,
      )}
      {rule && learning ? (
        <Suspense fallback={<RuleNote rule={rule} full />}>
          <RuleLesson rule={rule} />
        </Suspense>
      ) : null}
      {rule && !learning ? <RuleNote rule={rule} full={false} /> : null}
      <div className={styles.actions}>
        {target ? (
          <Button size="small" onClick={() => void assistant.goTo(target)}>
            {zh.problem.locate}
          </Button>
        ) : null}
        {rule ? (
          <Button size="small" appearance="subtle" aria-expanded={learning} onClick={learn}>
            {learning ? zh.problem.learnLess : zh.problem.learn}
          </Button>
        ) : null}
        {canFill ? <IgnoreField problem={problem} book={report.book} /> : null}
        <Button size="small" appearance="subtle" onClick={() => void take()}>
          {zh.problem.copy}
        </Button>
        {copied === undefined ? null : (
          <span role="status" className={styles.line}>
            {copied ? zh.problem.copied : zh.problem.notCopied}
          </span>
        )}
      </div>
    </div>
  );
}

/** What a finding rests on: its sum written out, or expected and actual, and the cells that take part. */
function Evidence({ finding, problem }: { readonly finding: Finding; readonly problem: Problem }): ReactNode {
  const styles = useStyles();
  if (finding.identity) {
    return (
      <>
        <Arithmetic
          identity={finding.identity}
          suspects={suspectCells(problem)}
          sure={soleSuspects(problem).length > 0}
          held={finding.withinRounding}
        />
        {finding.identity.remark === undefined ? null : <p className={styles.line}>{finding.identity.remark}</p>}
      </>
    );
  }
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [zh.arithmetic.expectedText, finding.expected],
    [zh.arithmetic.actualText, finding.actual],
    [zh.arithmetic.difference, finding.difference],
  ];
  const stated = pairs.flatMap(([term, text]) => (text === undefined ? [] : [{ term, text }]));
  return (
    <>
      {stated.length > 0 ? (
        <dl className={styles.pairs}>
          {stated.map(({ term, text }) => (
            <Pair key={term} term={term} text={plainFigureText(text)} />
          ))}
        </dl>
      ) : null}
      {finding.related.length > 0 ? (
        <div className={styles.tags} role="group" aria-label={zh.problem.related}>
          {finding.related.map((cell) => (
            <CellTag key={`${cell.sheet}!${String(cell.row)},${String(cell.column)}`} cell={cell} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Pair({ term, text }: { readonly term: string; readonly text: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{text}</dd>
    </>
  );
}
