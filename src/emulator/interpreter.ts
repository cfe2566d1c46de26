import { Args, type Handle } from "./handle";
import { ACTION, ApiError, PATH, type Action, type ActionResult, type Json, type RequestBody } from "./protocol";
import type { ObjectPath, QueryInfo, ResponseBody } from "./protocol";
import type { Session } from "./session";

export interface InterpreterOptions {
  readonly root: Handle;
  /** Objects made with `new` by the runtime's own services. */
  readonly services: Readonly<Record<string, Handle>>;
  /** Called before every action; may throw an ApiError to make it fail. */
  readonly beforeAction?: (action: Action) => void;
}

/**
 * Carries out one request: its actions in order, up to the first that fails. As in Excel, what was done before the
 * failure stays done; there is no transaction.
 */
export function interpret(body: RequestBody, session: Session, options: InterpreterOptions): ResponseBody {
  const request = new Request(body, session, options);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of (body.Actions ?? []).entries()) {
    try {
      options.beforeAction?.(action);
      // A trace is a mark in the batch; the runtime puts event handlers in place when it hears that it was reached.
      const isTrace = action.ActionType === ACTION.trace;
      if (isTrace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: isTrace ? null : request.perform(action) });
    } catch (error) {
      const { code, message } = toApiError(error);
      const place = `${request.kindOf(action)}.${action.Name}`;
      const failure = { Code: code, Message: message, Location: place, ActionIndex: index, HttpStatusCode: 400 };
      return { Results: results, TraceIds: traces, Error: failure };
    }
  }
  return { Results: results, TraceIds: traces };
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof RangeError) return new ApiError("InvalidArgument", error.message);
  throw error;
}

class Request {
  /** Each path is resolved once: a path that adds something must not add it twice. */
  private readonly resolved = new Map<number, Handle | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly session: Session,
    private readonly options: InterpreterOptions,
  ) {}

  kindOf(action: Action): string {
    return this.resolved.get(action.ObjectPathId)?.kind ?? "";
  }

  perform(action: Action): Json {
    const handle = this.object(action.ObjectPathId);
    if (!handle) return isHarmless(action) ? null : this.askedOfNothing(action.Name);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.identity(handle);
      case ACTION.query:
      case ACTION.queryAsJson:
        return this.query(handle, action.QueryInfo ?? {});
      case ACTION.method:
        return this.invoke(handle, action);
      case ACTION.setProperty:
        handle.set(action.Name, this.args(action).value(0), this.session);
        return null;
      default:
        throw new ApiError("InvalidRequest", `unknown action ${action.ActionType}`);
    }
  }

  /** What is asked of a null object, beyond loading it. */
  private askedOfNothing(name: string): null {
    if (!this.session.build.behaviours.nullObjectsHaveNoChildren) return null;
    throw new ApiError("ItemNotFound", `${name} of a null object`);
  }

  private invoke(handle: Handle, action: Action): Json {
    if (action.Name === "_KeepReference") {
      this.session.keep(handle);
      return null;
    }
    if (action.Name === "_RemoveReference") {
      this.session.release(this.args(action).text(0));
      return null;
    }
    return handle.act(action.Name, this.args(action), this.session);
  }

  private identity(handle: Handle): { [key: string]: Json } {
    const reference = this.session.referenceId(handle);
    return {
      ...(handle.id === undefined ? {} : { Id: handle.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  private query(handle: Handle, info: QueryInfo): Json {
    const wanted = [...(info.Select ?? []), ...(info.Expand ?? [])];
    if (!handle.isCollection) return this.describe(handle, wanted);
    const start = info.Skip ?? 0;
    const items = handle.items(this.session).slice(start, info.Top === undefined ? undefined : start + info.Top);
    return { ...this.identity(handle), _Items: items.map((item) => this.describe(item, wanted)) };
  }

  /** Properties of an object by their paths; all plain ones where none is named. */
  private describe(handle: Handle, paths: readonly string[]): Json {
    const answer = this.identity(handle);
    const nested = new Map<string, string[]>();
    const names = paths.length === 0 ? handle.scalarNames : paths;
    for (const path of names) {
      const [first = "", ...rest] = path.split("/");
      const name = pascal(first);
      if (!handle.hasObject(name)) answer[name] = handle.get(name, this.session);
      else nested.set(name, [...(nested.get(name) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
    }
    for (const [name, rest] of nested) {
      const child = handle.object(name, this.session);
      answer[name] = child && this.query(child, { Select: withoutItems(child, rest) });
    }
    return answer;
  }

  private object(pathId: number): Handle | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths?.[String(pathId)];
    if (!path) throw new ApiError("InvalidRequest", `unknown object path ${pathId}`);
    const handle = this.open(path);
    this.resolved.set(pathId, handle);
    return handle;
  }

  private open(path: ObjectPath): Handle | null {
    switch (path.ObjectPathType) {
      case PATH.root:
        return this.options.root;
      case PATH.newObject: {
        const service = this.options.services[path.Name];
        if (!service) throw new ApiError("ApiNotFound", `${path.Name} is not emulated`);
        return service;
      }
      case PATH.reference: {
        const kept = this.session.keptObject(path.Name);
        if (!kept) throw new ApiError("ItemNotFound", "the object was released");
        return kept;
      }
      case PATH.nullObject:
        return null;
      default:
        return this.openChild(path);
    }
  }

  private openChild(path: ObjectPath): Handle | null {
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (!parent) return this.askedOfNothing(path.Name);
    switch (path.ObjectPathType) {
      case PATH.property:
        return this.found(parent.object(path.Name, this.session), path.Name);
      case PATH.indexer:
        return this.found(parent.item(this.args(path).value(0), this.session), path.Name);
      case PATH.method:
        return this.found(parent.method(path.Name, this.args(path), this.session), path.Name);
      default:
        throw new ApiError("InvalidRequest", `unknown object path type ${path.ObjectPathType}`);
    }
  }

  private found(handle: Handle | null, name: string): Handle | null {
    if (handle ?? name.endsWith("OrNullObject")) return handle;
    throw new ApiError("ItemNotFound", "the requested resource does not exist");
  }

  private args(of: Pick<Action, "ArgumentInfo">): Args {
    const references = of.ArgumentInfo?.ReferencedObjectPathIds ?? [];
    const values = (of.ArgumentInfo?.Arguments ?? []).map((value, index) => {
      const reference = references[index];
      return reference ? this.object(reference) : value;
    });
    return new Args(values);
  }
}

/** What may be done with an object that turns out to be null: loading it, and what the runtime does by itself. */
function isHarmless({ ActionType, Name }: Action): boolean {
  const isLoad = ActionType === ACTION.instantiate || ActionType === ACTION.query || ActionType === ACTION.queryAsJson;
  return isLoad || Name.startsWith("_");
}

function pascal(name: string): string {
  return name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Paths below a collection come as "items/name"; the collection itself wants "name". */
function withoutItems(handle: Handle, paths: readonly string[]): readonly string[] {
  return handle.isCollection ? paths.map((path) => path.replace(/^items\/?/, "")).filter((path) => path !== "") : paths;
}
