import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import { writeOut, type Arithmetic as Sum, type ArithmeticLine } from "../../app/arithmetic";
import type { CellAddress } from "../../core/model/cell";
import type { Identity } from "../../core/model/rule";
import { zh } from "../../text/zh";
import { CellTag } from "../components/CellTag";
import { figureText, signedText } from "../../app/figure-text";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
  },
  caption: {
    captionSide: "top",
    paddingBottom: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    textAlign: "end",
  },
  sign: { width: "1.25em", color: tokens.colorNeutralForeground3, textAlign: "center", verticalAlign: "top" },
  label: {
    padding: `1px ${tokens.spacingHorizontalXS} 1px 0`,
    fontWeight: "inherit",
    textAlign: "start",
    overflowWrap: "anywhere",
  },
  figure: { textAlign: "end", whiteSpace: "nowrap", verticalAlign: "top" },
  quiet: { color: tokens.colorNeutralForeground3 },
  ruled: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
  strong: { fontWeight: tokens.fontWeightSemibold },
  difference: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  suspect: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  suspectWord: {
    marginInlineStart: tokens.spacingHorizontalXS,
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusWarningForeground1,
    whiteSpace: "nowrap",
  },
});

/** An identity written out as a sum: parts, what they make, what the table says, the signed difference. */
export function Arithmetic({
  identity,
  suspects,
  sure,
  held = false,
}: {
  readonly identity: Identity;
  readonly suspects: readonly CellAddress[];
  /** The suspects are the only explanation; otherwise each is one of several. */
  readonly sure: boolean;
  /** It holds (through rounding): the difference is no alarm. */
  readonly held?: boolean;
}): ReactNode {
  const styles = useStyles();
  const sum = writeOut(identity, suspects);
  const [single, ...others] = sum.totals;
  return (
    <table className={styles.table} aria-label={zh.arithmetic.label}>
      <caption className={styles.caption}>{zh.arithmetic.unit(sum.unit)}</caption>
      <tbody>
        {sum.parts.map((line, index) => (
          <Line key={`part${String(index)}`} line={line} first={index === 0} home={identity.sheet} sure={sure} />
        ))}
        {sum.omittedZeros > 0 ? (
          <tr className={styles.quiet}>
            <td />
            <td className={styles.label} colSpan={2}>
              {zh.arithmetic.zeros(sum.omittedZeros)}
            </td>
          </tr>
        ) : null}
        <Result
          className={mergeClasses(styles.ruled, styles.strong)}
          label={expectedLabel(sum)}
          figure={figureText(sum.expected)}
        />
        {single && others.length === 0 ? (
          <Line
            line={{ ...single, label: zh.arithmetic.stated(single.label) }}
            first
            home={identity.sheet}
            sure={sure}
          />
        ) : (
          <>
            {sum.totals.map((line, index) => (
              <Line key={`total${String(index)}`} line={line} first={index === 0} home={identity.sheet} sure={sure} />
            ))}
            <Result className={styles.ruled} label={zh.arithmetic.statedSum} figure={figureText(sum.actual)} />
          </>
        )}
        <Result
          className={mergeClasses(styles.ruled, held ? styles.strong : styles.difference)}
          label={zh.arithmetic.difference}
          figure={signedText(sum.difference)}
          remark={sum.tolerance.isZero() ? zh.arithmetic.exactOnly : zh.arithmetic.tolerance(sum.tolerance.toString())}
        />
      </tbody>
    </table>
  );
}

/** What the sum of the parts is called: no demand on the total where a part itself is in doubt. */
function expectedLabel({ relation, parts }: Sum): string {
  if (relation === ">=") return zh.arithmetic.atLeast;
  return parts.some(({ suspect }) => suspect) ? zh.arithmetic.sumOfParts : zh.arithmetic.expected;
}

/** One figure of the sum; its cell names the sheet only where it is not the identity's own (`home`). */
function Line({
  line,
  first,
  home,
  sure,
}: {
  readonly line: ArithmeticLine;
  readonly first: boolean;
  readonly home: string;
  readonly sure: boolean;
}): ReactNode {
  const styles = useStyles();
  const sign = line.sign === -1 ? zh.arithmetic.minus : first ? "" : zh.arithmetic.plus;
  return (
    <tr className={mergeClasses(line.suspect && styles.suspect)}>
      <td className={styles.sign}>{sign}</td>
      <th scope="row" className={styles.label}>
        {line.label} <CellTag cell={line.cell} quiet short={line.cell.sheet === home} />
        {line.suspect ? (
          <span className={styles.suspectWord}>
            <WarningFilled aria-hidden />
            {sure ? zh.arithmetic.suspect : zh.arithmetic.maybe}
          </span>
        ) : null}
      </th>
      <td className={styles.figure}>{figureText(line.value)}</td>
    </tr>
  );
}

function Result({
  className,
  label,
  figure,
  remark,
}: {
  readonly className: string;
  readonly label: string;
  readonly figure: string;
  readonly remark?: string;
}): ReactNode {
  const styles = useStyles();
  return (
    <tr className={className}>
      <td className={styles.sign} />
      <th scope="row" className={styles.label}>
        {label}
        {remark === undefined ? null : <Remark text={remark} />}
      </th>
      <td className={styles.figure}>{figure}</td>
    </tr>
  );
}

const useRemarkStyles = makeStyles({
  remark: {
    marginInlineStart: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

function Remark({ text }: { readonly text: string }): ReactNode {
  return <span className={useRemarkStyles().remark}>{text}</span>;
}
