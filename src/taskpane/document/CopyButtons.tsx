import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { markedCopy, tablesCopy } from "../../app/document/document-copies";
import type { ShownDocument } from "../../app/document/document-desk";
import { documentViewTexts } from "../../text/document-view";
import { saveFile } from "../narrative/save-file";
import { pdfAssets } from "./pdf-assets";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TYPES = {
  pdf: "application/pdf",
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

/** Saves what can be made from a checked document: a marked copy, and its tables as a workbook. */
export function CopyButtons({ shown }: { readonly shown: ShownDocument }): ReactNode {
  const styles = useStyles();
  const [said, setSaid] = useState<string>();
  const { file, bytes, opened, report } = shown;
  const [, stem = file.name, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(file.name) ?? [];
  const save = async (name: string, type: string, make: () => Promise<Uint8Array | undefined>): Promise<void> => {
    setSaid(documentViewTexts.making);
    try {
      const made = await make();
      const isSaved = made !== undefined && saveFile(name, made, type);
      setSaid(isSaved ? documentViewTexts.saved(name) : documentViewTexts.notSaved);
    } catch {
      setSaid(documentViewTexts.notSaved);
    }
  };
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        onClick={() =>
          void save(documentViewTexts.markedName(stem, ending), TYPES[opened.format], () =>
            markedCopy(bytes, opened, report, pdfAssets()),
          )
        }
      >
        {documentViewTexts.saveMarked}
      </Button>
      {report.split.grid.sheets.length === 0 ? null : (
        <Button
          size="small"
          onClick={() => void save(documentViewTexts.tablesName(stem), SPREADSHEET, () => tablesCopy(report))}
        >
          {documentViewTexts.saveTables}
        </Button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
