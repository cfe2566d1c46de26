import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { RuleExample } from "../../core/learning/examples/model";
import { lessonOf, type ShownCell, type ShownSheet } from "../../core/learning/lesson";
import { a1, columnName } from "../../core/model/cell";
import { LEARNING_TEXT } from "../../text/learning";
import { zh } from "../../text/zh";
import { sheetTitle } from "../../core/tables";
import { Section } from "../components/Section";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
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
  text: { margin: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  line: { display: "block" },
  scroll: {
    overflowX: "auto",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: "collapse",
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
  caption: { textAlign: "start", color: tokens.colorNeutralForeground3 },
  cell: {
    padding: `1px ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  figure: { textAlign: "end" },
  wrong: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  finding: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: "underline" },
  related: { fontStyle: "italic" },
});

/** An example that breaks a rule: the mistake, what the check says, what mends it, and its sheets on request. */
export function ExampleView({ example }: { readonly example: RuleExample }): ReactNode {
  const styles = useStyles();
  const lesson = useMemo(() => lessonOf(example), [example]);
  const corrections = [
    ...lesson.corrections.map(({ cell, wrong, right }) =>
      LEARNING_TEXT.correction(zh.place(cell.sheet, a1(cell)), wrong, right),
    ),
    ...lesson.missing.map((kind) => LEARNING_TEXT.addTable(sheetTitle(kind))),
  ];
  return (
    <section className={styles.box} aria-label={LEARNING_TEXT.example}>
      <h3 className={styles.title}>{LEARNING_TEXT.example}</h3>
      <dl className={styles.list}>
        <dt className={styles.term}>{LEARNING_TEXT.example}</dt>
        <dd className={styles.text}>{lesson.story}</dd>
        <dt className={styles.term}>{LEARNING_TEXT.found}</dt>
        <dd className={styles.text}>
          <Lines texts={lesson.findings.map(({ message }) => message)} />
        </dd>
        <dt className={styles.term}>{LEARNING_TEXT.corrections}</dt>
        <dd className={styles.text}>
          <Lines texts={corrections} />
        </dd>
      </dl>
      {lesson.missing.length > 0 ? null : (
        <Section title={LEARNING_TEXT.sheets} level="detail">
          {lesson.sheets.map((sheet) => (
            <SheetTable key={sheet.name} sheet={sheet} name={sheet.name} />
          ))}
          {lesson.priorYear.map((sheet) => (
            <SheetTable key={sheet.name} sheet={sheet} name={LEARNING_TEXT.priorYear(sheet.name)} />
          ))}
        </Section>
      )}
    </section>
  );
}

function Lines({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const styles = useStyles();
  return texts.map((text) => (
    <span key={text} className={styles.line}>
      {text}
    </span>
  ));
}

/** A sheet of the example with Excel's own row and column names; wide ones scroll sideways inside the card. */
function SheetTable({ sheet, name }: { readonly sheet: ShownSheet; readonly name: string }): ReactNode {
  const styles = useStyles();
  const width = sheet.rows[0]?.length ?? 0;
  const heading = mergeClasses(styles.cell, styles.name);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={name}>
      <table className={styles.table}>
        <caption className={styles.caption}>{name}</caption>
        <thead>
          <tr>
            <th className={heading} />
            {Array.from({ length: width }, (_, column) => (
              <th key={column} scope="col" className={heading}>
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row" className={heading}>
                {index + 1}
              </th>
              {row.map((cell, column) => (
                <Cell key={column} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: ShownCell }): ReactNode {
  const styles = useStyles();
  const { text, mark, isFigure } = cell;
  return (
    <td className={mergeClasses(styles.cell, isFigure && styles.figure, mark && styles[mark])}>
      {text}
      {mark === "wrong" ? ` ${LEARNING_TEXT.wrongCell}` : null}
    </td>
  );
}
