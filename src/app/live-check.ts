import type { EditEvent, WorkbookHost } from "../host/port";

/** Edits that follow each other faster than this are checked together. */
const BURST_MS = 400;

/** What a live check does when edits have settled: the sheets that changed, or undefined for the whole workbook. */
export type Recheck = (sheets: readonly string[] | undefined) => Promise<void>;

/**
 * Follows the user's edits: joins bursts and asks for one re-check of the sheets concerned. While the pane is hidden
 * edits are only noted; they are checked when it is shown again.
 */
export class LiveCheck {
  readonly #host: WorkbookHost;
  readonly #recheck: Recheck;
  readonly #changed = new Set<string>();
  #all = false;
  #stop: (() => Promise<void>) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #visible = true;
  #running = false;

  constructor(host: WorkbookHost, recheck: Recheck) {
    this.#host = host;
    this.#recheck = recheck;
  }

  /** Starts following edits. @throws HostError where the host cannot tell them. */
  async start(): Promise<void> {
    this.#stop ??= await this.#host.onEdit((event) => this.#note(event));
  }

  /** Stops following edits and forgets those not yet checked. @throws HostError */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#changed.clear();
    this.#all = false;
    const stop = this.#stop;
    this.#stop = undefined;
    await stop?.();
  }

  /** Says whether the pane can be seen; edits noted meanwhile are checked when it can. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.#schedule();
  }

  #note({ sheet, range }: EditEvent): void {
    if (range === undefined) this.#all = true;
    else this.#changed.add(sheet);
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#visible || this.#running || (this.#changed.size === 0 && !this.#all)) return;
    this.#timer = setTimeout(() => void this.#run(), BURST_MS);
  }

  async #run(): Promise<void> {
    const sheets = this.#all ? undefined : [...this.#changed];
    this.#changed.clear();
    this.#all = false;
    this.#running = true;
    try {
      await this.#recheck(sheets);
    } finally {
      this.#running = false;
      this.#schedule();
    }
  }
}
