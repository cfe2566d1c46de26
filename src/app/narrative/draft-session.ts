import type { AccountBook } from "../../core/model/book";
import { compareDrafts, type DraftChange } from "../../core/narrative/compare-drafts";
import type { Edition } from "../../core/editions";
import type { NarrativeDraft } from "../../core/narrative/model";
import { HostError } from "../../host/errors";
import type { WorkbookHost } from "../../host/port";
import {
  draftWorkbook,
  makeParameterSheet,
  saveReasons,
  type DraftOptions,
  type WorkbookDraft,
} from "./draft-workbook";
import type { CheckReport } from "../check-report";
import type { PickedFile } from "../picked-file";
import type { PartId } from "../../core/publication/model";
import { suggestedReasons, type SuggestedReason } from "../../core/publication/reasons";
import { carriedToKeep, readKeptCarried } from "../publication/kept-carried";
import type { CarriedDocument } from "../publication/read-carried";
import type { WorkbookState } from "../workbook-state";
import { readKeptTemplates, templatesToKeep } from "./kept-templates";
import { readOfficeTemplate, type OfficeTemplates, type TemplateTrouble } from "./office-templates";
import { readPriorWorkbook } from "./prior-workbook";
import { chartSheet, narrativeSheet } from "./sheets";
import { AssetError, shippedAsset, WORD_TEMPLATE, type ReadAsset } from "./templates";

/** Something that went wrong; nothing that was written is lost by it. */
export type DraftTrouble =
  | { readonly kind: "host"; readonly error: HostError }
  | { readonly kind: "chartsNotSupported" }
  | { readonly kind: "templates" }
  | { readonly kind: "priorFile"; readonly file: string; readonly error: HostError }
  | { readonly kind: "priorEmpty"; readonly file: string }
  | { readonly kind: "carriedFile"; readonly file: string; readonly error: HostError }
  | { readonly kind: "carriedEmpty"; readonly file: string }
  | TemplateTrouble
  | { readonly kind: "keptTemplates"; readonly files: readonly string[] }
  | { readonly kind: "keptCarried" };

/** Something done. */
export type DraftNotice =
  | { readonly kind: "parameters" }
  | { readonly kind: "template"; readonly file: string; readonly kept: "kept" | "tooLarge" | "notKept" }
  | { readonly kind: "carried"; readonly file: string; readonly isKept: boolean }
  | { readonly kind: "sheet"; readonly blanks: number }
  | { readonly kind: "charts"; readonly count: number }
  | { readonly kind: "copied"; readonly formatted: boolean; readonly blanks: number }
  | { readonly kind: "copyFailed" }
  | { readonly kind: "word"; readonly name: string; readonly blanks: number }
  | { readonly kind: "wordNotPossible" };

/** The state of the drafting as the pane shows it; replaced as a whole by every change. */
export interface DraftState {
  readonly busy: boolean;
  /** The last draft; kept when a later one fails. */
  readonly result: WorkbookDraft | undefined;
  /** What reads differently since the user last took note, reasons written here left out. */
  readonly changes: readonly DraftChange[];
  /** Chosen by the user; otherwise the year decides. */
  readonly edition: Edition | undefined;
  readonly thousands: boolean;
  readonly priorYear: { readonly file: string; readonly book: AccountBook } | undefined;
  readonly templates: OfficeTemplates;
  /** Last year's published document, from which fixed texts are taken over. */
  readonly carried: CarriedDocument | undefined;
  /** One that was picked and is looked at, not taken over yet. */
  readonly offered: CarriedDocument | undefined;
  /** Last year's reasons for gaps and reasons of the draft, by key: shown, never put in unasked. */
  readonly suggestions: ReadonlyMap<string, SuggestedReason>;
  /** Reasons written but not yet kept in the workbook, by key. */
  readonly pending: ReadonlyMap<string, string>;
  readonly trouble: DraftTrouble | undefined;
  readonly notice: DraftNotice | undefined;
}

const INITIAL: DraftState = {
  busy: false,
  result: undefined,
  changes: [],
  edition: undefined,
  thousands: false,
  priorYear: undefined,
  templates: {},
  carried: undefined,
  offered: undefined,
  suggestions: new Map(),
  pending: new Map(),
  trouble: undefined,
  notice: undefined,
};

/** What of the drafting outlasts the session: the office's templates, texts of last year's document. */
type KeptDraftParts = Pick<WorkbookState, "templates" | "carried">;

