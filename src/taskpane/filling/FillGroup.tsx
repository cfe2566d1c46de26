import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { PlannedWrite } from "../../core/filling/model";
import { fillTexts } from "../../text/zh-fill";
import { useFieldStyles } from "../components/field-styles";
import { FillRow } from "./FillRow";

/** Longer groups show the rest on request. */
const ROWS_SHOWN = 40;

const useStyles = makeStyles({
  group: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr) max-content",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  alone: { gridColumn: "1 / span 2" },
  count: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
});

/** The cells of one table or project. The tick of the head is for its blank cells only. */
export function FillGroup({
  name,
  writes,
  selected,
  onSelect,
}: {
  readonly name: string;
  readonly writes: readonly PlannedWrite[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], isOn: boolean) => void;
}): ReactNode {
  const styles = useStyles();
  const { tick } = useFieldStyles();
  const [showsAll, setShowsAll] = useState(false);
  const blanks = writes.filter((write) => write.isBlank).map(({ id }) => id);
  const chosenBlanks = blanks.filter((id) => selected.has(id)).length;
  const chosen = writes.filter(({ id }) => selected.has(id)).length;
  const shown = showsAll ? writes : writes.slice(0, ROWS_SHOWN);
  return (
    <section className={styles.group} aria-label={fillTexts.group(name, chosen, writes.length)}>
      <div className={styles.head}>
        {blanks.length > 0 ? (
          <input
            type="checkbox"
            className={tick}
            aria-label={fillTexts.groupAll(name)}
            checked={chosenBlanks === blanks.length}
            ref={(box) => {
              if (box) box.indeterminate = chosenBlanks > 0 && chosenBlanks < blanks.length;
            }}
            onChange={(event) => onSelect(blanks, event.currentTarget.checked)}
          />
        ) : null}
        <h2 className={mergeClasses(styles.name, blanks.length === 0 && styles.alone)}>{name}</h2>
        <span className={styles.count}>{fillTexts.groupCount(chosen, writes.length)}</span>
      </div>
      <ul className={styles.list}>
        {shown.map((write) => (
          <FillRow key={write.id} write={write} selected={selected.has(write.id)} />
        ))}
      </ul>
      {shown.length < writes.length ? (
        <Button size="small" appearance="subtle" onClick={() => setShowsAll(true)}>
          {fillTexts.more(writes.length - shown.length)}
        </Button>
      ) : null}
    </section>
  );
}
