import { ApiError, type Json } from "./protocol";
import type { Session } from "./session";

/** Arguments of a method: plain values or objects of the same request. */
export class Args {
  constructor(private readonly list: readonly (Json | Handle)[]) {}

  get count(): number {
    return this.list.length;
  }

  /** The argument as it came; null where it is missing. */
  value(index: number): Json {
    const value = this.list[index] ?? null;
    if (isHandle(value)) throw new ApiError("InvalidArgument", `argument ${index} is an object`);
    return value;
  }

  text(index: number): string {
    const value = this.value(index);
    if (typeof value !== "string") throw new ApiError("InvalidArgument", `argument ${index} is no text`);
    return value;
  }

  number(index: number): number {
    const value = this.value(index);
    if (typeof value !== "number") throw new ApiError("InvalidArgument", `argument ${index} is no number`);
    return value;
  }

  /** Truth value; false where it is missing. */
  flag(index: number): boolean {
    return this.value(index) === true;
  }

  object(index: number): Handle | undefined {
    const value = this.list[index] ?? null;
    return isHandle(value) ? value : undefined;
  }
}

/**
 * What one kind of API object can do, in the runtime's PascalCase names. A name that is not listed does not exist here
 * and is answered with ApiNotFound, so that the adapter cannot lean on something the emulator never did.
 */
export interface ObjectType<T> {
  readonly kind: string;
  /** The id by which the runtime asks for the object again. */
  readonly id?: (target: T) => string;
  readonly scalars?: Readonly<Record<string, (target: T, session: Session) => Json>>;
  readonly setters?: Readonly<Record<string, (target: T, value: Json, session: Session) => void>>;
  /** Navigation properties; null is a null object. */
  readonly objects?: Readonly<Record<string, (target: T, session: Session) => Handle | null>>;
  /** Methods that answer data or nothing. */
  readonly actions?: Readonly<Record<string, (target: T, args: Args, session: Session) => Json | undefined>>;
  /** Methods that answer an object. Null is a null object for …OrNullObject and ItemNotFound for the others. */
  readonly methods?: Readonly<Record<string, (target: T, args: Args, session: Session) => Handle | null>>;
  /** Members of a collection. */
  readonly items?: (target: T, session: Session) => readonly Handle[];
  /** Member of a collection by the key of its indexer. */
  readonly item?: (target: T, key: Json, session: Session) => Handle | null;
}

/** An API object the runtime can talk to: a type bound to its target. */
export interface Handle {
  readonly kind: string;
  readonly target: unknown;
  readonly id: string | undefined;
  readonly scalarNames: readonly string[];
  readonly isCollection: boolean;
  get(name: string, session: Session): Json;
  set(name: string, value: Json, session: Session): void;
  hasObject(name: string): boolean;
  object(name: string, session: Session): Handle | null;
  hasMethod(name: string): boolean;
  act(name: string, args: Args, session: Session): Json;
  method(name: string, args: Args, session: Session): Handle | null;
  items(session: Session): readonly Handle[];
  item(key: Json, session: Session): Handle | null;
}

const HANDLES = new WeakSet();

function isHandle(value: Json | Handle): value is Handle {
  return typeof value === "object" && value !== null && HANDLES.has(value);
}

/** Binds a type to one object. */
export function handleOf<T>(type: ObjectType<T>, target: T): Handle {
  const unknown = (name: string) => new ApiError("ApiNotFound", `${type.kind}.${name} is not emulated`);
  const handle: Handle = {
    kind: type.kind,
    target,
    id: type.id?.(target),
    scalarNames: Object.keys(type.scalars ?? {}),
    isCollection: type.items !== undefined,
    get(name, session) {
      const read = type.scalars?.[name];
      if (!read) throw unknown(name);
      return read(target, session);
    },
    set(name, value, session) {
      const write = type.setters?.[name];
      if (!write) throw unknown(name);
      write(target, value, session);
    },
    hasObject: (name) => type.objects?.[name] !== undefined,
    object(name, session) {
      const open = type.objects?.[name];
      if (!open) throw unknown(name);
      return open(target, session);
    },
    hasMethod: (name) => type.methods?.[name] !== undefined,
    act(name, args, session) {
      const run = type.actions?.[name];
      if (!run) throw unknown(name);
      return run(target, args, session) ?? null;
    },
    method(name, args, session) {
      const open = type.methods?.[name];
      if (!open) throw unknown(name);
      return open(target, args, session);
    },
    items: (session) => type.items?.(target, session) ?? [],
    item(key, session) {
      if (!type.item) throw unknown("getItem");
      return type.item(target, key, session);
    },
  };
  HANDLES.add(handle);
  return handle;
}
