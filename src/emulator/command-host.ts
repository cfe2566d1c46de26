import type { Behaviours } from "./builds";

/** Numbers by which the runtime asks its host; see `dispid…` in office.js. */
const COMMAND_INVOKED = 39;
const COMMAND_COMPLETED = 94;
const OPEN_BROWSER = 102;
const DIALOG = 10;
const SUCCESS = 0;

type Handler = (id: number, payload: unknown) => void;
type Callback = (response: unknown) => void;

/** What became of the function commands and windows of a page. */
export interface CommandLog {
  /** Addresses of the windows that stand, in order of opening. */
  readonly dialogs: string[];
  /** Addresses opened in the browser. */
  readonly browser: string[];
  /** What happened, in order: "dialog", "completed", "browser". */
  readonly order: string[];
}

/**
 * The part of Excel that runs function commands and shows windows, as the runtime for Excel on Windows calls it through
 * `window.external`. Once a command is completed its page is gone, where Excel is so: what it asks later is not done.
 */
export class CommandHost {
  readonly log: CommandLog = { dialogs: [], browser: [], order: [] };
  private readonly handlers = new Map<number, Handler>();
  private isEnded = false;

  constructor(private readonly behaviours: Behaviours) {}

  /** Presses a button of the ribbon whose action is that function; false where the page serves none of that kind. */
  press(functionName: string): boolean {
    const handler = this.handlers.get(COMMAND_INVOKED);
    handler?.(COMMAND_INVOKED, safeArray(["1", functionName, JSON.stringify({ source: { id: functionName } })]));
    return handler !== undefined;
  }

  /** Functions for `window.external`. */
  external(): Readonly<Record<string, unknown>> {
    return {
      RegisterEvent: (id: number, target: string, handler: Handler, callback: Callback) => {
        if (this.isEnded) return;
        if (id === DIALOG && this.behaviours.dialogFailure !== undefined) {
          later(callback, this.behaviours.dialogFailure);
          return;
        }
        if (id === DIALOG)
          this.record("dialog", this.log.dialogs, (JSON.parse(target) as { readonly url: string }).url);
        this.handlers.set(id, handler);
        later(callback, SUCCESS);
      },
      UnregisterEvent: (id: number, _target: string, callback: Callback) => {
        this.handlers.delete(id);
        if (id === DIALOG) this.log.dialogs.pop();
        callback(SUCCESS);
      },
      Execute: (id: number, parameters: readonly unknown[], callback: Callback) => {
        if (this.isEnded) return;
        if (id === COMMAND_COMPLETED) {
          this.log.order.push("completed");
          this.isEnded = this.behaviours.completedEndsCommand;
        }
        if (id === OPEN_BROWSER) {
          const address = parameters.find((parameter) => typeof parameter === "string");
          this.record("browser", this.log.browser, address ?? "");
        }
        later(callback, safeArray([SUCCESS]));
      },
    };
  }

  private record(what: string, list: string[], address: string): void {
    this.log.order.push(what);
    list.push(address);
  }
}

function later(callback: Callback, response: unknown): void {
  setTimeout(() => callback(response), 0);
}

/** Arrays come to the runtime as COM's safe arrays. */
function safeArray(items: readonly unknown[]): { toArray(): readonly unknown[] } {
  return { toArray: () => items };
}
