import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { reportTexts } from "../../text/report";
import { useAssistant } from "../session";

/** 转到该表: shows a sheet that was just written. */
export function GoToSheet({ sheet }: { readonly sheet: string }): ReactNode {
  const assistant = useAssistant();
  return (
    <Button size="small" onClick={() => void assistant.goTo({ sheet, row: 0, column: 0 })}>
      {reportTexts.goTo}
    </Button>
  );
}
