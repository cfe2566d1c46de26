import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { choicesOf, chosenSheets, usualChoices, type SheetChoice } from "../../app/new-set/sheet-choice";
import { planNewSet } from "../../app/new-set/set-plan";
import { editionOf } from "../../core/editions";
import { tablesOf } from "../../core/templates/fund-codes";
import { LAYOUTS } from "../../core/templates/layouts";
import { layoutFor } from "../../core/templates/set-request";
import { newSetTexts } from "../../text/new-set";
import { subjectLines } from "./subject-lines";
import { SubjectSearch } from "./SubjectSearch";
import { SubjectSource } from "./SubjectSource";
import type { MakePlan } from "./use-new-set";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  tables: { display: "flex", flexWrap: "wrap" },
});

/** Accounts are made in the year after. */
const LAST_YEAR = new Date().getFullYear() - 1;

/** What a new set is to be: year, unit, tables, forms, 科目. */
export function SetForm({
  isBusy,
  onPlan,
  onTrouble,
}: {
  readonly isBusy: boolean;
  readonly onPlan: (make: MakePlan) => void;
  readonly onTrouble: (message: string) => void;
}): ReactNode {
  const styles = useStyles();
  const [year, setYear] = useState(String(LAST_YEAR));
  const [unitName, setUnitName] = useState("");
  const [of, setOf] = useState<"部门" | "单位">("部门");
  const [moneyUnit, setMoneyUnit] = useState<"万元" | "元">("万元");
  const [changed, setChanged] = useState<ReadonlySet<SheetChoice>>(new Set());
  const [layoutName, setLayoutName] = useState<string>();
  const [projects, setProjects] = useState("");
  const [subjects, setSubjects] = useState("");
  const [formulas, setFormulas] = useState(true);
  const own = layoutFor(editionOf(/^\d{4}$/.test(year) ? Number(year) : undefined).id);
  const layout = LAYOUTS.find(({ name }) => name === layoutName) ?? own;
  // What a user changed is kept apart from what is usual, which follows the year and the forms.
  const usual = usualChoices(layout, projectsOf(projects).length > 0);
  const choices = choicesOf(layout);
  const isChosen = (key: SheetChoice): boolean => usual.has(key) !== changed.has(key);
  const chosen = new Set(choices.map(({ key }) => key).filter(isChosen));
  const plan: MakePlan = (now) =>
    Promise.resolve(
      planNewSet(
        {
          head: { year: Number(year), of, unitName: unitName.trim(), moneyUnit, formulas },
          ...chosenSheets(layout, chosen),
          projects: projectsOf(projects),
          subjects: subjectLines(subjects).map((subject) => ({ ...subject, tables: tablesOf(subject.code) })),
        },
        [...now.sheets, ...(now.skipped ?? [])].map(({ name }) => name),
        chosen.has("parameters"),
      ),
    );
  const toggle = (key: SheetChoice): void =>
    setChanged((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  const addSubjects = (lines: readonly string[]): void =>
    setSubjects((before) => [...(before.trim() === "" ? [] : [before.trimEnd()]), ...lines].join("\n"));
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
      <Field label={newSetTexts.layout}>
        <Select value={layout.name} onChange={(_, data) => setLayoutName(data.value)}>
          {LAYOUTS.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <div className={styles.tables} role="group" aria-label={newSetTexts.tables}>
        {choices.map(({ key, name }) => (
          <Checkbox key={key} label={name} checked={isChosen(key)} onChange={() => toggle(key)} />
        ))}
      </div>
      <SubjectSearch onFound={(line) => addSubjects([line])} />
      <Field label={newSetTexts.subjects} hint={newSetTexts.subjectsHint}>
        <Textarea value={subjects} rows={4} resize="vertical" onChange={(_, data) => setSubjects(data.value)} />
      </Field>
      <SubjectSource onFound={addSubjects} onTrouble={onTrouble} />
      <Field label={newSetTexts.projects} hint={newSetTexts.projectsHint}>
        <Textarea value={projects} rows={2} resize="vertical" onChange={(_, data) => setProjects(data.value)} />
      </Field>
      <Checkbox
        label={newSetTexts.formulas}
        checked={formulas}
        onChange={(_, data) => setFormulas(data.checked === true)}
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
