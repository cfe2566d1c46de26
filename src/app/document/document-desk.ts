import { HostError } from "../../host/errors";
import type { PdfAssets } from "../../host/pdf/library";
import { documentTroubleText } from "../../text/document";
import { checkDocument, type DocumentReport, type SourceWorkbook } from "./check-document";
import { summariseDocument, type DocumentSummary } from "./document-summary";
import { openDocument, type OpenedDocument } from "./open-document";

/** A document the user chose; nothing of it leaves the machine. */
export interface ChosenDocument {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** How far a chosen document is. `done`: fraction 0…1 of its pages; `reason`: what happened and what to do (Chinese). */
export type Progress =
  | { readonly kind: "waiting" | "cancelled" }
  | { readonly kind: "checking"; readonly done: number }
  | { readonly kind: "checked"; readonly summary: DocumentSummary }
  | { readonly kind: "unread"; readonly reason: string };

export interface DeskEntry {
  readonly file: ChosenDocument;
  readonly progress: Progress;
}

/** The document whose findings are shown. */
export interface ShownDocument {
  readonly file: ChosenDocument;
  readonly bytes: Uint8Array;
  readonly opened: OpenedDocument;
  readonly report: DocumentReport;
}

export interface DeskState {
  readonly entries: readonly DeskEntry[];
  readonly isBusy: boolean;
  readonly shown: ShownDocument | undefined;
  /** The documents are compared with the workbook that is open. */
  readonly isCompared: boolean;
  /** That workbook could not be read, or has none of the tables: nothing was compared. */
  readonly sourceFailed: boolean;
}

/** Reads the workbook that the documents were made from; undefined where it has none of the tables. */
export type ReadSource = () => Promise<SourceWorkbook | undefined>;

/**
 * Published documents on the desk: checked one after the other, one of them shown. Of the others only a summary is kept,
 * so that hundreds stay small: one that is shown later is read once more.
 */
export class DocumentDesk {
  readonly #listeners = new Set<() => void>();
  #state: DeskState = { entries: [], isBusy: false, shown: undefined, isCompared: false, sourceFailed: false };
  #stop: AbortController | undefined;
  #readSource: ReadSource | undefined;

  constructor(private readonly assets: PdfAssets) {}

  /** The present state; the same object until something changes. */
  readonly getState = (): DeskState => this.#state;

  /** Calls the listener after every change; answers a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Compares what lies there, and what comes, with a workbook from now on; undefined: no more. Never rejects. */
  async compareWith(readSource: ReadSource | undefined): Promise<void> {
    this.#readSource = readSource;
    this.#change({ isCompared: readSource !== undefined, sourceFailed: false });
    const { entries } = this.#state;
    if (entries.length > 0) await this.take(entries.map(({ file }) => file));
  }

  /** Takes these instead of what lay there and checks them; a single one is shown. Never rejects. */
  async take(files: readonly ChosenDocument[]): Promise<void> {
    this.cancel();
    const stop = new AbortController();
    this.#stop = stop;
    const entries = files.map((file): DeskEntry => ({ file, progress: { kind: "waiting" } }));
    this.#change({ entries, isBusy: true, shown: undefined });
    const source = await this.#source();
    for (const file of files) {
      const shown = await this.#check(file, stop.signal, source);
      if (stop.signal.aborted) return;
      if (files.length === 1) this.#change({ shown });
    }
    this.#change({ isBusy: false });
  }

  /** Calls off what is being checked; what was done stays. */
  cancel(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    if (!this.#state.isBusy) return;
    const entries = this.#state.entries.map((entry): DeskEntry =>
      entry.progress.kind === "waiting" || entry.progress.kind === "checking"
        ? { ...entry, progress: { kind: "cancelled" } }
        : entry,
    );
    this.#change({ entries, isBusy: false });
  }

  /** Shows the findings of one document, which is read again. Never rejects. */
  async show(file: ChosenDocument): Promise<void> {
    if (this.#state.isBusy) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#change({ isBusy: true });
    const shown = await this.#check(file, stop.signal, await this.#source());
    if (!stop.signal.aborted) this.#change({ isBusy: false, shown });
  }

  /** Back to the list. */
  putBack(): void {
    this.#change({ shown: undefined });
  }

  /** The workbook as it is now; that it is none or cannot be read is said, and does not keep documents from being checked. */
  async #source(): Promise<SourceWorkbook | undefined> {
    if (!this.#readSource) return undefined;
    try {
      const source = await this.#readSource();
      this.#change({ sourceFailed: source === undefined });
      return source;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#change({ sourceFailed: true });
      return undefined;
    }
  }

  async #check(
    file: ChosenDocument,
    signal: AbortSignal,
    workbook: SourceWorkbook | undefined,
  ): Promise<ShownDocument | undefined> {
    const progress = (next: Progress): void => {
      if (!signal.aborted) this.#progress(file, next);
    };
    progress({ kind: "checking", done: 0 });
    try {
      const bytes = await file.read();
      const onProgress = (done: number): void => progress({ kind: "checking", done });
      const opened = await openDocument(bytes, { assets: this.assets, onProgress, signal });
      const report = checkDocument(opened.document, workbook ? { workbook } : {});
      progress({ kind: "checked", summary: summariseDocument(report) });
      return { file, bytes, opened, report };
    } catch (error) {
      const known = error instanceof HostError ? error : new HostError("unknown", { technical: String(error) });
      const { happened, todo } = documentTroubleText(known);
      progress({ kind: "unread", reason: happened + todo });
      return undefined;
    }
  }

  #progress(file: ChosenDocument, progress: Progress): void {
    this.#change({ entries: this.#state.entries.map((entry) => (entry.file === file ? { file, progress } : entry)) });
  }

  #change(patch: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
