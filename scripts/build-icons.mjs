/**
 * Draws the add-in's icons into assets/icons: a ledger sheet with a check mark. Run by hand after a change of design;
 * the pictures are kept in the repository. Sizes: those a ribbon button can ask for, and 64 for high resolution.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const SHEET = [255, 255, 255];
const INK = [13, 92, 117];
const RULE = [154, 192, 204];
const SEAL = [16, 124, 65];

/** Shapes from back to front in a unit square; each tells whether a point lies in it. */
function shapes(size) {
  const pixel = 1 / size;
  const line = Math.max(pixel, 0.035);
  const snap = (value) => Math.round(value * size) / size;
  const rows = size < 24 ? [0.42, 0.64] : [0.4, 0.55, 0.7];
  const columns = size < 24 ? [0.42] : [0.34, 0.56];
  const [left, right, top, bottom] = [snap(0.1), snap(0.82), snap(0.05), snap(0.92)];
  const edge = Math.max(pixel, 0.045);
  const mark = [
    [0.585, 0.755],
    [0.68, 0.85],
    [0.86, 0.64],
  ];
  return [
    { colour: INK, has: rounded(left, top, right, bottom, 0.08) },
    { colour: SHEET, has: rounded(left + edge, top + edge, right - edge, bottom - edge, 0.05) },
    { colour: INK, has: box(left, top + edge, right, snap(0.26)) },
    ...rows.map((y) => ({ colour: RULE, has: box(left + edge, snap(y), right - edge, snap(y) + line) })),
    ...columns.map((x) => ({ colour: RULE, has: box(snap(x), snap(0.26), snap(x) + line, bottom - edge) })),
    { colour: SHEET, has: disc(0.72, 0.745, 0.295) },
    { colour: SEAL, has: disc(0.72, 0.745, 0.25) },
    { colour: SHEET, has: stroke(mark, size < 24 ? 0.05 : 0.038) },
  ];
}

function box(left, top, right, bottom) {
  return (x, y) => x >= left && x < right && y >= top && y < bottom;
}

function rounded(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  };
}

function disc(cx, cy, radius) {
  return (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;
}

/** A line through points, `half` wide on either side, with round ends. */
function stroke(points, half) {
  return (x, y) =>
    points.slice(1).some(([bx, by], index) => {
      const [ax, ay] = points[index];
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
      const t = Math.min(1, Math.max(0, along));
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= half;
    });
}

/** RGBA bytes of the icon, row by row; every pixel is the mean of 8 × 8 samples. */
function paint(size) {
  const samples = 8;
  const layers = shapes(size).toReversed();
  const bytes = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const total = [0, 0, 0];
      let hits = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const x = (column + ((sample % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size;
        const top = layers.find((layer) => layer.has(x, y));
        if (!top) continue;
        hits++;
        top.colour.forEach((channel, index) => (total[index] += channel));
      }
      const at = (row * size + column) * 4;
      total.forEach((channel, index) => (bytes[at + index] = hits ? Math.round(channel / hits) : 0));
      bytes[at + 3] = Math.round((hits / (samples * samples)) * 255);
    }
  }
  return bytes;
}

/** A PNG file of an RGBA picture. */
function png(size, rgba) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) rgba.copy(lines, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const folder = join(import.meta.dirname, "../assets/icons");
mkdirSync(folder, { recursive: true });
for (const size of ICON_SIZES) writeFileSync(join(folder, `icon-${size}.png`), png(size, paint(size)));
