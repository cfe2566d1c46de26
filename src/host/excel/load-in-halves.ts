import { officeCode, toHostError } from "./error-mapping";

/**
 * Loads members in one batch. Excel refuses a batch as a whole where one object in it cannot be read (too large, gone,
 * of another kind, broken): then each half is tried by itself, so that the others are read all the same.
 * @param load one batch; throws what Excel says
 * @param refused what stands for a member that is refused alone
 * @returns one result a member, in order
 * @throws what is about Excel as a whole (busy, closed, a cell being edited)
 */
export async function loadInHalves<T, R>(
  members: readonly T[],
  load: (members: readonly T[]) => Promise<readonly R[]>,
  refused: (member: T, error: unknown) => R | Promise<R>,
): Promise<readonly R[]> {
  if (members.length === 0) return [];
  try {
    return await load(members);
  } catch (error) {
    if (!isAboutOneObject(error)) throw error;
    const [only] = members;
    if (members.length === 1 && only !== undefined) return [await refused(only, error)];
    const middle = Math.ceil(members.length / 2);
    const first = await loadInHalves(members.slice(0, middle), load, refused);
    return [...first, ...(await loadInHalves(members.slice(middle), load, refused))];
  }
}

/** Failures that one object, or too many at once, can cause: fewer at a time may succeed. Unknown codes may be such. */
export function isAboutOneObject(error: unknown): boolean {
  const code = officeCode(error);
  return code !== undefined && (ABOUT_ONE.has(code) || toHostError(error).code === "unknown");
}

const ABOUT_ONE: ReadonlySet<string> = new Set([
  "ItemNotFound",
  "ResponsePayloadSizeLimitExceeded",
  "RequestPayloadSizeLimitExceeded",
  "UnsupportedSheet",
  "UnsupportedFeature",
  "UnsupportedOperation",
]);
