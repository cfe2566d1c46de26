import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import type { PlannedWrite } from "../../core/filling/model";
import { cellKey } from "../../core/model/cell";
import { fillTexts } from "../../text/zh-fill";
import { placeText } from "../../app/figure-text";
import { presentText, proposedText } from "./content-text";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});

/** What would be written: cell, now, will be. */
export function ChangeList({
  writes,
  report,
}: {
  readonly writes: readonly PlannedWrite[];
  readonly report: CheckReport;
}): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {writes.map((write) => (
        <li key={cellKey(write.cell)}>
          {fillTexts.suggestion.change(placeText(report.book, write.cell), presentText(write), proposedText(write))}
        </li>
      ))}
    </ul>
  );
}