/** Where it does. */
export interface DraftKeeper {
  /** What the workbook keeps. @throws HostError */
  readonly load: () => Promise<KeptDraftParts>;
  /** Keeps a part there; answers whether that could be done. Never rejects. */
  readonly save: (part: KeptDraftParts) => Promise<boolean>;
}

export interface DraftSessionParts {
  readonly host: WorkbookHost;
  readonly readAsset: ReadAsset;
  /** Told when last year's workbook is picked or given up. */
  readonly onPriorYear?: (book: AccountBook | undefined) => void;
  readonly keeper?: DraftKeeper;
  /** The last check of the workbook, where it was checked. */
  readonly report?: () => CheckReport | undefined;
}

/**
 * The drafting of one workbook's 情况说明: an observable state and the actions on it. Actions run one after the other
 * and never reject: trouble is state.
 */
export class DraftSession {
  readonly #parts: DraftSessionParts;
  readonly #listeners = new Set<() => void>();
  #state: DraftState = INITIAL;
  /** What changes are told against, and the reasons written since. */
  #noted: { readonly draft: NarrativeDraft; readonly written: ReadonlySet<string> } | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #isKeptTaken = false;

  constructor(parts: DraftSessionParts) {
    this.#parts = parts;
  }

  /** The present state; the same object until something changes. */
  readonly getState = (): DraftState => this.#state;

