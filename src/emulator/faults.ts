import { ACTION, ApiError, type Action } from "./protocol";

/** What befalls a request instead of being carried out. */
export type RequestFate = { readonly kind: "error"; readonly code: string } | { readonly kind: "silence" };

interface PlannedFault {
  /** Counts down; strikes at 0. */
  left: number;
  readonly strike: () => void;
  readonly counts: (action: Action) => boolean;
}

/** Troubles to order, for tests: what is planned strikes once, in the order asked, counted from the moment of asking. */
export class Faults {
  /**
   * While set, every request is refused as it is while a cell is being edited: learn.microsoft.com/office/dev/add-ins/
   * testing/application-specific-api-error-handling (InvalidOperationInCellEditMode).
   */
  isEditMode = false;
  private readonly requests: { left: number; readonly fate: RequestFate | (() => void) }[] = [];
  private readonly actions: PlannedFault[] = [];

  /** The nth request from now (1 is the next) fails before anything is done. */
  failRequest(nth: number, code: string): void {
    this.requests.push({ left: nth, fate: { kind: "error", code } });
  }

  /** The nth request from now is never answered, as when Excel was closed; it is not carried out either. */
  swallowRequest(nth: number): void {
    this.requests.push({ left: nth, fate: { kind: "silence" } });
  }

  /** Does something (an edit by someone else) just before the nth request from now. */
  beforeRequest(nth: number, happening: () => void): void {
    this.requests.push({ left: nth, fate: happening });
  }

  /** The nth action from now fails; what came before it in its request stays done. Counts calls, loads and sets. */
  failAction(nth: number, code: string): void {
    this.planAction(nth, code, (action) => action.ActionType !== ACTION.instantiate);
  }

  /** The nth call of a method or set of a property with that name ("Delete", "Formulas") fails. */
  failNamed(name: string, nth: number, code: string): void {
    this.planAction(nth, code, (action) => action.Name === name);
  }

  /** Forgets everything planned. */
  clear(): void {
    this.requests.length = 0;
    this.actions.length = 0;
    this.isEditMode = false;
  }

  /** What happens to the request that just came in. */
  onRequest(): RequestFate | undefined {
    if (this.isEditMode) return { kind: "error", code: "InvalidOperationInCellEditMode" };
    let fate: RequestFate | undefined;
    for (const planned of [...this.requests]) {
      planned.left -= 1;
      if (planned.left > 0) continue;
      this.requests.splice(this.requests.indexOf(planned), 1);
      if (typeof planned.fate === "function") planned.fate();
      else fate = planned.fate;
    }
    return fate;
  }

  /** @throws ApiError where the action is to fail. */
  onAction(action: Action): void {
    for (const planned of [...this.actions]) {
      if (!planned.counts(action)) continue;
      planned.left -= 1;
      if (planned.left > 0) continue;
      this.actions.splice(this.actions.indexOf(planned), 1);
      planned.strike();
    }
  }

  private planAction(nth: number, code: string, counts: (action: Action) => boolean): void {
    const strike = () => {
      throw new ApiError(code, `fault ordered: ${code}`);
    };
    this.actions.push({ left: nth, strike, counts });
  }
}
