import { needsOf, preselected, withDependents, withNeeds, type Needs } from "../../core/filling/dependencies";
import type { FillPlan, PlannedWrite } from "../../core/filling/model";
import { HostError } from "../../host/errors";
import type { WorkbookHost, WriteReceipt } from "../../host/port";
import { a1 } from "../../core/model/cell";
import type { CheckReport } from "../check-report";
import type { FillRecord } from "../workbook-state";
import { applyFill, undoFill, type FillMode } from "./apply-fill";

/** What filling was doing when something went wrong. */
export type FillActivity = "plan" | "fill" | "undo" | "analyse";

/** Something done that the user is told in a line. */
export interface FillNotice {
  readonly kind: "filled" | "undone" | "analysed";
  /** Cells, or rows of the sheet. */
  readonly count: number;
}

/** The state of filling as the pane shows it; replaced as a whole by every change. */
export interface FillState {
  /** What can be filled in the workbook as it was last checked; undefined until that is worked out. */
  readonly plan: FillPlan | undefined;
  readonly selected: ReadonlySet<string>;
  readonly mode: FillMode;
  readonly busy: FillActivity | undefined;
  /** Number of cells of the last fill that can be taken back; 0 where there is none. */
  readonly undoable: number;
  readonly notice: FillNotice | undefined;
  readonly trouble: { readonly during: FillActivity; readonly error: HostError } | undefined;
}

/** What filling works with. Planning and the analysis are given, so that they are loaded when they are needed. */
export interface FillParts {
  readonly host: WorkbookHost;
  readonly plan: (report: CheckReport) => Promise<FillPlan>;
  readonly analyse: (host: WorkbookHost, report: CheckReport, mode: FillMode) => Promise<number>;
  /** Keeps a record of what was written or taken back, where that is wanted. */
  readonly log?: (entry: FillRecord) => Promise<void>;
  /** Checks again after the workbook was changed. */
  readonly recheck: () => Promise<void>;
}

const INITIAL: FillState = {
  plan: undefined,
  selected: new Set(),
  mode: "formulas",
  busy: undefined,
  undoable: 0,
  notice: undefined,
  trouble: undefined,
};

/** Filling one workbook: an observable state and the actions on it. Actions never reject: trouble is state. */
export class FillSession {
  readonly #parts: FillParts;
  readonly #listeners = new Set<() => void>();
  readonly #receipts: WriteReceipt[] = [];
  /** Ticks the user set or took away, by id: they outlast a re-check. */
  readonly #choices = new Map<string, boolean>();
  #state: FillState = INITIAL;
  #report: CheckReport | undefined;
  #needs: Needs = new Map();
  #isOpen = false;

  constructor(parts: FillParts) {
    this.#parts = parts;
  }

  /** The present state; the same object until something changes. */
  readonly getState = (): FillState => this.#state;

