import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { isCheckable, type ChosenFile } from "../../app/many/check-chosen";
import type { DeskProgress } from "../../app/many/review-desk";
import { manyTexts } from "../../text/many";
import { overviewTexts } from "../../text/overview";
import { useFieldStyles } from "../components/field-styles";
import { ManyPicker } from "./ManyPicker";
import { Results } from "./Results";
import { useReviewDesk } from "./use-review-desk";

const ACCEPTED = ".xlsx,.xlsm,.docx,.pdf";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0, overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  label: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
});

/** 多个工作簿: a supervisor's many files, checked one after the other, their problems summed up and written to the units. */
export default function ManyView(): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { desk, state } = useReviewDesk();
  const [isEmpty, setEmpty] = useState(false);
  const select = useId();
  const { progress, overview, candidates, department, earlier, cancelled } = state;
  const take = (files: readonly ChosenFile[]): void => {
    const own = files.filter(({ path }) => isCheckable(path));
    setEmpty(own.length === 0);
    if (own.length > 0) void desk.take(own);
  };
  const isBusy = progress !== undefined;
  return (
    <div className={styles.view}>
      {overview || isBusy ? null : <p className={styles.line}>{manyTexts.about}</p>}
      <div className={styles.row}>
        <ManyPicker
          label={manyTexts.pick}
          name={manyTexts.pickName}
          accept={ACCEPTED}
          primary={!overview}
          disabled={isBusy}
          onPick={take}
        />
        <ManyPicker
          label={manyTexts.pickFolder}
          name={manyTexts.pickFolderName}
          accept={ACCEPTED}
          folder
          disabled={isBusy}
          onPick={take}
        />
      </div>
      {isEmpty ? <p role="status">{manyTexts.nothingPicked}</p> : null}
      {progress ? <Working progress={progress} onCancel={() => desk.cancel()} /> : null}
      {overview && !isBusy ? (
        <>
          <p className={styles.line} role="status">
            {overviewTexts.totals(overview.totals)}
          </p>
          {cancelled ? <p className={styles.line}>{manyTexts.cancelled(cancelled.done, cancelled.all)}</p> : null}
          <div className={styles.row}>
            <ManyPicker
              label={manyTexts.earlier}
              name={manyTexts.earlierName}
              accept={`${ACCEPTED},.json`}
              onPick={(files) => void desk.compareWith(files)}
            />
            {earlier === undefined ? null : <span className={styles.quiet}>{manyTexts.earlierRead(earlier)}</span>}
          </div>
          {overview.comparison ? (
            <p className={styles.line}>{overviewTexts.comparisonTotals(overview.comparison.totals)}</p>
          ) : null}
          {candidates.length > 1 ? (
            <label className={styles.label} htmlFor={select}>
              {manyTexts.department}
              <select
                id={select}
                className={fields.field}
                value={department ?? ""}
                onChange={({ target }) => void desk.name(target.value === "" ? undefined : target.value)}
              >
                <option value="">{manyTexts.noDepartment}</option>
                {candidates.map(({ file, name }) => (
                  <option key={file} value={file}>
                    {name === file ? file : `${name} · ${file}`}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <Results overview={overview} />
        </>
      ) : null}
    </div>
  );
}

function Working({
  progress,
  onCancel,
}: {
  readonly progress: DeskProgress;
  readonly onCancel: () => void;
}): ReactNode {
  const styles = useStyles();
  const { what, done, all, name } = progress;
  const say = manyTexts.working[what];
  return (
    <>
      <ProgressBar value={done} max={all} aria-label={manyTexts.title} />
      <div className={styles.row}>
        <span className={styles.quiet}>{say(done, all, name)}</span>
        <Button size="small" onClick={onCancel}>
          {manyTexts.cancel}
        </Button>
      </div>
    </>
  );
}
