import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useId, useMemo, type ReactNode } from "react";
import type { FillMode } from "../../app/filling/apply-fill";
import type { FillPlan, PlannedWrite } from "../../core/filling/model";
import { cellKey } from "../../core/model/cell";
import { isEmptyBook } from "../../core/model/book";
import { zh } from "../../text/zh";
import { fillTexts } from "../../text/zh-fill";
import { CellTag } from "../components/CellTag";
import { EmptyState } from "../components/EmptyState";
import { Section } from "../components/Section";
import { useAssistant, useAssistantState } from "../session";
import { FillLog } from "./FillLog";
import { FillGroup } from "./FillGroup";
import { useFilling, useFillState } from "./fill-context";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { margin: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  choices: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    border: "none",
  },
  choice: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, cursor: "pointer" },
  radio: { margin: 0, accentColor: tokens.colorCompoundBrandBackground },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: "none", overflowWrap: "anywhere" },
});

/** The tab 填报: what can be filled, with its ticks; writing it and taking it back; what can't be worked out. */
export default function FillTab(): ReactNode {
  const styles = useStyles();
  const filling = useFilling();
  const { report, phase } = useAssistantState();
  const { plan, undoable, busy, notice } = useFillState();
  useEffect(() => void filling.open(), [filling]);
  if (!report) {
    return phase === "error" ? null : (
      <EmptyState title={fillTexts.needsCheck.title} lines={fillTexts.needsCheck.lines} />
    );
  }
  if (isEmptyBook(report.book)) {
    return <EmptyState title={zh.noTables.title} lines={[zh.noTables.body, zh.noTables.todo]} />;
  }
  return (
    <div className={styles.tab}>
      {plan ? <Plan plan={plan} /> : <p className={styles.quiet}>{fillTexts.planning}</p>}
      {/* Right after a fill the message offers it. */}
      {undoable > 0 && notice?.kind !== "filled" ? (
        <div className={styles.actions}>
          <Button size="small" disabledFocusable={busy !== undefined} onClick={() => void filling.undo()}>
            {fillTexts.undo(undoable)}
          </Button>
        </div>
      ) : null}
      {plan && plan.notDerivable.length > 0 ? <NotDerivableList plan={plan} /> : null}
      <FillLog />
      <Structure />
    </div>
  );
}

function Plan({ plan }: { readonly plan: FillPlan }): ReactNode {
  const styles = useStyles();
  const filling = useFilling();
  const { selected, busy } = useFillState();
  const groups = useMemo(() => grouped(plan.writes), [plan]);
  const select = useCallback((ids: readonly string[], isOn: boolean) => filling.select(ids, isOn), [filling]);
  if (plan.writes.length === 0) {
    const { title, lines, blockedLines } = fillTexts.nothing;
    return <EmptyState title={title} lines={plan.notDerivable.length > 0 ? blockedLines : lines} />;
  }
  const blanks = plan.writes.filter((write) => write.isBlank).length;
  return (
    <>
      <p className={styles.line}>{fillTexts.summary(blanks, plan.writes.length - blanks)}</p>
      <ModeChoice />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={selected.size === 0 || busy !== undefined}
          onClick={() => void filling.apply()}
        >
          {busy === "fill" ? fillTexts.applying : fillTexts.apply(selected.size)}
        </Button>
      </div>
      {groups.map(({ key, name, writes }) => (
        <FillGroup key={key} name={name} writes={writes} selected={selected} onSelect={select} />
      ))}
    </>
  );
}

function grouped(
  writes: readonly PlannedWrite[],
): readonly { readonly key: string; readonly name: string; readonly writes: readonly PlannedWrite[] }[] {
  const groups = new Map<string, PlannedWrite[]>();
  for (const write of writes) {
    const key = `${write.cell.sheet}\u0000${write.group}`;
    const list = groups.get(key);
    if (list) list.push(write);
    else groups.set(key, [write]);
  }
  return [...groups].map(([key, list]) => ({ key, name: list[0]?.group ?? "", writes: list }));
}

function ModeChoice(): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const filling = useFilling();
  const { mode } = useFillState();
  const name = useId();
  const hint = useId();
  const option = (value: FillMode, label: string): ReactNode => (
    <label className={styles.choice}>
      <input
        type="radio"
        className={styles.radio}
        name={name}
        checked={mode === value}
        onChange={() => {
          filling.useMode(value);
          void assistant.keep({ fillMode: value });
        }}
      />
      {label}
    </label>
  );
  return (
    <div>
      <fieldset className={styles.choices} aria-describedby={hint} aria-label={fillTexts.mode.label}>
        <span aria-hidden>{fillTexts.mode.label}</span>
        {option("formulas", fillTexts.mode.formulas)}
        {option("values", fillTexts.mode.values)}
      </fieldset>
      <p id={hint} className={styles.quiet}>
        {fillTexts.mode.hint}
      </p>
    </div>
  );
}

function NotDerivableList({ plan }: { readonly plan: FillPlan }): ReactNode {
  const styles = useStyles();
  const { title, count } = fillTexts.notDerivable;
  return (
    <Section title={title} count={count(plan.notDerivable.length)} initiallyOpen={plan.writes.length === 0}>
      <ul className={styles.list}>
        {plan.notDerivable.map(({ cell, label, reason }) => (
          <li key={cellKey(cell)} className={styles.item}>
            <CellTag cell={cell} /> {label}
            <p className={styles.quiet}>{reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Structure(): ReactNode {
  const styles = useStyles();
  const filling = useFilling();
  const { busy } = useFillState();
  const { title, body, action } = fillTexts.structure;
  return (
    <Section title={title}>
      <p className={styles.quiet}>{body}</p>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={busy !== undefined} onClick={() => void filling.analyse()}>
          {action}
        </Button>
      </div>
    </Section>
  );
}
