import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { parseA1 } from "../../core/model/cell";
import { zh } from "../../text/zh";
import { fillTexts } from "../../text/zh-fill";
import { CellTag } from "../components/CellTag";
import { Section } from "../components/Section";
import { useAssistantState } from "../session";
import { plainFigureText } from "../../app/figure-text";

/** Records drawn; the workbook may keep more. */
const SHOWN = 50;

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: "none", overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  cells: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** 填写记录: which cells were filled or taken back, when, from what to what; kept in the workbook. */
export function FillLog(): ReactNode {
  const styles = useStyles();
  const { kept } = useAssistantState();
  const log = kept?.kind === "ready" ? (kept.state.fillLog ?? []) : [];
  if (log.length === 0) return null;
  const texts = fillTexts.log;
  const shown = (content: string): string => (content === "" ? fillTexts.blank : plainFigureText(content));
  return (
    <Section title={texts.title} count={texts.count(log.length)}>
      <ul className={styles.list}>
        {[...log]
          .reverse()
          .slice(0, SHOWN)
          .map(({ at, isUndo, cells }) => (
            <li key={`${at} ${String(isUndo)}`} className={styles.item}>
              <p className={styles.quiet}>{texts.at(new Date(at), isUndo === true, cells.length)}</p>
              <ul className={styles.cells}>
                {cells.map(({ sheet, cell, was, now }) => (
                  <li key={zh.place(sheet, cell)} className={styles.item}>
                    <CellTag cell={{ sheet, ...parseA1(cell) }} /> {texts.change(shown(was), shown(now))}
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
    </Section>
  );
}
