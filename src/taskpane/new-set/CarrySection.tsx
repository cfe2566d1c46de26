import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { planNextYear } from "../../app/new-set/set-plan";
import type { WorkbookGrid } from "../../core/model/grid";
import { newSetTexts } from "../../text/new-set";
import { readBook } from "../../core/reading/read-book";
import { useAssistant } from "../session";
import { FilePicker } from "../narrative/FilePicker";
import type { MakePlan } from "./use-new-set";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  line: { margin: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const OPTIONS = { parameters: true };
const namesOf = ({ sheets }: WorkbookGrid): readonly string[] => sheets.map(({ name }) => name);

/** 结转新年度: from the open workbook, or from a file into the open one. */
export function CarrySection({
  isBusy,
  onPlan,
}: {
  readonly isBusy: boolean;
  readonly onPlan: (make: MakePlan) => void;
}): ReactNode {
  const styles = useStyles();
  const { host } = useAssistant();
  return (
    <section className={styles.section} aria-label={newSetTexts.carryTitle}>
      <h2 className={styles.title}>{newSetTexts.carryTitle}</h2>
      <p className={styles.line}>{newSetTexts.carryAbout}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() => onPlan((now) => planNextYear(host, OPTIONS, tabsOf(now)))}
        >
          {newSetTexts.carryThis}
        </Button>
        <FilePicker
          label={newSetTexts.carryFile}
          name={newSetTexts.carryFileName}
          accept=".xlsx,.xlsm"
          onPick={({ name, bytes }) =>
            onPlan(async (now) => {
              const { openXlsx } = await import("../../host/xlsx/xlsx-host");
              const unitName = readBook(now).unitName;
              return planNextYear(await openXlsx(bytes, name), { ...OPTIONS, unitName }, tabsOf(now));
            })
          }
        />
      </div>
    </section>
  );
}

/** Names in use; the host itself refuses what a hidden sheet has. */
function tabsOf(now: WorkbookGrid): readonly string[] {
  return [...namesOf(now), ...(now.skipped ?? []).map(({ name }) => name)];
}
