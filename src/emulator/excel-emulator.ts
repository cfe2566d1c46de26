import { LTSC_2021, type ExcelBuild } from "./builds";
import { eventMessage } from "./events-out";
import { Faults } from "./faults";
import { handleOf, type Handle } from "./handle";
import { interpret } from "./interpreter";
import type { WorkbookModel } from "./model/workbook-model";
import { workbookHandle } from "./objects/workbook";
import { PAYLOAD_LIMIT, type BridgeRequest, type ErrorBody, type Json, type ResponseBody } from "./protocol";
import { Session } from "./session";
import { ExcelUser } from "./user";

/** One pane connected to the emulator. */
export interface Connection {
  /** Takes a message of the runtime; the answer comes through the connection's `send`. */
  receive(text: string): void;
  /** Lets so many requests through, then queues them as Excel does while a dialog is open. */
  pause(afterRequests?: number): void;
  /** Takes the queued requests in their order. */
  resume(): void;
  /** Ends the connection: no more events and answers, as when the workbook was closed. */
  close(): void;
  readonly session: Session;
}

/** One request as it went over the bridge. */
export interface TrafficRecord {
  /** Methods, loads and property sets in order, e.g. "Query Range", "Set Formulas". */
  readonly actions: readonly string[];
  /** True for the runtime's own housekeeping after Excel.run, which no code waits for. */
  readonly isHousekeeping: boolean;
  readonly failedWith?: string;
}

/**
 * A stand-in for Excel behind Microsoft's unmodified runtime: takes its requests, answers from a workbook model and
 * sends events. Answers come asynchronously, as from the real host.
 */
export class ExcelEmulator {
  readonly faults = new Faults();
  readonly traffic: TrafficRecord[] = [];

  /** What the user does by hand where builds differ. */
  readonly user: ExcelUser;

  /** @param build which Excel it stands for; LTSC 2021, the oldest that offices have, by default */
  constructor(
    readonly workbook: WorkbookModel,
    readonly build: ExcelBuild = LTSC_2021,
  ) {
    this.user = new ExcelUser(workbook, build);
  }

  /** Round trips so far: requests that code waited for. */
  get roundTrips(): number {
    return this.traffic.filter((record) => !record.isHousekeeping).length;
  }

  /** Connects a pane; `send` brings a message to its runtime. */
  connect(send: (text: string) => void): Connection {
    const session = new Session(this.workbook, this.build);
    let isOpen = true;
    const post = (text: string) => {
      setTimeout(() => {
        if (isOpen) send(text);
      }, 0);
    };
    const stopEvents = this.workbook.onEvent((event) => {
      const message = eventMessage(event, session);
      if (message !== undefined) post(message);
    });
    let free = Infinity;
    const queue: string[] = [];
    const handle = (text: string) => {
      const answer = this.answer(text, session);
      if (answer !== undefined) post(answer);
    };
    return {
      session,
      receive: (text) => {
        if (free <= 0) queue.push(text);
        else handle(text);
        free -= 1;
      },
      pause: (afterRequests = 0) => {
        free = afterRequests;
      },
      resume: () => {
        free = Infinity;
        for (const text of queue.splice(0)) handle(text);
      },
      close: () => {
        isOpen = false;
        stopEvents();
      },
    };
  }

  private answer(text: string, session: Session): string | undefined {
    const request = JSON.parse(text) as BridgeRequest;
    if (request.type !== 1) return undefined;
    const actions = (request.message.body?.Actions ?? []).filter((action) => action.ActionType > 1);
    const isHousekeeping = actions.every(({ Name }) => HOUSEKEEPING.has(Name));
    const record = {
      actions: actions.map(({ ActionType, Name }) => `${VERBS[ActionType] ?? ""} ${Name}`.trim()),
      isHousekeeping,
    };
    const fate = isHousekeeping ? undefined : this.faults.onRequest();
    if (fate?.kind === "silence") {
      this.traffic.push(record);
      return undefined;
    }
    const body = fate ? failure(fate.code) : this.perform(text, request, session);
    const full = envelope(request.id, body);
    const isTooLarge = full.length > PAYLOAD_LIMIT;
    const sent = isTooLarge ? failure("ResponsePayloadSizeLimitExceeded") : body;
    this.traffic.push(sent.Error ? { ...record, failedWith: sent.Error.Code } : record);
    return isTooLarge ? envelope(request.id, sent) : full;
  }

  private perform(text: string, request: BridgeRequest, session: Session): ResponseBody {
    if (text.length > PAYLOAD_LIMIT) return failure("RequestPayloadSizeLimitExceeded");
    return interpret(request.message.body ?? {}, session, {
      root: workbookHandle(this.workbook),
      services: SERVICES,
      beforeAction: (action) => this.faults.onAction(action),
    });
  }
}

const VERBS: Readonly<Record<number, string>> = { 2: "Query", 3: "Call", 4: "Set", 5: "Trace", 7: "Query" };

/** Calls the runtime makes on its own. */
const HOUSEKEEPING: ReadonlySet<string> = new Set(["_RemoveReference", "NotifyActionHandlerReady"]);

/** The runtime announces itself to a service of Office when it starts; nothing depends on the answer. */
const SERVICES: Readonly<Record<string, Handle>> = {
  "Microsoft.InternalService.AddinInternalService": handleOf(
    { kind: "AddinInternalService", actions: { NotifyActionHandlerReady: (): Json => null } },
    undefined,
  ),
};

function failure(code: string): ResponseBody {
  const error: ErrorBody = { Code: code, Message: code, Location: "", ActionIndex: 0, HttpStatusCode: 400 };
  return { Results: [], TraceIds: [], Error: error };
}

function envelope(id: number, body: ResponseBody): string {
  return JSON.stringify({ id, type: 1, message: { statusCode: 200, headers: {}, body } });
}
