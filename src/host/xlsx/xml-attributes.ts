import { decodeEntities, escapeXml } from "./xml-text";

/** Where an attribute stands in a tag's text: its name and its value without the quotes. */
interface Place {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The first attribute of a tag whose name passes. One pass, whatever the tag holds. */
function find(tag: string, accepts: (start: number, end: number) => boolean): Place | undefined {
  let from = 1;
  for (let equals = tag.indexOf("="); equals >= 0; equals = tag.indexOf("=", from)) {
    let nameEnd = equals;
    while (nameEnd > from && isBlank(tag, nameEnd - 1)) nameEnd--;
    let nameStart = nameEnd;
    while (nameStart > from && !isBlank(tag, nameStart - 1)) nameStart--;
    let quote = equals + 1;
    while (isBlank(tag, quote)) quote++;
    const mark = tag.charAt(quote);
    const valueEnd = mark === '"' || mark === "'" ? tag.indexOf(mark, quote + 1) : -1;
    if (valueEnd < 0) return undefined;
    if (accepts(nameStart, nameEnd)) return { nameStart, nameEnd, valueStart: quote + 1, valueEnd };
    from = valueEnd + 1;
  }
  return undefined;
}

function isBlank(tag: string, at: number): boolean {
  return tag.charCodeAt(at) <= 32;
}

function named(tag: string, name: string): Place | undefined {
  return find(tag, (start, end) => end - start === name.length && tag.startsWith(name, start));
}

function valueOf(tag: string, place: Place | undefined): string | undefined {
  return place && decodeEntities(tag.slice(place.valueStart, place.valueEnd));
}

/** The value of an attribute in a tag's text, entities decoded; `name` as written, prefix included ("r:id"). */
export function attribute(tag: string, name: string): string | undefined {
  return valueOf(tag, named(tag, name));
}

/** The value of an attribute whatever its prefix: relationship ids are r:id, but the prefix is the writer's choice. */
export function prefixedAttribute(tag: string, name: string): string | undefined {
  const ending = `:${name}`;
  return valueOf(
    tag,
    find(tag, (start, end) => end - start > ending.length && tag.startsWith(ending, end - ending.length)),
  );
}

/** The tag's text with the attribute set, or removed where the value is undefined. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const place = named(tag, name);
  if (value === undefined) {
    return place ? tag.slice(0, place.nameStart).trimEnd() + tag.slice(place.valueEnd + 1) : tag;
  }
  if (place) return `${tag.slice(0, place.valueStart - 1)}"${escapeXml(value)}"${tag.slice(place.valueEnd + 1)}`;
  const end = isEmptyTag(tag) ? "/>" : ">";
  return `${tag.slice(0, -end.length).trimEnd()} ${name}="${escapeXml(value)}"${end}`;
}

/** The start tag of an element that is to have contents: `<c/>` → `<c>`. */
export function opened(tag: string): string {
  return isEmptyTag(tag) ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}

function isEmptyTag(tag: string): boolean {
  return tag.endsWith("/>");
}