  /** Calls the listener after every change; answers a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Drafts from the workbook as it is now and tells what changed. */
  draft(): Promise<void> {
    return this.#inTurn(async () => {
      const trouble = await this.#takeKept();
      this.#take(await draftWorkbook(this.#parts.host, this.#options()));
      if (trouble) this.#change({ trouble });
    });
  }

  /** Makes or renews the sheet 情况说明参数. */
  makeParameters(): Promise<void> {
    return this.#inTurn(async () => {
      this.#take(await makeParameterSheet(this.#parts.host, this.#options()));
      this.#change({ notice: { kind: "parameters" } });
    });
  }

  /** Keeps a reason in the workbook; "" takes it away. It stays in `pending` until it is kept. */
  keepReason(key: string, text: string): Promise<void> {
    this.#change({ pending: new Map([...this.#state.pending, [key, text]]) });
    return this.keepPending();
  }

  /** Tries again to keep the reasons that are not kept yet. */
  keepPending(): Promise<void> {
    return this.#inTurn(async () => {
      const reasons = this.#state.pending;
      if (reasons.size === 0) return;
      const result = await saveReasons(this.#parts.host, reasons, this.#options());
      // What was written again meanwhile is still to be kept.
      const rest = [...this.#state.pending].filter(([key, text]) => reasons.get(key) !== text);
      this.#take(result, [...reasons.keys()]);
      this.#change({ pending: new Map(rest) });
    });
  }

  /** Chooses an edition (undefined: by the year) and drafts in it. */
  async chooseEdition(edition: Edition | undefined): Promise<void> {
    this.#change({ edition });
    await this.#draftAnew();
  }

  /** Writes amounts with or without thousands separators. */
  async useThousands(thousands: boolean): Promise<void> {
    this.#change({ thousands });
    await this.#draftAnew();
  }

  /** Takes last year's figures from an .xlsx file. One that can not be read changes nothing. */
  async choosePriorYear(file: PickedFile): Promise<void> {
    await this.#inTurn(async () => {
      try {
        const book = await readPriorWorkbook(file);
        if (book.tables.size === 0) this.#change({ trouble: { kind: "priorEmpty", file: file.name } });
        else this.#usePriorYear({ file: file.name, book });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        this.#change({ trouble: { kind: "priorFile", file: file.name, error } });
      }
    });
    if (!this.#state.trouble) await this.draft();
  }

  /** Gives last year's workbook up again. */
  async dropPriorYear(): Promise<void> {
    this.#usePriorYear(undefined);
    await this.draft();
  }

  /** Reads last year's published document (.docx) and offers what was found in it to be looked at. */
  chooseCarried(file: PickedFile): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const { readCarried } = await import("../publication/read-carried");
        const offered = readCarried(file);
        if (offered) this.#change({ offered });
        else this.#change({ trouble: { kind: "carriedEmpty", file: file.name } });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        this.#change({ trouble: { kind: "carriedFile", file: file.name, error } });
      }
    });
  }

  /** Takes over what was offered, and keeps it in the workbook. */
  async useCarried(): Promise<void> {
    const { offered } = this.#state;
    if (!offered) return;
    this.#isKeptTaken = true;
    this.#change({ carried: offered, offered: undefined });
    await this.draft();
    const json = carriedToKeep(offered);
    const isKept = json !== undefined && ((await this.#parts.keeper?.save({ carried: json })) ?? false);
    if (!this.#state.trouble) this.#change({ notice: { kind: "carried", file: offered.file, isKept } });
  }

  /** Leaves what was offered. */
  declineCarried(): void {
    this.#change({ offered: undefined });
  }

  /** Gives last year's document up again. */
  async dropCarried(): Promise<void> {
    this.#isKeptTaken = true;
    this.#change({ carried: undefined, suggestions: new Map() });
    await this.#parts.keeper?.save({ carried: undefined });
    await this.draft();
  }

  /**
   * The whole document to publish as .docx, or one part of it alone; undefined where nothing is drafted or the workbook can
   * not be read.
   */
  async publication(only?: PartId): Promise<Uint8Array | undefined> {
    let docx: Uint8Array | undefined;
    await this.#inTurn(async () => {
      const { result, carried, templates } = this.#state;
      if (!result) return;
      const { draftPublication, wordPublication } = await import("../publication/draft-publication");
      const whole = await draftPublication(this.#parts.host, result, carried?.texts);
      docx = await this.#throughTemplate((word) => wordPublication(whole, word, only), templates.word);
    });
    return docx;
  }

  /** Takes the office's own template, wording (.txt) or layout (.docx), and keeps it. A broken one changes nothing. */
  async chooseTemplate(file: PickedFile): Promise<void> {
    const read = await readOfficeTemplate(file);
    if (read.kind === "trouble") {
      this.#change({ trouble: read.trouble, notice: undefined });
      return;
    }
    const kept = await this.#useTemplates({ ...this.#state.templates, ...read.templates });
    if (!this.#state.trouble) this.#change({ notice: { kind: "template", file: file.name, kept } });
  }

  /** Goes back to a shipped template, the wording or the one for Word. */
  async dropTemplate(kind: keyof OfficeTemplates): Promise<void> {
    const { wording, word } = this.#state.templates;
    await this.#useTemplates({
      ...(wording && kind !== "wording" ? { wording } : {}),
      ...(word && kind !== "word" ? { word } : {}),
    });
  }

  /** Writes the text to a sheet. */
  writeSheet(): Promise<void> {
    return this.#inTurn(async () => {
      const { result } = this.#state;
      if (!result) return;
      await this.#parts.host.putSheet(narrativeSheet(result.draft));
      this.#change({ notice: { kind: "sheet", blanks: this.blanks } });
    });
  }

  /** Draws 图1–图6 as native charts on a sheet. */
  writeCharts(): Promise<void> {
    return this.#inTurn(async () => {
      const { result } = this.#state;
      if (!result) return;
      const sheet = chartSheet(result.draft);
      try {
        await this.#parts.host.putSheet(sheet);
      } catch (error) {
        if (!(error instanceof HostError && error.code === "notSupported")) throw error;
        this.#change({ trouble: { kind: "chartsNotSupported" } });
        return;
      }
      this.#change({ notice: { kind: "charts", count: sheet.charts?.length ?? 0 } });
    });
  }

  /** The draft as .docx; undefined where it could not be made, which the state tells. */
  async word(): Promise<Uint8Array | undefined> {
    let docx: Uint8Array | undefined;
    await this.#inTurn(async () => {
      const { result, templates } = this.#state;
      if (!result) return;
      const { word } = templates;
      const template = word?.bytes ?? (await shippedAsset(this.#parts.readAsset, WORD_TEMPLATE));
      const { accountAsDocx } = await import("../publication/office-docx");
      docx = await this.#throughTemplate(() => accountAsDocx(result.draft, template), word);
    });
    return docx;
  }

  /** What is made of the office's template; undefined where that can not be filled, which the state tells. */
  async #throughTemplate(
    make: (word: Uint8Array | undefined) => Promise<Uint8Array>,
    word: PickedFile | undefined,
  ): Promise<Uint8Array | undefined> {
    const { WordTemplateError } = await import("./docx");
    try {
      return await make(word?.bytes);
    } catch (error) {
      if (!word || !(error instanceof WordTemplateError)) throw error;
      this.#change({ trouble: { kind: "wordTemplate", file: word.name, message: error.message } });
      return undefined;
    }
  }

  /** Tells the user of something done with the draft. */
  say(notice: DraftNotice): void {
    this.#change({ notice, trouble: undefined });
  }

  /** Takes messages away. */
  dismiss(): void {
    this.#change({ trouble: undefined, notice: undefined });
  }

  /** Takes the list of changes away: the draft as it is now is what later ones are compared with. */
  noteChanges(): void {
    this.#noted = undefined;
    const { result } = this.#state;
    if (result) this.#take(result);
  }

  /** Gaps in the draft. */
  get blanks(): number {
    const missing = this.#state.result?.draft.missing;
    return missing ? missing.reasons.length + missing.parameters.length + missing.tables.length : 0;
  }

  /** Drafts anew where the wording changed, and keeps the templates in the workbook as far as they are small enough. */
  async #useTemplates(templates: OfficeTemplates): Promise<"kept" | "tooLarge" | "notKept"> {
    const isSameWording = templates.wording === this.#state.templates.wording;
    this.#isKeptTaken = true;
    this.#change({ templates, trouble: undefined, notice: undefined });
    if (!isSameWording) await this.#draftAnew();
    const { json, isTooLarge } = templatesToKeep(templates);
    const isKept = (await this.#parts.keeper?.save({ templates: json })) ?? false;
    return isTooLarge ? "tooLarge" : isKept ? "kept" : "notKept";
  }

  /** Takes up what the workbook keeps, once in a session; answers what of it is no use. */
  async #takeKept(): Promise<DraftTrouble | undefined> {
    const { keeper } = this.#parts;
    if (this.#isKeptTaken || !keeper) return undefined;
    const kept = await keeper.load();
    const { templates, rejected } = await readKeptTemplates(kept.templates);
    const carried = readKeptCarried(kept.carried);
    this.#isKeptTaken = true;
    this.#change({ templates, ...(carried ? { carried } : {}) });
    if (rejected.length > 0) return { kind: "keptTemplates", files: rejected };
    return kept.carried !== undefined && !carried ? { kind: "keptCarried" } : undefined;
  }

  #usePriorYear(priorYear: DraftState["priorYear"]): void {
    this.#change({ priorYear });
    this.#parts.onPriorYear?.(priorYear?.book);
  }

  /** Drafts after another edition or template was chosen: the whole text differs then, so no changes are listed. */
  async #draftAnew(): Promise<void> {
    await this.draft();
    this.noteChanges();
  }

  #options(): DraftOptions {
    const { edition, priorYear, templates, thousands, carried } = this.#state;
    return {
      readAsset: this.#parts.readAsset,
      thousands,
      report: this.#parts.report?.(),
      ...(edition ? { edition } : {}),
      ...(priorYear ? { priorYear: priorYear.book } : {}),
      ...(carried ? { carried: carried.texts } : {}),
      ...(templates.wording ? { officeTemplate: templates.wording.text } : {}),
    };
  }

  /** Shows a draft; `written` are reasons the user has just written, which are no news. */
  #take(result: WorkbookDraft, written: readonly string[] = []): void {
    this.#noted = {
      draft: this.#noted?.draft ?? result.draft,
      written: new Set([...(this.#noted?.written ?? []), ...written]),
    };
    const { draft, written: known } = this.#noted;
    const changes = compareDrafts(draft, result.draft).filter(({ key }) => !known.has(key.replace(/（\d+）$/, "")));
    const { carried } = this.#state;
    const suggestions = carried
      ? suggestedReasons(result.draft, carried.texts.reasons)
      : new Map<string, SuggestedReason>();
    this.#change({ result, changes, suggestions });
  }

  #inTurn(action: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#change({ busy: true });
    const run = async (): Promise<void> => {
      this.#change({ trouble: undefined, notice: undefined });
      try {
        await action();
      } catch (error) {
        this.#change({ trouble: troubleOf(error) });
      } finally {
        this.#waiting -= 1;
        this.#change({ busy: this.#waiting > 0 });
      }
    };
    const turn = this.#turn.then(run);
    this.#turn = turn;
    return turn;
  }

  #change(patch: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

function troubleOf(error: unknown): DraftTrouble {
  if (error instanceof AssetError) return { kind: "templates" };
  if (error instanceof HostError) return { kind: "host", error };
  return { kind: "host", error: new HostError("unknown", { technical: String(error), cause: error }) };
}
