import type { AccountBook } from "../core/model/book";
import type { CellAddress } from "../core/model/cell";
import type { Finding } from "../core/model/finding";
import type { CheckSettings } from "../core/model/rule";
import { HostError } from "../host/errors";
import type { MarkOutcome, WorkbookHost } from "../host/port";
import type { CheckReport } from "./check-report";
import type { CheckOptions, CheckProgress } from "./check-workbook";
import { ignore, stopIgnoring, withoutIgnored } from "./explanations/ignoring";
import { withExplanations } from "./explanations/standing";
import { ShownSheet } from "./live/shown-sheet";
import { LiveCheck, type RecheckOutcome, type Suspects } from "./live-check";
import { highlightFindings } from "./highlight-findings";
import {
  explain,
  logFill,
  parseState,
  serialiseState,
  type FillRecord,
  type LoadedState,
  type WorkbookState,
} from "./workbook-state";
import { DEFAULT_FILTER, EVERYTHING, type Narrowing, type ProblemFilter } from "./problem-filter";
import type { ProblemKind } from "./problems";
import type { CardPlace } from "./standing-groups";
import { isPassing, WAYS_ON, type WayOn } from "./ways-on";

/** What the assistant was doing when something went wrong: decides what was not lost. */
export type Activity = "check" | "select" | "highlight" | "clearHighlights" | "live" | "state";

/** Something that went wrong and that the user is told, until it is dismissed or overtaken. */
export interface Trouble {
  readonly during: Activity;
  readonly error: HostError;
  /** What a button can offer: the same once more, a new check, or nothing that would help. */
  readonly wayOn: WayOn;
}

/** Something done that the user is told in a line. */
export type Notice = MarkOutcome & { readonly kind: "highlighted" | "cleared" };

/** What was done with a card that left the list by it: told where the card stood, with the way back. */
export type Trace = CardPlace &
  (
    { readonly kind: "filled"; readonly count: number } | { readonly kind: "ignored"; readonly keys: readonly string[] }
  );

/** The state of a session as the pane shows it; replaced as a whole by every change. */
export interface AssistantState {
  readonly phase: "idle" | "reading" | "checked" | "error";
  readonly progress: CheckProgress | undefined;
  /** The last report; kept while reading again and when a later check fails. */
  readonly report: CheckReport | undefined;
  readonly trouble: Trouble | undefined;
  readonly notice: Notice | undefined;
  /** What the last card to leave the list left behind, until the next check. */
  readonly trace: Trace | undefined;
  /** The problem the keyboard is on, and the one that is open (at most one). */
  readonly current: string | undefined;
  readonly open: string | undefined;
  readonly filter: ProblemFilter;
  readonly narrowing: Narrowing;
  /** Cells changed since the report was made, and nothing checks them by itself. */
  readonly isStale: boolean;
  readonly live: boolean;
  /** What the workbook keeps for us; undefined until it was read. */
  readonly kept: LoadedState | undefined;
  /** Our marks stand in the workbook, as far as this session knows. */
  readonly highlighted: boolean;
}

/** What a session works with; the check is given, so that the pane can be tried on made-up reports. */
export interface AssistantParts {
  readonly host: WorkbookHost;
  readonly check: (host: WorkbookHost, options: CheckOptions) => Promise<CheckReport>;
  /**
   * Checks again after edits on some sheets; undefined where only a check of the whole workbook helps. Without it live
   * checking reads the whole workbook.
   */
  readonly recheck?: (
    host: WorkbookHost,
    previous: CheckReport,
    sheets: readonly string[],
    options: CheckOptions,
  ) => Promise<CheckReport | undefined>;
  /** What a cell is called where the host has words of its own for it: a document's page, row and column. */
  readonly placeOf?: (cell: CellAddress) => string;
}

const INITIAL: AssistantState = {
  phase: "idle",
  progress: undefined,
  report: undefined,
  trouble: undefined,
  notice: undefined,
  trace: undefined,
  current: undefined,
  open: undefined,
  filter: DEFAULT_FILTER,
  narrowing: EVERYTHING,
  isStale: false,
  live: false,
  kept: undefined,
  highlighted: false,
};

/** A session with one workbook: an observable state and the actions on it. Actions never reject: trouble is state. */
export class Assistant {
  readonly #host: WorkbookHost;
  readonly #check: AssistantParts["check"];
  readonly #listeners = new Set<() => void>();
  #state: AssistantState = INITIAL;
  readonly #recheck: AssistantParts["recheck"];
  readonly #live: LiveCheck;
  #running: Promise<void> | undefined;
  #following: Promise<RecheckOutcome> | undefined;
  /** The report every edit since is known of: what live checking may build on. */
  #followed: CheckReport | undefined;
  /** The report as it was found, without what the workbook keeps. */
  #found: CheckReport | undefined;
  #settings: CheckSettings | undefined;
  #again: (() => Promise<void>) | undefined;
  /** Changes of the kept state, one after the other. */
  #keeping: Promise<void> = Promise.resolve();
  #priorYear: AccountBook | undefined;
  readonly #shown: ShownSheet;
  /** How to stop noting changes, while they are noted. */
  #watching: Promise<() => Promise<void>> | undefined;

