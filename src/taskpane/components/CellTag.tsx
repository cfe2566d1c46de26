import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { a1, type CellAddress } from "../../core/model/cell";
import { zh } from "../../text/zh";
import { usePlaceOf } from "../place-of";
import { useAssistant } from "../session";

const useStyles = makeStyles({
  tag: {
    maxWidth: "100%",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    textAlign: "start",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { padding: 0, border: "none", backgroundColor: "transparent", fontSize: "inherit", lineHeight: "inherit" },
});

/** A cell as a small button that selects it in the workbook. `short` leaves the sheet out where it is plain. */
export function CellTag({
  cell,
  short = false,
  quiet = false,
  reachable = true,
  children,
}: {
  readonly cell: CellAddress;
  readonly short?: boolean;
  readonly quiet?: boolean;
  /** False leaves it out of the Tab order (in cards the keyboard is not on). */
  readonly reachable?: boolean;
  /** Shown instead of the cell's name (its figure). */
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const place = usePlaceOf()(cell);
  return (
    <button
      type="button"
      tabIndex={reachable ? 0 : -1}
      className={mergeClasses(styles.tag, quiet && styles.quiet)}
      title={assistant.placeOf ? place : zh.place(cell.sheet, a1(cell))}
      aria-label={children === undefined ? zh.problem.locateCell(place) : undefined}
      onClick={() => void assistant.goTo(cell)}
    >
      {children ?? (short && !assistant.placeOf ? a1(cell) : place)}
    </button>
  );
}