  /** Calls the listener after every change; answers a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over a new report; what can be filled is worked out once the tab was opened. */
  async follow(report: CheckReport | undefined): Promise<void> {
    if (report === this.#report) return;
    this.#report = report;
    if (this.#isOpen) await this.#plan();
  }

  /** The tab is shown: from now on every report is planned for. */
  async open(): Promise<void> {
    this.#isOpen = true;
    if (!this.#state.plan) await this.#plan();
  }

  /** Ticks a cell with all it needs, or takes the tick away from it and all that need it. */
  select(ids: readonly string[], isOn: boolean): void {
    const changed = isOn ? withNeeds(ids, this.#needs) : withDependents(ids, this.#needs);
    for (const id of changed) this.#choices.set(id, isOn);
    this.#change({ selected: this.#selection(this.#state.plan) });
  }

  useMode(mode: FillMode): void {
    this.#change({ mode });
  }

  /** Writes what is ticked, then checks again. */
  async apply(): Promise<void> {
    const { plan, selected, mode } = this.#state;
    await this.write(plan?.writes.filter(({ id }) => selected.has(id)) ?? [], mode);
  }

  /**
   * Writes these cells, all or none, so that they can be taken back; then checks again. Answers whether it was done.
   * @param isTold whoever asked tells of it where it was asked: no notice
   */
  async write(writes: readonly PlannedWrite[], mode: FillMode, isTold = false): Promise<boolean> {
    const report = this.#report;
    if (!report || writes.length === 0) return false;
    return this.#attempt("fill", async () => {
      const receipt = await applyFill(this.#parts.host, writes, mode, report.grid);
      this.#receipts.push(receipt);
      await this.#parts.log?.(recordOf(receipt));
      for (const { id } of writes) this.#choices.delete(id);
      if (!isTold) this.#change({ notice: { kind: "filled", count: writes.length } });
      await this.#parts.recheck();
    });
  }

  /** Takes the last fill back exactly, then checks again; refused where one of its cells was edited since. */
  async undo(): Promise<void> {
    const receipt = this.#receipts.at(-1);
    if (!receipt) return;
    await this.#attempt("undo", async () => {
      await undoFill(this.#parts.host, receipt);
      this.#receipts.pop();
      await this.#parts.log?.({ ...recordOf({ before: receipt.after, after: receipt.before }), isUndo: true });
      this.#change({ notice: { kind: "undone", count: receipt.before.length } });
      await this.#parts.recheck();
    });
  }

  /** Makes or renews the sheet 结构分析. */
  async analyse(): Promise<void> {
    const report = this.#report;
    if (!report) return;
    await this.#attempt("analyse", async () => {
      const count = await this.#parts.analyse(this.#parts.host, report, this.#state.mode);
      this.#change({ notice: { kind: "analysed", count } });
    });
  }

  /** Takes messages away. */
  dismiss(): void {
    this.#change({ notice: undefined, trouble: undefined });
  }

  /** Takes away what tells of something done; trouble stays. */
  dismissNotice(): void {
    if (this.#state.notice) this.#change({ notice: undefined });
  }

  async #plan(): Promise<void> {
    const report = this.#report;
    if (!report) {
      this.#needs = new Map();
      this.#change({ plan: undefined, selected: new Set() });
      return;
    }
    try {
      const plan = await this.#parts.plan(report);
      // A newer report is planned for by its own call.
      if (report !== this.#report) return;
      this.#needs = needsOf(plan);
      this.#change({ plan, selected: this.#selection(plan) });
    } catch (error) {
      this.#fail("plan", error);
    }
  }

  #selection(plan: FillPlan | undefined): ReadonlySet<string> {
    if (!plan) return new Set();
    const first = preselected(plan);
    return new Set(plan.writes.map(({ id }) => id).filter((id) => this.#choices.get(id) ?? first.has(id)));
  }

  async #attempt(during: FillActivity, action: () => Promise<void>): Promise<boolean> {
    if (this.#state.busy) return false;
    this.#change({ busy: during, notice: undefined, trouble: undefined });
    try {
      await action();
      return true;
    } catch (error) {
      this.#fail(during, error);
      return false;
    } finally {
      this.#change({ busy: undefined });
    }
  }

  #fail(during: FillActivity, cause: unknown): void {
    const error = cause instanceof HostError ? cause : new HostError("unknown", { technical: String(cause), cause });
    this.#change({ notice: undefined, trouble: { during, error } });
  }

  #change(patch: Partial<FillState>): void {
    this.#state = { ...this.#state, ...patch, undoable: this.#receipts.at(-1)?.before.length ?? 0 };
    for (const listener of this.#listeners) listener();
  }
}

function recordOf({ before, after }: WriteReceipt): FillRecord {
  const cells = after.map(({ cell, content }, i) => ({
    sheet: cell.sheet,
    cell: a1(cell),
    was: String(before[i]?.content ?? ""),
    now: String(content ?? ""),
  }));
  return { at: new Date().toISOString(), cells };
}
