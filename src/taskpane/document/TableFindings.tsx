import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { documentViewTexts } from "../../text/document-view";
import { zh } from "../../text/zh";
import { Findings } from "../check/Findings";
import { EmptyState } from "../components/EmptyState";

/** The findings of a document's tables, by the cards of a workbook; nothing in them can be written. */
export function TableFindings({ report }: { readonly report: CheckReport }): ReactNode {
  const { tables, forms, summaries } = report.book;
  if (tables.size === 0 && forms.length === 0 && summaries.length === 0) {
    return <EmptyState title={zh.noTables.title} lines={[documentViewTexts.noTables]} />;
  }
  return <Findings report={report} />;
}
