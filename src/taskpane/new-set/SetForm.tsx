import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { planNewSet } from "../../app/new-set/set-plan";
import { editionOf } from "../../core/editions";
import type { StandardKey } from "../../core/model/table";
import { tablesOf } from "../../core/templates/fund-codes";
import { layoutFor } from "../../core/templates/set-request";
import { findSubjects, itemName } from "../../core/templates/subject-catalogue";
import { sheetChip } from "../../core/tables";
import { newSetTexts } from "../../text/new-set";
import type { MakePlan } from "./use-new-set";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  tables: { display: "flex", flexWrap: "wrap" },
  found: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
});

const MOST_FOUND = 8;
/** Accounts are made in the year after. */
const LAST_YEAR = new Date().getFullYear() - 1;

/** What a new set is to be: year, unit, tables, forms, 科目. */
export function SetForm({
  isBusy,
  onPlan,
}: {
  readonly isBusy: boolean;
  readonly onPlan: (make: MakePlan) => void;
}): ReactNode {
  const styles = useStyles();
  const [year, setYear] = useState(String(LAST_YEAR));
  const [unitName, setUnitName] = useState("");
  const [of, setOf] = useState<"部门" | "单位">("部门");
  const [moneyUnit, setMoneyUnit] = useState<"万元" | "元">("万元");
  const [without, setWithout] = useState<ReadonlySet<StandardKey>>(new Set());
  const [projects, setProjects] = useState("");
  const [subjects, setSubjects] = useState("");
  const [search, setSearch] = useState("");
  const [formulas, setFormulas] = useState(true);
  const [parameters, setParameters] = useState(true);
  const layout = layoutFor(editionOf(/^\d{4}$/.test(year) ? Number(year) : undefined).id);
  const tables = layout.tables.map(({ key }) => key);
  const plan: MakePlan = (now) =>
    Promise.resolve(
      planNewSet(
        {
          head: { year: Number(year), of, unitName: unitName.trim(), moneyUnit, formulas },
          layout,
          tables: tables.filter((key) => !without.has(key)),
          projects: projectsOf(projects),
          summary: projectsOf(projects).length > 0,
          subjects: subjectsOf(subjects),
        },
        [...now.sheets, ...(now.skipped ?? [])].map(({ name }) => name),
        parameters,
      ),
    );
  const toggle = (key: StandardKey): void =>
    setWithout((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Field label={newSetTexts.year}>
          <Input value={year} inputMode="numeric" onChange={(_, data) => setYear(data.value.trim())} />
        </Field>
        <Field label={newSetTexts.moneyUnit}>
          <Select value={moneyUnit} onChange={(_, data) => setMoneyUnit(data.value === "元" ? "元" : "万元")}>
            <option>万元</option>
            <option>元</option>
          </Select>
        </Field>
      </div>
      <div className={styles.row}>
        <Field label={newSetTexts.unitName}>
          <Input value={unitName} onChange={(_, data) => setUnitName(data.value)} />
        </Field>
        <Field label={newSetTexts.of}>
          <Select value={of} onChange={(_, data) => setOf(data.value === "单位" ? "单位" : "部门")}>
            <option>部门</option>
            <option>单位</option>
          </Select>
        </Field>
      </div>
      <div className={styles.tables} role="group" aria-label={newSetTexts.tables}>
        {tables.map((key) => (
          <Checkbox key={key} label={sheetChip(key)} checked={!without.has(key)} onChange={() => toggle(key)} />
        ))}
      </div>
      <Field label={newSetTexts.searchSubjects}>
        <Input value={search} onChange={(_, data) => setSearch(data.value)} />
      </Field>
      {search.trim() !== "" && (
        <div className={styles.found}>
          {findSubjects(search, MOST_FOUND).map(({ code, name }) => (
            <Button
              key={code}
              size="small"
              appearance="subtle"
              onClick={() => setSubjects((before) => `${before === "" ? "" : `${before.trimEnd()}\n`}${code} ${name}`)}
            >
              {`${code} ${name}`}
            </Button>
          ))}
        </div>
      )}
      <Field label={newSetTexts.subjects} hint={newSetTexts.subjectsHint}>
        <Textarea value={subjects} rows={4} resize="vertical" onChange={(_, data) => setSubjects(data.value)} />
      </Field>
      <Field label={newSetTexts.projects} hint={newSetTexts.projectsHint}>
        <Textarea value={projects} rows={2} resize="vertical" onChange={(_, data) => setProjects(data.value)} />
      </Field>
      <Checkbox
        label={newSetTexts.formulas}
        checked={formulas}
        onChange={(_, data) => setFormulas(data.checked === true)}
      />
      <Checkbox
        label={newSetTexts.parameters}
        checked={parameters}
        onChange={(_, data) => setParameters(data.checked === true)}
      />
      <div>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onPlan(plan)}>
          {newSetTexts.plan}
        </Button>
      </div>
    </div>
  );
}

/** A line a project; a number alone is that many forms without names yet. */
function projectsOf(text: string): readonly string[] {
  const trimmed = text.trim();
  if (/^\d{1,3}$/.test(trimmed)) return Array.from({ length: Number(trimmed) }, () => "");
  return trimmed.split("\n").flatMap((line) => line.trim() || []);
}

/** A line a 科目: code and name; the name of a known code may be left out. */
function subjectsOf(text: string): Parameters<typeof planNewSet>[0]["subjects"] {
  return text.split("\n").flatMap((line) => {
    const trimmed = line.trim();
    if (trimmed === "") return [];
    const [, code = trimmed, name = ""] = /^(\d+)\s*(.*)$/.exec(trimmed) ?? [];
    return [{ code, name: name || (itemName(code) ?? ""), tables: tablesOf(code) }];
  });
}
