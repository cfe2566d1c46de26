import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { addRows, withdrawRows } from "../../app/new-set/add-rows";
import { a1 } from "../../core/model/cell";
import type { StandardKey } from "../../core/model/table";
import { readBook } from "../../core/reading/read-book";
import { sheetChip } from "../../core/tables";
import { isFunctionalCode } from "../../core/templates/subjects";
import { itemName } from "../../core/templates/subject-catalogue";
import { planRows, type PlannedRow, type RowsPlan } from "../../core/templates/rows/plan-rows";
import { newSetTexts } from "../../text/new-set";
import { useAssistant } from "../session";
import { said } from "./said";
import { subjectLines } from "./subject-lines";
import { SubjectSearch } from "./SubjectSearch";
import { SubjectSource } from "./SubjectSource";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  line: { margin: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 在已有的表中加科目: rows for the tables of the open workbook; shown before, put in together, taken out together. */
export function AddRows(): ReactNode {
  const styles = useStyles();
  const { host } = useAssistant();
  const [text, setText] = useState("");
  const [plan, setPlan] = useState<RowsPlan>();
  const [without, setWithout] = useState<ReadonlySet<StandardKey>>(new Set());
  const [added, setAdded] = useState<readonly PlannedRow[]>();
  const [message, setMessage] = useState<string>();
  const texts = newSetTexts.rows;
  const add = (lines: readonly string[]): void =>
    setText((before) => [...(before.trim() === "" ? [] : [before.trimEnd()]), ...lines].join("\n"));
  const trying = async (work: () => Promise<void>): Promise<void> => {
    setMessage(undefined);
    try {
      await work();
    } catch (error) {
      setMessage(said(error));
    }
  };
  const preview = (left: ReadonlySet<StandardKey>): Promise<void> =>
    trying(async () => {
      const subjects = subjectLines(text);
      const wrong = subjects.find(({ code }) => !isFunctionalCode(code));
      if (wrong) {
        setMessage(newSetTexts.fault({ kind: "code", code: wrong.code }));
        return;
      }
      const grid = await host.read();
      const planned = planRows(readBook(grid), grid, subjects, itemName, (table) => !left.has(table));
      setWithout(left);
      if (planned.rows.length + planned.left.length + left.size === 0) setMessage(texts.none);
      else setPlan(planned);
    });
  const rows = plan?.rows ?? [];
  const tables = [...new Set([...rows.map(({ table }) => table), ...without])];
  const toggle = (table: StandardKey): void =>
    void preview(new Set(without.has(table) ? [...without].filter((each) => each !== table) : [...without, table]));
  return (
    <section className={styles.section} aria-label={texts.title}>
      <h2 className={styles.title}>{texts.title}</h2>
      <p className={styles.line}>{texts.about}</p>
      {message !== undefined && (
        <p className={styles.line} role="alert">
          {message}
        </p>
      )}
      {added ? (
        <div className={styles.buttons}>
          <p className={styles.line} role="status">
            {texts.done(added.length)}
          </p>
          <Button
            size="small"
            onClick={() =>
              void trying(async () => {
                await withdrawRows(host, added);
                setAdded(undefined);
                setMessage(texts.undone);
              })
            }
          >
            {texts.undo}
          </Button>
        </div>
      ) : plan ? (
        <>
          <div className={styles.buttons} role="group" aria-label={texts.tables}>
            {tables.map((table) => (
              <Checkbox
                key={table}
                label={sheetChip(table)}
                checked={!without.has(table)}
                onChange={() => toggle(table)}
              />
            ))}
          </div>
          <ul className={styles.list}>
            {rows.map(({ table, sheet, row, code, name }) => (
              <li key={`${table} ${code}`}>{texts.row(sheet, a1({ row, column: 0 }).slice(1), `${code} ${name}`)}</li>
            ))}
            {plan.left.map(({ table, why }) => (
              <li key={table}>{texts.left(sheetChip(table), why)}</li>
            ))}
          </ul>
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={rows.length === 0}
              onClick={() =>
                void trying(async () => {
                  await addRows(host, rows);
                  setPlan(undefined);
                  setAdded(rows);
                })
              }
            >
              {texts.insert(rows.length)}
            </Button>
            <Button onClick={() => setPlan(undefined)}>{newSetTexts.back}</Button>
          </div>
        </>
      ) : (
        <>
          <SubjectSearch onFound={(line) => add([line])} />
          <Field label={texts.subjects}>
            <Textarea value={text} rows={3} resize="vertical" onChange={(_, data) => setText(data.value)} />
          </Field>
          <SubjectSource onFound={add} onTrouble={setMessage} />
          <div>
            <Button onClick={() => void preview(new Set())}>{texts.preview}</Button>
          </div>
        </>
      )}
    </section>
  );
}
