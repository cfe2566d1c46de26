import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { consolidationLines, consolidationRemarks, differenceLine } from "../../app/overview/consolidation-wording";
import type { Overview } from "../../app/overview/overview";
import { below } from "../../app/overview/paths";
import { byCause, byRule, type Tally } from "../../app/overview/tallies";
import { fileList, ruleWords } from "../../app/overview/wording";
import type { Consolidation } from "../../core/consolidation/model";
import { manyTexts } from "../../text/many";
import { overviewTexts } from "../../text/overview";
import { Section } from "../components/Section";
import { Tabs, tabId } from "../components/Tabs";
import { saveResult, type Saved } from "./save-results";
import { UnitList } from "./UnitList";

/** Differences a pane lists; all of them stand in the saved overview. */
const DIFFERENCES_SHOWN = 100;

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  // The tabs' own padding goes into the margin of the panel, so that their words begin where the text does.
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  line: { margin: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
});

const SAVED: readonly Saved[] = ["opinions", "opinionSheets", "overview", "run"];

/** What came out over all files: what can be saved of it, and the same by unit, rule and cause. */
export function Results({ overview }: { readonly overview: Overview }): ReactNode {
  const styles = useStyles();
  const panel = useId();
  const [view, setView] = useState<keyof typeof manyTexts.views>("units");
  const [news, setNews] = useState("");
  const { consolidation, workbooks } = overview;
  const views = (["units", "rules", "causes", ...(consolidation ? (["consolidation"] as const) : [])] as const).map(
    (id) => ({ id, label: manyTexts.views[id] }),
  );
  const selected = views.some(({ id }) => id === view) ? view : "units";
  const tell = (name: string | undefined): void =>
    setNews(name === undefined ? manyTexts.notSaved : manyTexts.saved(name));
  const canWrite = workbooks.some(({ kind }) => kind === "checked");
  return (
    <>
      <div className={styles.row}>
        {SAVED.map((what) => (
          <Button
            key={what}
            appearance={what === "opinions" ? "primary" : "secondary"}
            disabledFocusable={!canWrite && what !== "overview"}
            onClick={() => void saveResult(what, overview).then(tell)}
          >
            {manyTexts.save[what]}
          </Button>
        ))}
      </div>
      <p className={styles.quiet} role="status">
        {news}
      </p>
      <div className={styles.tabs}>
        <Tabs
          label={manyTexts.results}
          tabs={views}
          selected={selected}
          panel={panel}
          onSelect={(id) => setView(id as typeof view)}
        />
      </div>
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, selected)} className={styles.panel}>
        {selected === "units" ? <UnitList overview={overview} onSaved={tell} /> : null}
        {selected === "rules"
          ? byRule(workbooks).map((row) => (
              <TallySection key={row.key} title={ruleWords(row.key, row.title)} row={row} overview={overview} />
            ))
          : null}
        {selected === "causes"
          ? byCause(workbooks).map((row) => (
              <TallySection key={row.key} title={overviewTexts.causes[row.key]} row={row} overview={overview} />
            ))
          : null}
        {selected === "consolidation" && consolidation ? <Differences consolidation={consolidation} /> : null}
      </div>
    </>
  );
}

function TallySection({
  title,
  row,
  overview: { folder },
}: {
  readonly title: string;
  readonly row: Tally<unknown>;
  readonly overview: Overview;
}): ReactNode {
  const styles = useStyles();
  return (
    <Section title={title} count={manyTexts.tally(row.cards, row.files.length)}>
      <p className={styles.quiet}>{fileList(row.files.map((file) => below(folder, file)))}</p>
    </Section>
  );
}

function Differences({ consolidation }: { readonly consolidation: Consolidation }): ReactNode {
  const styles = useStyles();
  const { differences } = consolidation;
  return (
    <>
      {consolidationLines(consolidation).map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      <ol className={styles.list}>
        {differences.slice(0, DIFFERENCES_SHOWN).map((difference) => (
          <li key={`${difference.table} ${difference.row} ${difference.column}`} className={styles.line}>
            {differenceLine(difference)}
          </li>
        ))}
      </ol>
      {differences.length > DIFFERENCES_SHOWN ? (
        <p className={styles.quiet}>{manyTexts.moreCards(differences.length - DIFFERENCES_SHOWN)}</p>
      ) : null}
      {consolidationRemarks(consolidation).map((line) => (
        <p key={line} className={styles.quiet}>
          {line}
        </p>
      ))}
    </>
  );
}
