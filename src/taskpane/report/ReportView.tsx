import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { putReportSheet } from "../../app/overview/report-sheet";
import { OWN_SHEETS } from "../../core/model/own-sheets";
import { reportTexts } from "../../text/report";
import { GoToSheet } from "../components/GoToSheet";
import { useAssistant, useAssistantState } from "../session";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM },
  line: { margin: 0 },
});

/** 更多 › 报告: puts the results of the check into the workbook as a sheet. */
export default function ReportView(): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const { report, phase, kept } = useAssistantState();
  const [written, setWritten] = useState<typeof report>();
  const [isWriting, setWriting] = useState(false);
  if (!report) return <p className={styles.line}>{reportTexts.needsCheck}</p>;
  const write = async (): Promise<void> => {
    setWriting(true);
    try {
      await putReportSheet(assistant.host, report, kept?.kind === "ready" ? kept.state : undefined);
      setWritten(report);
    } catch (error) {
      assistant.tell("state", error);
    } finally {
      setWriting(false);
    }
  };
  return (
    <div className={styles.view}>
      <p className={styles.line}>{reportTexts.about}</p>
      <Button disabledFocusable={isWriting || phase === "reading"} onClick={() => void write()}>
        {reportTexts.write}
      </Button>
      <p className={styles.line} role="status">
        {written === report ? reportTexts.done : ""}
      </p>
      {written === report ? <GoToSheet sheet={OWN_SHEETS.report} /> : null}
    </div>
  );
}
