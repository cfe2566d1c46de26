/** A JSON object as it was read: nothing is known of its fields. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields: no array, not null. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of an object; none where the value is something else. */
export function fieldsOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The object a text holds; undefined where it holds something else or is no JSON. */
export function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
