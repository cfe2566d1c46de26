import type { EditEvent, WorkbookHost } from "../host/port";

/** Edits that follow each other faster than this are checked together. */
const BURST_MS = 400;
/** Waits before trying again where Excel was not ready (a cell is being edited, a dialog is open), one after another. */
const PATIENCE_MS = [1_000, 2_000, 4_000, 8_000, 8_000, 8_000] as const;

/** How a re-check ended. `later`: Excel was not ready; `failed`: the user was told, the next edit tries again. */
export type RecheckOutcome = "done" | "later" | "failed";

/**
 * What a live check does when edits have settled.
 * @param sheets those that changed; undefined for the whole workbook
 * @param isLastTry nothing will be tried again by itself: then say what is wrong instead of answering `later`
 */
export type Recheck = (sheets: readonly string[] | undefined, isLastTry: boolean) => Promise<RecheckOutcome>;

/**
 * Follows the user's edits: joins bursts and asks for one re-check of the sheets concerned. While the pane is hidden
 * edits are only noted; they are checked when it is shown again. No edit is forgotten before a re-check has succeeded.
 */
export class LiveCheck {
  readonly #host: WorkbookHost;
  readonly #recheck: Recheck;
  readonly #changed = new Set<string>();
  #all = false;
  #isOn = false;
  #stop: (() => Promise<void>) | undefined;
  /** Switching on and off, one after the other. */
  #switching: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #visible = true;
  #running = false;
  #tries = 0;

  constructor(host: WorkbookHost, recheck: Recheck) {
    this.#host = host;
    this.#recheck = recheck;
  }

  /** Starts following edits. @throws HostError where the host cannot tell them. */
  start(): Promise<void> {
    return this.#switch(async () => {
      this.#stop ??= await this.#host.onEdit((event) => this.#note(event));
      this.#isOn = true;
    });
  }

  /** Stops following edits and forgets those not yet checked. @throws HostError */
  stop(): Promise<void> {
    this.#isOn = false;
    this.#settled();
    return this.#switch(async () => {
      this.#isOn = false;
      this.#settled();
      const stop = this.#stop;
      this.#stop = undefined;
      await stop?.();
    });
  }

  /** Says whether the pane can be seen; edits noted meanwhile are checked when it can. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.#schedule(BURST_MS);
  }

  #switch(step: () => Promise<void>): Promise<void> {
    const switched = this.#switching.then(step);
    this.#switching = switched.catch(() => undefined);
    return switched;
  }

  #note({ sheet, range }: EditEvent): void {
    if (!this.#isOn) return;
    if (range === undefined) this.#all = true;
    else this.#changed.add(sheet);
    this.#tries = 0;
    this.#schedule(BURST_MS);
  }

  #settled(): void {
    clearTimeout(this.#timer);
    this.#changed.clear();
    this.#all = false;
    this.#tries = 0;
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#visible || this.#running || (this.#changed.size === 0 && !this.#all)) return;
    this.#timer = setTimeout(() => void this.#run(), wait);
  }

  async #run(): Promise<void> {
    const [sheets, all] = [[...this.#changed], this.#all];
    this.#changed.clear();
    this.#all = false;
    this.#running = true;
    const wait = PATIENCE_MS[this.#tries];
    const outcome = await this.#recheck(all ? undefined : sheets, wait === undefined);
    this.#running = false;
    if (!this.#isOn) return;
    const isNewEdit = this.#changed.size > 0 || this.#all;
    if (outcome !== "done") {
      for (const sheet of sheets) this.#changed.add(sheet);
      this.#all ||= all;
    }
    if (isNewEdit) this.#schedule(BURST_MS);
    else if (outcome === "later" && wait !== undefined) {
      this.#tries += 1;
      this.#schedule(wait);
    }
  }
}
