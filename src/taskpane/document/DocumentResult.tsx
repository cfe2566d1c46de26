import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import { Assistant } from "../../app/assistant";
import type { ShownDocument } from "../../app/document/document-desk";
import { summariseDocument } from "../../app/document/document-summary";
import { furtherRemarks } from "../../app/document/further-remarks";
import type { PagePlace } from "../../core/document/model";
import { a1, type CellAddress } from "../../core/model/cell";
import { DocumentHost } from "../../host/document/document-host";
import { documentTexts } from "../../text/document";
import { documentViewTexts } from "../../text/document-view";
import { CellTag } from "../components/CellTag";
import { Message } from "../components/Message";
import { Session } from "../session";
import { CheckedText } from "../textcheck/CheckedText";
import { CopyButtons } from "./CopyButtons";
import { PagePicture } from "./PagePicture";
import { TableFindings } from "./TableFindings";

const useStyles = makeStyles({
  result: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0, overflowWrap: "anywhere" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** A place of the document that is looked at. */
interface Look {
  readonly place: PagePlace;
  readonly name: string;
}

/** What the check of one document found: its tables by the cards of a workbook, its text by sentences. */
export function DocumentResult({
  shown,
  onBack,
}: {
  readonly shown: ShownDocument;
  /** To the list; absent where there is no other document. */
  readonly onBack?: () => void;
}): ReactNode {
  const styles = useStyles();
  const [look, setLook] = useState<Look>();
  const { file, opened, report } = shown;
  const assistant = useMemo(() => assistantFor(shown, setLook), [shown]);
  const summary = useMemo(() => summariseDocument(report), [report]);
  const { text, split, document, cells } = report;
  const pageOf = (paragraph: number): ReactNode => {
    const found = split.prose[paragraph];
    const place = found?.places?.[0];
    if (place === undefined || opened.format !== "pdf") return null;
    const name = documentTexts.page(place.page);
    return (
      <Button size="small" appearance="subtle" onClick={() => setLook({ place, name })}>
        {documentViewTexts.look(name)}
      </Button>
    );
  };
  return (
    <Session assistant={assistant}>
      <div className={styles.result}>
        {onBack ? (
          <div>
            <Button size="small" onClick={onBack}>
              {documentViewTexts.back}
            </Button>
          </div>
        ) : null}
        <h2 className={styles.title}>{file.name}</h2>
        <p className={styles.quiet}>{documentViewTexts.whose(summary.unitName, summary.year, document.pages)}</p>
        <p className={styles.line} role="status">
          {documentViewTexts.counts(summary).join(" · ")}
        </p>
        {report.against ? (
          <p className={styles.line}>
            {documentTexts.compared(
              report.against.figures,
              report.against.differences.length,
              report.against.notCompared,
            )}
          </p>
        ) : null}
        <CopyButtons shown={shown} />
        {(document.troubles ?? []).map((trouble) => (
          <Message key={trouble.kind} kind={trouble.kind === "unruled" ? "hint" : "verify"}>
            <p className={styles.line}>{documentTexts.trouble(trouble)}</p>
          </Message>
        ))}
        {furtherRemarks(report).map(({ kind, text: said, cell }) => (
          <Message
            key={said}
            kind={kind === "workbook" ? "error" : "verify"}
            actions={cell && cells.rowPlaceOf(cell) ? <CellTag cell={cell} /> : undefined}
          >
            <p className={styles.line}>{said}</p>
          </Message>
        ))}
        {look && opened.format === "pdf" ? (
          <PagePicture shown={shown} place={look.place} name={look.name} onClose={() => setLook(undefined)} />
        ) : null}
        <section className={styles.section} aria-label={documentViewTexts.tables}>
          <h3 className={styles.heading}>{documentViewTexts.tables}</h3>
          <TableFindings report={report.tables} />
        </section>
        <section className={styles.section} aria-label={documentTexts.text}>
          <h3 className={styles.heading}>{documentTexts.text}</h3>
          <CheckedText report={text} whereIs={pageOf} />
        </section>
      </div>
    </Session>
  );
}

/** A session over the document: its cells are named as printed, and going to one shows its page. */
function assistantFor({ report }: ShownDocument, show: (look: Look) => void): Assistant {
  const { cells, split, tables } = report;
  const placeOf = (cell: CellAddress): string => documentTexts.place(cell.sheet, cells.nameOf(cell), a1(cell));
  const select = (cell: CellAddress): void => {
    const place = cells.rowPlaceOf(cell);
    if (place) show({ place, name: placeOf(cell) });
  };
  const assistant = new Assistant({
    host: new DocumentHost(split.grid, select),
    check: () => Promise.resolve(tables),
    placeOf,
  });
  assistant.show(tables);
  return assistant;
}
