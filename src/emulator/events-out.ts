import { hasExcelApi } from "./builds";
import { rangeText } from "./model/addresses";
import type { WorkbookEvent } from "./model/events";
import type { Json } from "./protocol";
import type { Session } from "./session";

/** Numbers of the runtime's events and the registration each needs. */
const EVENTS: Readonly<
  Partial<Record<WorkbookEvent["kind"], { readonly type: number; readonly registration: string }>>
> = {
  changed: { type: 10, registration: "DataChanged" },
  activated: { type: 11, registration: "Activated" },
  added: { type: 13, registration: "Added" },
  selected: { type: 14, registration: "SelectionChanged" },
  deleted: { type: 15, registration: "Deleted" },
  renamed: { type: 25, registration: "NameChanged" },
  visibility: { type: 26, registration: "VisibilityChanged" },
  moved: { type: 27, registration: "Moved" },
};

/** Message category of host events. */
const HOST_EVENT = 65_536;

/** Text of the message that tells the pane of an event, or undefined where the pane does not listen to it. */
export function eventMessage(event: WorkbookEvent, session: Session): string | undefined {
  const known = EVENTS[event.kind];
  if (!known || (session.registrations.get(known.registration) ?? 0) === 0) return undefined;
  const entry = [HOST_EVENT, known.type, "Workbook", JSON.stringify(argumentsOf(event, session)), ""];
  return JSON.stringify({ type: 3, controlId: "", message: { entries: [entry] } });
}

/** Field names as the runtime's own transformations read them; its enumerations travel as texts. */
function argumentsOf(event: WorkbookEvent, session: Session): Json {
  const common = { worksheetId: event.sheetId, source: event.origin.source };
  switch (event.kind) {
    case "changed":
      return {
        ...common,
        address: rangeText(event.range),
        changeType: "RangeEdited",
        ...(hasExcelApi(session.build, "1.14") ? { triggerSource: event.origin.trigger } : {}),
        shiftDirection: "None",
      };
    case "selected":
      return { ...common, address: rangeText(event.range) };
    case "renamed":
      return { ...common, nameBefore: event.before, nameAfter: event.after };
    case "visibility":
      return { ...common, visibilityBefore: event.before, visibilityAfter: event.after };
    case "moved":
      return { ...common, positionBefore: event.before, positionAfter: event.after };
    default:
      return common;
  }
}
