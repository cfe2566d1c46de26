/**
 * The messages between Microsoft's office.js runtime and its host, as seen with @microsoft/office-js 1.1.110.
 * They are not documented; names and numbers were found by reading what the runtime sends.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What an action of a request does. */
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, queryAsJson: 7 } as const;

/** How an object of a request is reached. */
export const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** Where an argument is an object of the request: its path id, at the same place; 0 or null elsewhere. */
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** What `load` asked for; paths with "/" reach into navigation properties. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly Actions?: readonly Action[];
  readonly ObjectPaths?: Readonly<Record<string, ObjectPath>>;
}

export interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly url?: string; readonly body?: RequestBody };
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

/** `body.Error` of an answer; the runtime makes its OfficeExtension.Error from it. */
export interface ErrorBody {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: ErrorBody;
}

/** Excel on the web refuses requests and answers above this size (learn.microsoft.com, "Resource limits"). */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The text of a property value. @throws ApiError where it is none */
export function textOf(value: Json): string {
  if (typeof value !== "string") throw new ApiError("InvalidArgument", "a text is expected");
  return value;
}

/** An error the host answers with; `code` is one of Excel.ErrorCodes. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
    this.name = "ApiError";
  }
}
