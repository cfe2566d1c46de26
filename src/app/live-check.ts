import type { EditEvent, WorkbookHost } from "../host/port";

/** Edits that follow each other faster than this are checked together. */
const BURST_MS = 400;
/** Waits before trying again where Excel was not ready (a cell is being edited, a dialog is open), one after another. */
const PATIENCE_MS = [1_000, 2_000, 4_000, 8_000, 8_000, 8_000] as const;

/** How a re-check ended. `later`: Excel was not ready; `failed`: the user was told, the next edit tries again. */
export type RecheckOutcome = "done" | "later" | "failed";

/**
 * What to look at: the sheets that changed; `known`, all sheets read so far, where something may have changed that
 * Excel does not tell; `all`, the whole workbook anew.
 */
export type Suspects = readonly string[] | "known" | "all";

/**
 * What a live check does when edits have settled.
 * @param isLastTry nothing will be tried again by itself: then say what is wrong instead of answering `later`
 */
export type Recheck = (suspects: Suspects, isLastTry: boolean) => Promise<RecheckOutcome>;

/**
 * Follows the user's edits: joins bursts and asks for one re-check of the sheets concerned. While the pane is hidden
 * edits are only noted; they are checked when it is shown again. No edit is forgotten before a re-check has succeeded.
 */
export class LiveCheck {
  readonly #host: WorkbookHost;
  readonly #recheck: Recheck;
  readonly #changed = new Set<string>();
  /** How far beyond those sheets to look. */
  #reach: "changed" | "known" | "all" = "changed";
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

  /** Has everything read so far compared with the workbook: for what Excel tells of by no event. */
  look(): void {
    if (!this.#isOn) return;
    this.#widen("known");
    this.#schedule(BURST_MS);
  }

  #switch(step: () => Promise<void>): Promise<void> {
    const switched = this.#switching.then(step);
    this.#switching = switched.catch(() => undefined);
    return switched;
  }

  #note({ sheet, range }: EditEvent): void {
    if (!this.#isOn) return;
    if (range === undefined || sheet === undefined) this.#widen("all");
    else this.#changed.add(sheet);
    this.#tries = 0;
    this.#schedule(BURST_MS);
  }

  #widen(reach: "changed" | "known" | "all"): void {
    if (REACHES.indexOf(reach) > REACHES.indexOf(this.#reach)) this.#reach = reach;
  }

  #settled(): void {
    clearTimeout(this.#timer);
    this.#changed.clear();
    this.#reach = "changed";
    this.#tries = 0;
  }

  get #isAnything(): boolean {
    return this.#changed.size > 0 || this.#reach !== "changed";
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#visible || this.#running || !this.#isAnything) return;
    this.#timer = setTimeout(() => void this.#run(), wait);
  }

  async #run(): Promise<void> {
    const [sheets, reach] = [[...this.#changed], this.#reach];
    this.#changed.clear();
    this.#reach = "changed";
    this.#running = true;
    const wait = PATIENCE_MS[this.#tries];
    // Where nothing is known to have changed, nobody needs to hear that a look was not possible.
    const isLastTry = wait === undefined && !(reach === "known" && sheets.length === 0);
    const outcome = await this.#recheck(reach === "changed" ? sheets : reach, isLastTry);
    this.#running = false;
    if (!this.#isOn) return;
    const isNewEdit = this.#isAnything;
    if (outcome !== "done") {
      for (const sheet of sheets) this.#changed.add(sheet);
      this.#widen(reach);
    }
    if (isNewEdit) this.#schedule(BURST_MS);
    else if (outcome === "later" && wait !== undefined) {
      this.#tries += 1;
      this.#schedule(wait);
    }
  }
}

/** From narrow to wide. */
const REACHES = ["changed", "known", "all"] as const;
