import type { ReactNode } from "react";
import { zh } from "../../text/zh";
import { EmptyState } from "../components/EmptyState";
import { reportPart } from "../report-parts";
import { useAssistantState } from "../session";

/** The tab 检查: what to expect of a check, then its report. */
export default function CheckTab(): ReactNode {
  const { report, phase } = useAssistantState();
  if (report) return <reportPart.Part report={report} />;
  if (phase === "error") return null;
  const { title, body, promise, keys } = zh.welcome;
  return <EmptyState title={title} lines={[body, promise, keys]} />;
}
