import { hasExcelApi } from "../builds";
import type { Args } from "../handle";
import { ApiError } from "../protocol";
import type { Session } from "../session";

type Registrations = Readonly<Record<string, (target: unknown, args: Args, session: Session) => undefined>>;

/**
 * The pair of hidden methods by which the runtime begins and ends to listen to an event.
 * @param event the emulator's name of it; @param name what stands in the methods' names; @param since the ExcelApi that
 *   has it: the runtime hands events out in any Excel
 */
function eventRegistration(event: string, name = `${event}Event`, since = "1.1"): Registrations {
  return {
    [`_Register${name}`]: (_target, _args, session) => {
      if (!hasExcelApi(session.build, since)) throw new ApiError("ApiNotFound", `${event} is of ExcelApi ${since}`);
      session.register(event);
    },
    [`_Unregister${name}`]: (_target, _args, session) => {
      session.unregister(event);
    },
  };
}

/** The pairs of several events. */
export function eventRegistrations(...events: readonly string[]): Registrations {
  return Object.assign({}, ...events.map((event) => eventRegistration(event))) as Registrations;
}

/** The pairs of events that came with ExcelApi 1.17: their methods are named otherwise. */
export function eventRegistrations17(...events: readonly string[]): Registrations {
  const pairs = events.map((event) => eventRegistration(event, `Event${event}`, "1.17"));
  return Object.assign({}, ...pairs) as Registrations;
}
