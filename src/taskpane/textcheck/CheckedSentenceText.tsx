import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { cellKey } from "../../core/model/cell";
import type { CheckedFigure, CheckedSentence } from "../../core/textcheck/model";
import { textCheckTexts } from "../../text/textcheck";
import { CellTag } from "../components/CellTag";

const useStyles = makeStyles({
  card: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  text: { margin: 0, whiteSpace: "pre-wrap" },
  figure: {
    fontVariantNumeric: "tabular-nums",
    color: "inherit",
    backgroundColor: "transparent",
    // Colours of the user's own do not go with the browser's yellow for <mark>.
    "@media (forced-colors: active)": { backgroundColor: "Canvas", color: "CanvasText" },
  },
  right: { textDecorationLine: "underline", textDecorationColor: tokens.colorStatusSuccessBorder2 },
  wrong: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerBorder2,
  },
  uncheckable: { textDecorationLine: "underline", textDecorationStyle: "dotted" },
  notes: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, fontSize: tokens.fontSizeBase200 },
  note: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalXS,
    listStyleType: "none",
  },
  stated: { fontVariantNumeric: "tabular-nums" },
});

const CELLS_SHOWN = 4;

/** A sentence as printed, its figures marked, and below it what is wrong or was not checked, with the cells. */
export function CheckedSentenceText({
  sentence,
  where,
}: {
  readonly sentence: CheckedSentence;
  /** Where it is printed. */
  readonly where?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const told = sentence.figures.filter(({ verdict }) => verdict.kind !== "right");
  return (
    <div className={styles.card}>
      <p className={styles.text}>
        {pieces(sentence).map((piece) =>
          typeof piece === "string" ? (
            piece
          ) : (
            <mark
              key={piece.figure.start}
              className={mergeClasses(styles.figure, styles[piece.figure.verdict.kind])}
              title={textCheckTexts.verdict(piece.figure)}
            >
              {piece.text}
            </mark>
          ),
        )}
      </p>
      {told.length === 0 ? null : (
        <ul className={styles.notes}>
          {told.map((figure) => (
            <li key={figure.start} className={styles.note}>
              <span className={styles.stated}>
                {figure.text}
                {figure.unit}
              </span>
              <span>{textCheckTexts.verdict(figure)}</span>
              <Cells figure={figure} />
            </li>
          ))}
        </ul>
      )}
      {where}
    </div>
  );
}

/** The cells the right figure comes from. */
function Cells({ figure }: { readonly figure: CheckedFigure }): ReactNode {
  if (figure.verdict.kind === "uncheckable") return null;
  const cells = [...new Map(figure.verdict.cells.map((cell) => [cellKey(cell), cell])).entries()];
  return cells.slice(0, CELLS_SHOWN).map(([key, cell]) => <CellTag key={key} cell={cell} />);
}

/** The sentence cut at its figures. */
function pieces(
  sentence: CheckedSentence,
): readonly (string | { readonly figure: CheckedFigure; readonly text: string })[] {
  let at = 0;
  const cut = sentence.figures.flatMap((figure) => {
    const [start, end] = [figure.start - sentence.start, figure.end - sentence.start];
    const before = sentence.text.slice(at, start);
    at = end;
    return [before, { figure, text: sentence.text.slice(start, end) }];
  });
  return [...cut, sentence.text.slice(at)];
}
