import { HostError } from "../errors";
import { LIMITS } from "./limits";
import { walkXml } from "./xml";
import { attribute } from "./xml-attributes";
import { escapeXml } from "./xml-text";
import { deflateEntry, inflateEntry, readZip, writeZip, type ZipEntry } from "./zip";

/** A relationship of a part; `target` is a part name without leading slash, unless it points outside the package. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";
/** 1 January 2024, 00:00, as ZIP counts: parts of ours carry no clock, so the same input gives the same file. */
const PART_TIME = ((2024 - 1980) << 25) | (1 << 21) | (1 << 16);

/**
 * The parts of an Office file. Parts are inflated when asked for and kept compressed until then; `save` copies every
 * part that was not changed as it stood in the file.
 */
export class OpcPackage {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly changed = new Map<string, string>();
  private inflated = 0;

  constructor(bytes: Uint8Array) {
    for (const entry of readZip(bytes)) this.entries.set(keyOf(entry.name), entry);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  partNames(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** The text of an XML part. @throws HostError `damaged` where there is none or it is no text, `tooLarge`. */
  text(name: string): string {
    const changed = this.changed.get(keyOf(name));
    if (changed !== undefined) return changed;
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw new HostError("damaged", { technical: `missing part ${name}` });
    this.inflated += entry.size;
    if (this.inflated > LIMITS.totalBytes) throw new HostError("tooLarge", { technical: "total inflated size" });
    return decode(inflateEntry(entry), name);
  }

  /**
   * Inflates every part once, for a file that something else is going to unfold.
   * @throws HostError `tooLarge` where the parts declare or yield more than `bytes` together, `damaged`
   */
  assertInflates(bytes: number): void {
    const entries = [...this.entries.values()];
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    if (total > bytes) throw new HostError("tooLarge", { technical: `${total} bytes inflated` });
    for (const entry of entries) inflateEntry(entry);
  }

  /** Starts a new account of what may be inflated; called once for each reading. */
  resetBudget(): void {
    this.inflated = 0;
  }

  /** Replaces the text of a part; a text equal to what is there changes nothing. */
  setText(name: string, text: string): void {
    if (this.has(name) && this.text(name) === text) return;
    this.changed.set(keyOf(name), text.replace(/^(\uFEFF?<\?xml[^>]*encoding=["'])utf-16(["'])/i, "$1UTF-8$2"));
    if (!this.has(name)) this.entries.set(keyOf(name), deflateEntry(name, new Uint8Array(), PART_TIME));
  }

  /** Adds a part with its content type; undefined where the default of the extension .xml fits. */
  add(name: string, text: string, contentType: string | undefined): void {
    this.setText(name, text);
    const types = this.text(CONTENT_TYPES);
    const entry =
      contentType === undefined
        ? '<Default Extension="xml" ContentType="application/xml"/>'
        : `<Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`;
    const isListed =
      contentType === undefined
        ? lists(types, "Default", "Extension", "xml")
        : lists(types, "Override", "PartName", `/${keyOf(name)}`);
    if (!isListed) this.setText(CONTENT_TYPES, appendChild(types, entry));
  }

  /** Removes a part and its content type; the relationships to it are the caller's. */
  remove(name: string): void {
    this.entries.delete(keyOf(name));
    this.changed.delete(keyOf(name));
    const types = this.text(CONTENT_TYPES);
    this.setText(
      CONTENT_TYPES,
      removeElements(types, (tag) => attribute(tag, "PartName")?.toLowerCase() === `/${keyOf(name)}`),
    );
  }

  /** Relationships of a part ("" for the package), targets resolved to part names. */
  relationships(part: string): Relationship[] {
    const name = relationshipsOf(part);
    if (!this.has(name)) return [];
    const found: Relationship[] = [];
    const xml = this.text(name);
    walkXml(xml, (event) => {
      if (event.kind !== "open" || event.name !== "Relationship") return;
      const tag = xml.slice(event.start, event.end);
      const external = attribute(tag, "TargetMode") === "External";
      const target = attribute(tag, "Target") ?? "";
      found.push({
        id: attribute(tag, "Id") ?? "",
        type: attribute(tag, "Type") ?? "",
        target: external ? target : resolveTarget(part, target),
        external,
      });
    });
    return found;
  }

  /** Adds a relationship from `part` to another part; answers its id. */
  relate(part: string, type: string, target: string): string {
    const taken = new Set(this.relationships(part).map((r) => r.id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const item = `<Relationship Id="rId${number}" Type="${type}" Target="/${escapeXml(target)}"/>`;
    const name = relationshipsOf(part);
    if (this.has(name)) this.setText(name, appendChild(this.text(name), item));
    else this.setText(name, `${XML_HEAD}<Relationships xmlns="${RELATIONSHIPS}">${item}</Relationships>`);
    return `rId${number}`;
  }

  /** Removes the relationships of `part` with this id. */
  unrelate(part: string, id: string): void {
    const name = relationshipsOf(part);
    this.setText(
      name,
      removeElements(this.text(name), (tag) => attribute(tag, "Id") === id),
    );
  }

  /** A part name that is free: `prefix` + the lowest number + `suffix`. */
  freeName(prefix: string, suffix: string): string {
    let number = 1;
    while (this.has(`${prefix}${number}${suffix}`)) number++;
    return `${prefix}${number}${suffix}`;
  }

  /** The whole package as .zip bytes. */
  save(): Uint8Array {
    const entries = [...this.entries].map(([key, entry]) => {
      const text = this.changed.get(key);
      return text === undefined ? entry : deflateEntry(entry.name, new TextEncoder().encode(text), PART_TIME);
    });
    return writeZip(entries);
  }
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The last word of a relationship type: "worksheet", in the transitional and the strict namespace alike. */
export function relationshipKind(relationship: Relationship): string {
  return relationship.type.slice(relationship.type.lastIndexOf("/") + 1);
}

/** Puts an element before the root's end tag, in the root's own prefix; the root may be empty. */
export function appendChild(xml: string, element: string): string {
  const root = rootOf(xml);
  const child = root.prefix === "" ? element : element.replace(/<(\/?)([A-Za-z])/g, `<$1${root.prefix}$2`);
  if (root.closeStart !== undefined) return xml.slice(0, root.closeStart) + child + xml.slice(root.closeStart);
  return `${xml.slice(0, root.end - 2).trimEnd()}>${child}</${root.prefix}${root.name}>${xml.slice(root.end)}`;
}

interface Root {
  readonly name: string;
  readonly prefix: string;
  readonly end: number;
  /** Start of the end tag; absent where the root is empty. */
  readonly closeStart?: number;
}

function rootOf(xml: string): Root {
  let root: Root | undefined;
  walkXml(xml, (event) => {
    if (event.kind !== "open") return undefined;
    const prefix = /^<([\w.-]+:)?/.exec(xml.slice(event.start, event.end))?.[1] ?? "";
    const closeStart = event.empty ? undefined : xml.lastIndexOf(`</${prefix}${event.name}`);
    root = { name: event.name, prefix, end: event.end, ...(closeStart === undefined ? {} : { closeStart }) };
    return "stop";
  });
  if (!root) throw new HostError("damaged", { technical: "XML without a root" });
  return root;
}

/** Removes the empty elements (`<x …/>` or `<x …></x>`) whose start tag the test accepts. */
function removeElements(xml: string, test: (tag: string) => boolean): string {
  let result = "";
  let kept = 0;
  let start = -1;
  walkXml(xml, (event) => {
    if (event.kind === "open" && event.depth === 1 && test(xml.slice(event.start, event.end))) start = event.start;
    if (start >= 0 && event.depth === 1 && (event.kind === "close" || event.empty)) {
      result += xml.slice(kept, start);
      kept = event.end;
      start = -1;
    }
  });
  return result + xml.slice(kept);
}

/** Whether the content types have such an entry, whatever its case. */
function lists(types: string, element: string, name: string, value: string): boolean {
  let found = false;
  walkXml(types, (event) => {
    if (event.kind === "open" && event.name === element) {
      found ||= attribute(types.slice(event.start, event.end), name)?.toLowerCase() === value;
    }
  });
  return found;
}

/** The name under which the relationships of a part are kept. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Target as written ("../charts/chart1.xml", "/xl/styles.xml") → part name, seen from `part`. */
function resolveTarget(part: string, target: string): string {
  const path = target.startsWith("/") ? target : `${part.slice(0, part.lastIndexOf("/") + 1)}${target}`;
  const steps: string[] = [];
  for (const step of decodePercent(path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Part names are equal whatever their case. */
function keyOf(name: string): string {
  return name.toLowerCase();
}

function decode(bytes: Uint8Array, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new HostError("damaged", { technical: `${name}: not ${encoding}`, cause });
  }
}
