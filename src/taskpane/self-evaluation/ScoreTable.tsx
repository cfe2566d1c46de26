import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import type { ScoreBreakdown, ScoreLine } from "../../app/self-evaluations";
import type { Figure } from "../../core/model/figure";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { scoreText } from "../../app/figure-text";
import { useTableStyles } from "./table-styles";

const useStyles = makeStyles({
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  differs: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  warning: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusWarningForeground1,
  },
  sum: { fontWeight: tokens.fontWeightSemibold },
});

/** 分值, 得分 and 应得 line by line; a score that is not the expected one is marked. */
export function ScoreTable({ breakdown }: { readonly breakdown: ScoreBreakdown }): ReactNode {
  const styles = { ...useTableStyles(), ...useStyles() };
  const head = mergeClasses(styles.cell, styles.head);
  const { lines, weights, scores } = breakdown;
  return (
    <table className={styles.table} aria-label={zh.selfEvaluation.breakdown}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(head, styles.name)}>
            {zh.selfEvaluation.indicator}
          </th>
          <th scope="col" className={mergeClasses(head, styles.figure)}>
            {zh.selfEvaluation.weight}
          </th>
          <th scope="col" className={mergeClasses(head, styles.figure)}>
            {zh.selfEvaluation.score}
          </th>
          <th scope="col" className={mergeClasses(head, styles.figure)}>
            {zh.selfEvaluation.expected}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Line key={`${line.label}${String(index)}`} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr className={styles.sum}>
          <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
            {zh.selfEvaluation.sum}
          </th>
          <td className={mergeClasses(styles.cell, styles.figure)}>{scoreText(weights)}</td>
          <td className={mergeClasses(styles.cell, styles.figure)}>{scoreText(scores)}</td>
          <td className={mergeClasses(styles.cell, styles.figure)} />
        </tr>
      </tfoot>
    </table>
  );
}

function Line({ line }: { readonly line: ScoreLine }): ReactNode {
  const styles = { ...useTableStyles(), ...useStyles() };
  const { indicator, expected, differs, note } = line;
  return (
    <tr className={mergeClasses(differs && styles.differs)}>
      <th
        scope="row"
        className={mergeClasses(styles.cell, styles.name)}
        style={line.level === undefined ? undefined : { paddingInlineStart: `${String(line.level - 0.5)}em` }}
      >
        {line.label}
        {indicator ? (
          <span className={styles.detail}>{zh.selfEvaluation.values(indicator.target.raw, indicator.actual.raw)}</span>
        ) : null}
        {differs ? (
          <span className={styles.warning}>
            <WarningFilled aria-hidden />
            {zh.selfEvaluation.differs}
          </span>
        ) : null}
      </th>
      <td className={mergeClasses(styles.cell, styles.figure)}>
        <Points figure={line.weight} />
      </td>
      <td className={mergeClasses(styles.cell, styles.figure)}>
        <Points figure={line.score} />
      </td>
      <td className={mergeClasses(styles.cell, styles.figure)} title={note}>
        {expected ? scoreText(expected) : null}
        {expected || line.isGroup ? null : <span className={styles.quiet}>{zh.selfEvaluation.judged}</span>}
      </td>
    </tr>
  );
}

/** A score or weight as printed, a quiet way to its cell; what is no number is shown as it stands. */
function Points({ figure }: { readonly figure: Figure | undefined }): ReactNode {
  if (!figure) return null;
  const text = figure.kind === "amount" ? scoreText(figure.value) : figure.raw;
  return text === "" ? (
    <CellTag cell={figure.cell} quiet>
      {zh.selfEvaluation.unknown}
    </CellTag>
  ) : (
    <CellTag cell={figure.cell} quiet>
      {text}
    </CellTag>
  );
}
