import type { Args } from "../handle";
import type { Session } from "../session";

type Registrations = Readonly<Record<string, (target: unknown, args: Args, session: Session) => undefined>>;

/**
 * The pair of hidden methods by which the runtime begins and ends to listen to an event.
 * @param event the emulator's name of it; @param name what stands in the methods' names
 */
export function eventRegistration(event: string, name = `${event}Event`): Registrations {
  return {
    [`_Register${name}`]: (_target, _args, session) => {
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
