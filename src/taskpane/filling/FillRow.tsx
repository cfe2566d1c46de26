import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useId, type ReactNode } from "react";
import type { PlannedWrite } from "../../core/filling/model";
import { cellKey } from "../../core/model/cell";
import { fillTexts } from "../../text/zh-fill";
import { useFieldStyles } from "../components/field-styles";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";
import { presentText, proposedText } from "./content-text";
import { useFilling } from "./fill-context";

/** More sources than these are only shown in part: a total may be made of a whole column. */
const SOURCES_SHOWN = 30;

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  label: { overflowWrap: "anywhere", cursor: "pointer" },
  change: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  proposed: { fontWeight: tokens.fontWeightSemibold },
  differs: { color: tokens.colorStatusWarningForeground1 },
  reason: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** One cell of the plan: its tick, what stands there and what will, why, and where it comes from. */
export const FillRow = memo(function FillRow({
  write,
  selected,
}: {
  readonly write: PlannedWrite;
  readonly selected: boolean;
}): ReactNode {
  const styles = useStyles();
  const { tick } = useFieldStyles();
  const filling = useFilling();
  const id = useId();
  const { label, isBlank, reason, sources, cell } = write;
  return (
    <li className={styles.row}>
      <input
        type="checkbox"
        id={id}
        className={tick}
        checked={selected}
        onChange={(event) => filling.select([write.id], event.currentTarget.checked)}
      />
      <div className={styles.text}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <div className={styles.change}>
          <CellTag cell={cell} />
          <span>
            <span className={styles.quiet}>{fillTexts.now} </span>
            <span className={mergeClasses(!isBlank && styles.differs)}>{presentText(write)}</span>
            {write.presentFormula === undefined ? null : (
              <span className={styles.quiet}>（{fillTexts.hasFormula}）</span>
            )}
          </span>
          <span>
            <span aria-hidden>→ </span>
            <span className={styles.quiet}>{fillTexts.willBe} </span>
            <span className={styles.proposed}>{proposedText(write)}</span>
          </span>
        </div>
        <p className={styles.reason}>{fillTexts.because(reason)}</p>
        {sources.length > 0 ? (
          <Section title={fillTexts.sources(sources.length)} level="detail">
            <div className={styles.tags}>
              {sources.slice(0, SOURCES_SHOWN).map((source) => (
                <CellTag key={cellKey(source)} cell={source} />
              ))}
            </div>
          </Section>
        ) : null}
      </div>
    </li>
  );
});
