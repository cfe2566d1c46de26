import { useEffect, useState, type ReactNode } from "react";
import type { WorkbookSummary } from "../../app/overview/model";
import { buildOverview, verdictOf } from "../../app/overview/overview";
import { demoFilesTexts } from "../../text/demo-files";
import { overviewTexts } from "../../text/overview";
import { checkChosen, type ChosenFile } from "./check-files";

const { columns, none } = overviewTexts;

export interface FileListProps {
  readonly files: readonly ChosenFile[];
  readonly onOpen: (file: ChosenFile) => void;
  readonly onClose: () => void;
}

/** The chosen files with what checking each found, the worst first; those not checked yet stand below. */
export default function FileList({ files, onOpen, onClose }: FileListProps): ReactNode {
  const checked = useChecked(files);
  const summaries = [...checked.values()];
  const order = buildOverview(summaries, new Date(0)).workbooks;
  const byName = new Map([...checked].map(([file, summary]) => [summary, file]));
  const waiting = files.filter((file) => !checked.has(file));
  return (
    <section className="demo-files" aria-label={demoFilesTexts.title(files.length)}>
      <header>
        <strong>{demoFilesTexts.title(files.length)}</strong>
        <span>{demoFilesTexts.hint}</span>
        <button type="button" onClick={onClose}>
          {demoFilesTexts.close}
        </button>
      </header>
      <table>
        <thead>
          <tr>
            {[columns.workbook, columns.unit, columns.verdict].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {[columns.errors, columns.verify, columns.notChecked].map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((summary) => {
            const file = byName.get(summary);
            return file ? <CheckedRow key={file.name} summary={summary} onOpen={() => onOpen(file)} /> : null;
          })}
          {waiting.map(({ name }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{none}</td>
              <td>{demoFilesTexts.waiting}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CheckedRow({
  summary,
  onOpen,
}: {
  readonly summary: WorkbookSummary;
  readonly onOpen: () => void;
}): ReactNode {
  const verdict = verdictOf(summary);
  const word = overviewTexts.verdicts[verdict];
  if (summary.kind === "unread") {
    return (
      <tr>
        <td>{summary.file}</td>
        <td>{none}</td>
        <td className={verdict} colSpan={4}>
          {word}：{summary.reason}
        </td>
      </tr>
    );
  }
  const { errors, verify, notEvaluated } = summary.counts;
  return (
    <tr>
      <td>
        <button type="button" onClick={onOpen}>
          {summary.file}
        </button>
      </td>
      <td>{summary.unitName ?? overviewTexts.unitless}</td>
      <td className={verdict}>{word}</td>
      {[errors, verify, notEvaluated].map((count, i) => (
        <td key={i} className="number">
          {summary.isEmpty ? none : count}
        </td>
      ))}
    </tr>
  );
}

/** Checks the files one after the other, so that the page stays alive; what is known so far. */
function useChecked(files: readonly ChosenFile[]): ReadonlyMap<ChosenFile, WorkbookSummary> {
  const [checked, setChecked] = useState<ReadonlyMap<ChosenFile, WorkbookSummary>>(new Map());
  useEffect(() => {
    let isGone = false;
    const isWanted = (): boolean => !isGone;
    void (async () => {
      for (const file of files) {
        if (!isWanted()) return;
        const summary = await checkChosen(file);
        if (isWanted()) setChecked((known) => new Map(known).set(file, summary));
      }
    })();
    return () => {
      isGone = true;
    };
  }, [files]);
  return checked;
}