  /** See `AssistantParts`. */
  readonly placeOf: ((cell: CellAddress) => string) | undefined;

  constructor({ host, check, recheck, placeOf }: AssistantParts) {
    this.placeOf = placeOf;
    this.#host = host;
    this.#check = check;
    this.#recheck = recheck;
    this.#shown = new ShownSheet(host);
    this.#live = new LiveCheck(host, (suspects, isLastTry) => {
      this.#following = this.#follow(suspects, isLastTry).finally(() => (this.#following = undefined));
      return this.#following;
    });
  }

  /** The present state; the same object until something changes. */
  readonly getState = (): AssistantState => this.#state;

  /** Calls the listener after every change; answers a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Thresholds for the next check; undefined: the defaults. */
  useSettings(settings: CheckSettings | undefined): void {
    this.#settings = settings;
  }

  /** The workbook of this session, for what other tabs do in it. */
  get host(): WorkbookHost {
    return this.#host;
  }

  /** Last year's workbook (undefined: none) for this and later checks; what was checked is checked again with it. */
  async usePriorYear(book: AccountBook | undefined): Promise<void> {
    this.#priorYear = book;
    await this.#running;
    if (this.#state.report) await this.check();
  }

  /** Reads what the workbook keeps for us: explanations, reasons, thresholds, whether findings follow edits. */
  async start(): Promise<void> {
    await this.#attempt("state", async () => {
      const kept = await parseState(await this.#host.loadState());
      if (kept.kind === "ready" && kept.state.settings) this.useSettings(kept.state.settings);
      this.#changeKept(kept);
      if (kept.kind === "ready" && kept.state.live === true && !this.#state.live) await this.#switchLive(true);
    });
  }

  /**
   * Keeps an explanation (核实说明) of a finding in the workbook; a blank text takes it away. Does nothing where the
   * workbook's state could not be read or belongs to a newer version: it must not be overwritten.
   */
  async explain(finding: Finding, text: string): Promise<void> {
    const { report } = this.#state;
    if (!report) return;
    await this.#attempt("state", () => this.#keep((state) => explain(state, finding, report.book, text, new Date())));
  }

  /**
   * Sets findings aside, with a reason where they are errors; kept in the workbook and listed with the way back. Answers
   * whether it is kept.
   */
  async ignore(findings: readonly Finding[], reason: string): Promise<boolean> {
    const { report } = this.#state;
    if (!report) return false;
    await this.#attempt("state", () => this.#keep((state) => ignore(state, findings, report.book, reason, new Date())));
    return !this.#state.trouble && this.#state.kept?.kind === "ready";
  }

  /** Leaves word where a card stood that went by what was done with it; undefined takes the word away. */
  leave(trace: Trace | undefined): void {
    if (trace !== this.#state.trace) this.#change({ trace });
  }

  /** Takes a finding back that was set aside. */
  async stopIgnoring(key: string): Promise<void> {
    await this.#attempt("state", () => this.#keep((state) => stopIgnoring(state, key)));
  }

  /** Keeps a record of cells that were filled or taken back. */
  async logFill(entry: FillRecord): Promise<void> {
    await this.#attempt("state", () => this.#keep((state) => logFill(state, entry)));
  }

  /** Takes an explanation away whose finding is not there any more. */
  async dropExplanation(key: string): Promise<void> {
    await this.#attempt("state", () =>
      this.#keep((state) => ({
        ...state,
        explanations: Object.fromEntries(Object.entries(state.explanations).filter(([other]) => other !== key)),
      })),
    );
  }

  /**
   * Keeps thresholds in the workbook (undefined: the defaults, none kept) and checks again with them what was checked.
   * Changes nothing where the workbook's state could not be read or belongs to a newer version. The answer tells
   * whether they are kept; trouble on the way is state.
   */
  async keepSettings(settings: CheckSettings | undefined): Promise<boolean> {
    let isKept = false;
    await this.#attempt("state", async () => {
      await this.#keep((state) => ({ ...state, settings }));
      if (this.#state.kept?.kind !== "ready") return;
      isKept = true;
      this.useSettings(settings);
      await this.#running;
      if (this.#state.report) await this.check();
    });
    return isKept;
  }

  /**
   * Keeps in the workbook how cells are filled, the office's templates or texts of last year's document. Left alone as
   * `explain` leaves it; answers whether it is kept.
   */
  async keep(choice: Pick<WorkbookState, "fillMode" | "templates" | "carried">): Promise<boolean> {
    let isKept = false;
    await this.#attempt("state", async () => {
      await this.#keep((state) => ({ ...state, ...choice }));
      isKept = this.#state.kept?.kind === "ready";
    });
    return isKept;
  }

  /** Changes what the workbook keeps, as it stands now: another pane may have written meanwhile. @throws HostError */
  #keep(change: (state: WorkbookState) => WorkbookState): Promise<void> {
    const kept = this.#keeping.then(async () => {
      const found = await parseState(await this.#host.loadState());
      if (found.kind !== "ready") {
        this.#changeKept(found);
        return;
      }
      const state = change(found.state);
      await this.#host.saveState(serialiseState(state));
      this.#changeKept({ kind: "ready", state });
    });
    this.#keeping = kept.catch(() => undefined);
    return kept;
  }

  /** Reads and checks the whole workbook. A second call while one is running joins it. */
  check(): Promise<void> {
    this.#running ??= this.#runCheck().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #runCheck(): Promise<void> {
    const quiet = { trouble: undefined, notice: undefined, trace: undefined };
    this.#change({ phase: "reading", progress: { stage: "reading", done: 0 }, ...quiet });
    // A re-check that began earlier must not end later.
    if (this.#following) await this.#following;
    const { live } = this.#state;
    try {
      const report = await this.#check(this.#host, {
        ...this.#options(),
        onProgress: (progress) => this.#change({ progress }),
      });
      this.show(report);
      this.#followed = live && this.#state.live ? report : undefined;
    } catch (error) {
      this.#again = () => this.check();
      this.#fail("check", error, { phase: "error" });
      return;
    }
    if (!this.#state.live) await this.#watch();
    if (this.#state.highlighted) await this.highlight();
  }

  /** Notes the first change of a cell after a check that nothing follows. A host that cannot tell is left in peace. */
  async #watch(): Promise<void> {
    this.#watching ??= this.#host.onEdit(() => {
      if (this.#state.report && !this.#state.live) this.#change({ isStale: true });
      void this.#unwatch();
    });
    await this.#watching.catch(() => (this.#watching = undefined));
  }

  async #unwatch(): Promise<void> {
    const watching = this.#watching;
    this.#watching = undefined;
    await watching?.then((stop) => stop()).catch(() => undefined);
  }

  /** Shows a report made elsewhere (a live re-check); keeps what is open where it still exists. */
  show(report: CheckReport): void {
    this.#found = report;
    this.#change({
      phase: "checked",
      report: explained(report, this.#state.kept),
      isStale: false,
      progress: undefined,
      trouble: undefined,
    });
  }

  /** Selects a cell in the workbook. */
  async goTo(cell: CellAddress): Promise<void> {
    await this.#attempt("select", async () => {
      this.#shown.turnTo(cell.sheet);
      await this.#host.select(cell);
    });
  }

  /** Marks the cells of all findings in the workbook. */
  async highlight(): Promise<void> {
    const { report } = this.#state;
    if (!report) return;
    await this.#attempt("highlight", async () => {
      const outcome = await highlightFindings(this.#host, report);
      this.#change({ highlighted: outcome.cells > 0, notice: { kind: "highlighted", ...outcome } });
    });
  }

  /** Removes our marks, also those of an earlier session. */
  async clearHighlights(): Promise<void> {
    await this.#attempt("clearHighlights", async () => {
      const outcome = await this.#host.clearHighlights();
      this.#change({ highlighted: false, notice: { kind: "cleared", ...outcome } });
    });
  }

  /** Puts the keyboard on a problem. */
  focus(problem: string | undefined): void {
    if (problem !== this.#state.current) this.#change({ current: problem });
  }

  /** Opens a problem's card (closing another), or closes all. */
  open(problem: string | undefined): void {
    this.#change({ open: problem, ...(problem === undefined ? {} : { current: problem }) });
  }

  /** Shows or hides a kind of problems. */
  filter(kind: ProblemKind, shown: boolean): void {
    this.#change({ filter: { ...this.#state.filter, [kind]: shown } });
  }

  /** Looks at some of the problems only. */
  narrow(narrowing: Partial<Narrowing>): void {
    this.#change({ narrowing: { ...this.#state.narrowing, ...narrowing } });
  }

  /**
   * Looks only at what is filed under the sheet the user is on, following the user from sheet to sheet (not the pane,
   * which turns to other sheets for the cells of a card); or at all sheets again.
   */
  async narrowToActive(isOn: boolean): Promise<void> {
    await this.#attempt("select", async () => {
      this.narrow({ sheet: undefined });
      await this.#shown.leave();
      if (isOn) await this.#shown.follow((sheet) => this.narrow({ sheet }));
    });
  }

  /** Lets the findings follow the user's edits, or no longer, and remembers it; switching on checks at once. */
  async setLive(live: boolean): Promise<void> {
    await this.#attempt("live", () => this.#switchLive(live));
    if (this.#state.live !== live || this.#state.trouble?.during === "live") return;
    const { kept } = this.#state;
    if (kept?.kind !== "ready" || (kept.state.live ?? false) === live) return;
    await this.#attempt("state", () => this.#keep((state) => ({ ...state, live })));
  }

  async #switchLive(live: boolean): Promise<void> {
    this.#change({ live });
    this.#followed = undefined;
    if (!live) {
      await this.#live.stop();
      if (this.#state.report) await this.#watch();
      return;
    }
    try {
      await this.#live.start();
      await this.#unwatch();
    } catch (error) {
      this.#change({ live: false });
      throw error;
    }
    if (this.#running) await this.#running;
    return this.check();
  }

  /** Says whether the pane can be seen: live checking rests while it cannot. */
  setVisible(visible: boolean): void {
    this.#live.setVisible(visible);
  }

  /** The user turns to the pane: what changed without Excel's telling (分列, a renamed sheet in older Excel) is looked for. */
  look(): void {
    this.#live.look();
  }

  /**
   * Re-checks after edits: only the changed sheets where possible. Marks in the workbook are left as they are: changing
   * them would take from the user, with every edit, what Excel can undo.
   */
  async #follow(suspects: Suspects, isLastTry: boolean): Promise<RecheckOutcome> {
    if (this.#running) await this.#running;
    try {
      const report = (await this.#recheckSheets(suspects)) ?? (await this.#check(this.#host, this.#options()));
      if (!this.#state.live) return "done";
      this.show(report);
      this.#followed = report;
      return "done";
    } catch (error) {
      if (!this.#state.live) return "done";
      if (!isLastTry && error instanceof HostError && isPassing(error)) return "later";
      this.#again = () => this.check();
      this.#fail("live", error, {});
      return "failed";
    }
  }

  /** The report with these sheets read again; undefined where the whole workbook has to be read. @throws HostError */
  async #recheckSheets(suspects: Suspects): Promise<CheckReport | undefined> {
    const followed = this.#followed;
    if (!followed || suspects === "all" || !this.#recheck) return undefined;
    const sheets = suspects === "known" ? followed.grid.sheets.map(({ name }) => name) : suspects;
    try {
      return await this.#recheck(this.#host, followed, sheets, this.#options());
    } catch (error) {
      if (error instanceof HostError && error.code === "sheetMissing") return undefined;
      throw error;
    }
  }

  #options(): CheckOptions {
    return {
      ...(this.#settings ? { settings: this.#settings } : {}),
      ...(this.#priorYear ? { priorYear: this.#priorYear } : {}),
    };
  }

  /** Tells the user about trouble in something done beside the actions above, which `again` does once more. */
  tell(during: Activity, error: unknown, again?: () => Promise<void>): void {
    this.#again = again;
    this.#fail(during, error, {});
  }

  /** The way on the present trouble offers: the same action once more, or a new check. */
  async retry(): Promise<void> {
    const again = this.#state.trouble?.wayOn === "retry" ? this.#again : () => this.check();
    this.#change({ trouble: undefined });
    await again?.();
  }

  /** Takes messages away. */
  dismiss(): void {
    this.#change({ trouble: undefined, notice: undefined, trace: undefined });
  }

  /** Takes away what tells of something done; trouble stays. */
  dismissNotice(): void {
    if (this.#state.notice || this.#state.trace) this.#change({ notice: undefined, trace: undefined });
  }

  async #attempt(during: Activity, action: () => Promise<void>): Promise<void> {
    if (this.#state.trouble && this.#state.phase !== "error") this.#change({ trouble: undefined });
    try {
      await action();
    } catch (error) {
      this.#again = () => this.#attempt(during, action);
      this.#fail(during, error, {});
    }
  }

  #fail(during: Activity, cause: unknown, patch: Partial<AssistantState>): void {
    const error = cause instanceof HostError ? cause : new HostError("unknown", { technical: String(cause), cause });
    const wayOn = this.#again || WAYS_ON[error.code] !== "retry" ? WAYS_ON[error.code] : "none";
    this.#change({ ...patch, progress: undefined, notice: undefined, trouble: { during, error, wayOn } });
  }

  #changeKept(kept: LoadedState): void {
    const report = this.#found;
    this.#change({ kept, ...(report ? { report: explained(report, kept) } : {}) });
  }

  #change(patch: Partial<AssistantState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

function explained(report: CheckReport, kept: LoadedState | undefined): CheckReport {
  return kept?.kind === "ready" ? withoutIgnored(withExplanations(report, kept.state), kept.state) : report;
}
