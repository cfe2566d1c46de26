import { strFromU8, unzipSync } from "fflate";
import { zipParts } from "./xlsx-builder";

/** The parts of a package, inflated by another program than the product's own reader. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/** Text of one part. */
export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes)[name];
  if (!part) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

/** The package with one part replaced or made from its present text. */
export function withPart(bytes: Uint8Array, name: string, content: string | ((text: string) => string)): Uint8Array {
  const next = typeof content === "string" ? content : content(partText(bytes, name));
  return zipParts({ ...partsOf(bytes), [name]: next });
}

/** The package without one part. */
export function withoutPart(bytes: Uint8Array, name: string): Uint8Array {
  return zipParts(Object.fromEntries(Object.entries(partsOf(bytes)).filter(([part]) => part !== name)));
}

/** The package whose directory declares another inflated size for one part. */
export function withDeclaredSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (strFromU8(copy.subarray(at + 46, at + 46 + length)) === name) view.setUint32(at + 24, size, true);
  }
  return copy;
}

/** The package with one byte of a part's compressed data changed. */
export function withFlippedByte(bytes: Uint8Array, name: string): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 30 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x04034b50) continue;
    const length = view.getUint16(at + 26, true);
    if (strFromU8(copy.subarray(at + 30, at + 30 + length)) !== name) continue;
    const middle = at + 30 + length + (view.getUint32(at + 18, true) >> 1);
    view.setUint8(middle, view.getUint8(middle) ^ 0xff);
    return copy;
  }
  throw new Error(`no part ${name}`);
}
