import { deflateSync, Inflate } from "fflate";
import { HostError } from "../errors";
import { crc32 } from "./crc32";
import { LIMITS } from "./limits";

/** One entry as it stands in the file: still compressed. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly compressed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;
/** Compressed bytes inflated at a time: at most 16 MB come out before the size is looked at again. */
const SLICE = 16 * 1024;

/**
 * Lists the entries of a ZIP without inflating any. The central directory decides, as in Excel.
 * @throws HostError `damaged` where the directory is missing or points outside, `password` for an encrypted entry,
 * `tooLarge` beyond the limits.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > LIMITS.parts) throw new HostError("tooLarge", { technical: `${count} parts` });
  if (count === 0xffff || at === 0xffffffff) throw damaged("zip64");
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged("central directory");
    const entry = readEntry(bytes, view, at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (entry.name.endsWith("/")) continue;
    if (names.has(entry.name.toLowerCase())) throw damaged(`two entries named ${entry.name}`);
    names.add(entry.name.toLowerCase());
    entries.push(entry);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw damaged("no end of central directory");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  if (flags & ENCRYPTED) throw new HostError("password", { technical: "encrypted zip entry" });
  const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const name = new TextDecoder(flags & UTF8_NAME ? "utf-8" : "latin1").decode(nameBytes).replace(/\\/g, "/");
  const local = view.getUint32(at + 42, true);
  const length = view.getUint32(at + 20, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw damaged(`local header of ${name}`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + length > view.byteLength) throw damaged(`${name} ends early`);
  return {
    name,
    flags,
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    compressed: bytes.subarray(start, start + length),
  };
}

/**
 * The bytes of an entry. Stops as soon as more comes out than the entry declares.
 * @throws HostError `tooLarge` beyond the limits, `damaged` for a wrong size, checksum or method.
 */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  const stored = Math.max(1, entry.compressed.length);
  if (entry.size > LIMITS.partBytes)
    throw new HostError("tooLarge", { technical: `${entry.name}: ${entry.size} bytes` });
  if (entry.size > LIMITS.ratioFromBytes && entry.size / stored > LIMITS.ratio) {
    throw new HostError("tooLarge", { technical: `${entry.name}: inflates ${Math.round(entry.size / stored)} times` });
  }
  const data = entry.method === 0 ? entry.compressed : entry.method === 8 ? inflate(entry) : undefined;
  if (data?.length !== entry.size || crc32(data) !== entry.crc) throw damaged(`${entry.name}: size or checksum`);
  return data;
}

function inflate(entry: ZipEntry): Uint8Array {
  const out = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) throw damaged(`${entry.name}: larger than declared`);
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < entry.compressed.length; at += SLICE) {
      stream.push(entry.compressed.subarray(at, at + SLICE), at + SLICE >= entry.compressed.length);
    }
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    throw damaged(`${entry.name}: ${String(cause)}`);
  }
  return out.subarray(0, length);
}

/** A new or changed entry. The time stamp is given, so that the same input gives the same file. */
export function deflateEntry(name: string, data: Uint8Array, time: number): ZipEntry {
  return {
    name,
    flags: UTF8_NAME,
    method: 8,
    time,
    crc: crc32(data),
    size: data.length,
    compressed: deflateSync(data),
  };
}

/** Entries → .zip bytes. Compressed data is copied as it is: what was not changed stays byte for byte. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => encodeName(entry));
  const locals = entries.reduce((sum, entry, i) => sum + 30 + (names[i]?.length ?? 0) + entry.compressed.length, 0);
  const directory = names.reduce((sum, name) => sum + 46 + name.length, 0);
  const out = new Uint8Array(locals + directory + 22);
  const view = new DataView(out.buffer);
  let at = 0;
  let central = locals;
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 4, 20, true);
    writeHeader(view, central + 6, entry, name.length);
    view.setUint32(central + 42, at, true);
    out.set(name, central + 46);
    central += 46 + name.length;
    view.setUint32(at, LOCAL, true);
    writeHeader(view, at + 4, entry, name.length);
    out.set(name, at + 30);
    out.set(entry.compressed, at + 30 + name.length);
    at += 30 + name.length + entry.compressed.length;
  });
  view.setUint32(central, END, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, locals, true);
  return out;
}

/** The 24 bytes that local header and central directory share. Sizes are known, so no data descriptor follows. */
function writeHeader(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

function encodeName(entry: ZipEntry): Uint8Array {
  return entry.flags & UTF8_NAME
    ? new TextEncoder().encode(entry.name)
    : Uint8Array.from(entry.name, (c) => c.charCodeAt(0));
}

function damaged(technical: string): HostError {
  return new HostError("damaged", { technical });
}
