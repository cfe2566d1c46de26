import { consolidateInSteps } from "../../core/consolidation/consolidate";
import type { Consolidation } from "../../core/consolidation/model";
import type { PdfAssets } from "../../host/pdf/library";
import { breathing } from "../breathing";
import { compareRuns } from "../overview/compare-runs";
import { earlierWorkbook, readEarlierRun, type EarlierWorkbook } from "../overview/earlier-run";
import { buildOverview, type Overview } from "../overview/overview";
import { checkChosen, type CheckedFile, type ChosenFile } from "./check-chosen";

/** How far the desk is with the files it was given. */
export interface DeskProgress {
  readonly what: "present" | "earlier" | "consolidation";
  readonly done: number;
  readonly all: number;
  /** The file in hand; the department's, of whose units `done` of a hundred parts are added up. */
  readonly name: string;
}

export interface ReviewState {
  /** Undefined where nothing is being checked. */
  readonly progress: DeskProgress | undefined;
  /** What was checked so far; undefined before the first file was chosen. */
  readonly overview: Overview | undefined;
  /** Files that can be named as the department's workbook. */
  readonly candidates: readonly { readonly file: string; readonly name: string }[];
  readonly department: string | undefined;
  /** Workbooks of the version sent before; undefined where none was given. */
  readonly earlier: number | undefined;
  /** Set where the run was called off: how many files were done, of how many. */
  readonly cancelled: Pick<DeskProgress, "done" | "all"> | undefined;
}

const EMPTY: ReviewState = {
  progress: undefined,
  overview: undefined,
  candidates: [],
  department: undefined,
  earlier: undefined,
  cancelled: undefined,
};

/**
 * Many workbooks and documents on a supervisor's desk: checked one after the other, summed up by unit, rule and cause,
 * compared with the version sent before, and with the department's workbook where one of them is named so.
 */
export class ReviewDesk {
  readonly #listeners = new Set<() => void>();
  #state = EMPTY;
  #stop: AbortController | undefined;
  #files: readonly CheckedFile[] = [];
  #earlier: readonly EarlierWorkbook[] | undefined;
  #consolidation: Consolidation | undefined;

  constructor(
    private readonly assets: PdfAssets,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The present state; the same object until something changes. */
  readonly getState = (): ReviewState => this.#state;

  /** Calls the listener after every change; answers a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Checks these files instead of what lay there; what was done before a cancellation stays. Never rejects. */
  async take(files: readonly ChosenFile[]): Promise<void> {
    this.#files = [];
    this.#consolidation = undefined;
    this.#change({ ...EMPTY, earlier: this.#state.earlier });
    const { checked, isWhole } = await this.#run(files, "present");
    if (checked === undefined) return;
    this.#files = checked;
    this.#change({
      candidates: checked.flatMap(({ figures }) => (figures ? [{ file: figures.file, name: figures.name }] : [])),
      cancelled: isWhole ? undefined : { done: checked.length, all: files.length },
    });
    this.#sumUp();
  }

  /** Compares with the version sent before: its workbooks, or the JSON of an earlier run. Never rejects. */
  async compareWith(files: readonly ChosenFile[]): Promise<void> {
    const runs = files.filter(({ path }) => /\.json$/i.test(path));
    const { checked } = await this.#run(
      files.filter((file) => !runs.includes(file)),
      "earlier",
    );
    if (checked === undefined) return;
    const kept = await Promise.all(
      runs.map(async ({ read }) => readEarlierRun(new TextDecoder().decode(await read())) ?? []),
    );
    this.#earlier = [...kept.flat(), ...checked.flatMap(({ summary }) => earlierWorkbook(summary) ?? [])];
    this.#change({ earlier: this.#earlier.length });
    this.#sumUp();
  }

  /**
   * Names the department's workbook, of which the others are the units, and adds these up; undefined for none. Called
   * off, none is named. Never rejects.
   */
  async name(department: string | undefined): Promise<void> {
    const stop = this.#begin();
    this.#consolidation = undefined;
    this.#change({ department });
    const consolidation = await this.#consolidate(stop.signal);
    if (this.#stop !== stop) return;
    this.#consolidation = consolidation;
    this.#change({ progress: undefined, department: consolidation && department });
    this.#sumUp();
  }

  /** Calls off what is being checked. */
  cancel(): void {
    this.#stop?.abort();
  }

  /** Checks the files, letting the pane draw between them; `checked` is undefined where a newer run took over. */
  async #run(
    files: readonly ChosenFile[],
    what: DeskProgress["what"],
  ): Promise<{ readonly checked: readonly CheckedFile[] | undefined; readonly isWhole: boolean }> {
    const stop = this.#begin();
    const checked: CheckedFile[] = [];
    for (const file of files) {
      this.#change({ progress: { what, done: checked.length, all: files.length, name: file.path } });
      await breathe();
      if (stop.signal.aborted) break;
      checked.push(await checkChosen(file, this.assets));
    }
    if (this.#stop !== stop) return { checked: undefined, isWhole: false };
    this.#change({ progress: undefined });
    return { checked, isWhole: checked.length === files.length };
  }

  /** Something new is begun: what runs ends. */
  #begin(): AbortController {
    this.#stop?.abort();
    this.#stop = new AbortController();
    return this.#stop;
  }

  #sumUp(): void {
    if (this.#files.length === 0) return;
    const summaries = this.#files.map(({ summary }) => summary);
    const comparison = this.#earlier && compareRuns(summaries, this.#earlier);
    const overview = buildOverview(summaries, this.now(), { comparison, consolidation: this.#consolidation });
    this.#change({ overview });
  }

  /** Undefined where no department is named, or where it was called off. */
  async #consolidate(signal: AbortSignal): Promise<Consolidation | undefined> {
    const { department } = this.#state;
    const figures = this.#files.flatMap((file) => file.figures ?? []);
    const own = figures.find(({ file }) => file === department);
    if (!own) return undefined;
    const units = figures.filter((unit) => unit !== own);
    const unread = this.#files.flatMap(({ summary }) => (summary.kind === "unread" ? [summary.file] : []));
    const steps = consolidateInSteps(own, units, unread);
    const pause = breathing();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      const rest = pause();
      if (!rest) continue;
      const progress = { what: "consolidation", done: Math.floor(step.value * 100), all: 100, name: own.name } as const;
      this.#change({ progress });
      await rest;
      if (signal.aborted) return undefined;
    }
  }

  #change(patch: Partial<ReviewState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** Lets the pane draw before the next file takes the thread. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
