import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { WorkbookGrid } from "../../core/model/grid";
import { readBook } from "../../core/reading/read-book";
import { subjectsOfBook } from "../../core/templates/subjects-of-book";
import { newSetTexts } from "../../text/new-set";
import { FilePicker } from "../narrative/FilePicker";
import { useAssistant } from "../session";
import { said } from "./said";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 科目 taken from the tables of the open workbook or of another one, a line each. */
export function SubjectSource({
  onFound,
  onTrouble,
}: {
  readonly onFound: (lines: readonly string[]) => void;
  readonly onTrouble: (message: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { host } = useAssistant();
  const take = async (read: () => Promise<WorkbookGrid>): Promise<void> => {
    try {
      const found = subjectsOfBook(readBook(await read()));
      const items = found.filter(
        ({ code }) => !found.some((other) => other.code !== code && other.code.startsWith(code)),
      );
      if (items.length === 0) onTrouble(newSetTexts.noSubjects);
      else onFound(items.map(({ code, name }) => `${code} ${name}`));
    } catch (error) {
      onTrouble(said(error));
    }
  };
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => void take(() => host.read())}>
        {newSetTexts.subjectsOfThis}
      </Button>
      <FilePicker
        label={newSetTexts.subjectsOfFile}
        name={newSetTexts.subjectsFileName}
        accept=".xlsx,.xlsm"
        onPick={({ name, bytes }) =>
          void take(async () => {
            const { openXlsx } = await import("../../host/xlsx/xlsx-host");
            return (await openXlsx(bytes, name)).read();
          })
        }
      />
    </div>
  );
}
