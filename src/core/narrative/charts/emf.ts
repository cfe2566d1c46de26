import { CHART_FONT, type Colour, type Drawing, type Point, type Shape } from "./drawing";

/**
 * A drawing as Windows enhanced metafile ([MS-EMF]): a vector picture that every Word since 97 and LibreOffice show,
 * with text in the reader's own Chinese font, made without a canvas or a native module.
 */
export function drawingAsEmf(drawing: Drawing): Uint8Array {
  const records = [
    // Text is drawn without a background, in black; polygons with their fill and no border.
    record(SETBKMODE, u32(1)),
    record(SETTEXTCOLOR, u32(0)),
    ...drawing.shapes.flatMap(shapeRecords),
    record(EOF, u32(0), u32(16), u32(20)),
  ];
  const body = join(records);
  return join([header(drawing, records.length + 1, HEADER_SIZE + body.length), body]);
}

/** Record types of [MS-EMF] 2.1.1. */
const HEADER = 1;
const POLYGON = 3;
const EOF = 14;
const SETBKMODE = 18;
const SETTEXTALIGN = 22;
const SETTEXTCOLOR = 24;
const MOVETOEX = 27;
const SELECTOBJECT = 37;
const CREATEPEN = 38;
const CREATEBRUSHINDIRECT = 39;
const DELETEOBJECT = 40;
const LINETO = 54;
const EXTCREATEFONTINDIRECTW = 82;
const EXTTEXTOUTW = 84;

const HEADER_SIZE = 88;
const NULL_PEN = 0x80000008;
/** The one object slot that is created, used and deleted for each shape. */
const SLOT = 1;
const LINE_WIDTH = 25;
/** Bits of SETTEXTALIGN: baseline, with the left end, centre or right end at the reference point. */
const ALIGN = { start: 24, middle: 24 + 6, end: 24 + 2 } as const;
/** From the middle of a line of Chinese text down to its baseline, in heights of the font. */
const BASELINE = 0.36;

/** Units are 1/100 mm; a reference device of 100 dots a millimetre makes them device units too. */
function header(drawing: Drawing, records: number, bytes: number): Uint8Array {
  const { width, height } = drawing;
  const bounds = [0, 0, width, height].map(i32);
  return record(
    HEADER,
    ...bounds,
    ...bounds,
    u32(0x464d4520),
    u32(0x10000),
    u32(bytes),
    u32(records),
    u16(SLOT + 1),
    u16(0),
    u32(0),
    u32(0),
    u32(0),
    i32(width),
    i32(height),
    i32(Math.round(width / 100)),
    i32(Math.round(height / 100)),
  );
}

function shapeRecords(shape: Shape): readonly Uint8Array[] {
  switch (shape.kind) {
    case "polygon":
      return withObject(record(CREATEBRUSHINDIRECT, u32(SLOT), u32(0), colourRef(shape.fill), u32(0)), [
        record(SELECTOBJECT, u32(NULL_PEN)),
        polygon(shape.points),
      ]);
    case "line":
      return withObject(record(CREATEPEN, u32(SLOT), u32(0), i32(LINE_WIDTH), i32(0), colourRef(shape.colour)), [
        record(MOVETOEX, ...point(shape.from)),
        record(LINETO, ...point(shape.to)),
      ]);
    case "text":
      return withObject(font(shape.size), [record(SETTEXTALIGN, u32(ALIGN[shape.anchor])), text(shape)]);
  }
}

function withObject(create: Uint8Array, use: readonly Uint8Array[]): readonly Uint8Array[] {
  return [create, record(SELECTOBJECT, u32(SLOT)), ...use, record(DELETEOBJECT, u32(SLOT))];
}

function polygon(points: readonly Point[]): Uint8Array {
  const xs = points.map(({ x }) => Math.round(x));
  const ys = points.map(({ y }) => Math.round(y));
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return record(POLYGON, ...bounds.map(i32), u32(points.length), ...points.flatMap(point));
}

function font(size: number): Uint8Array {
  const logFont = [
    i32(-Math.round(size)),
    ...[0, 0, 0, 400].map(i32),
    // not italic, underlined or struck out; Chinese character set; default precision, quality and pitch
    Uint8Array.from([0, 0, 0, 134, 0, 0, 0, 0]),
    utf16(CHART_FONT, 32),
  ];
  // Full name, style, version, style size, match, reserved, vendor, culture and panose of EXTLOGFONTW: left at 0.
  const extension = new Uint8Array(320 - 92);
  return record(EXTCREATEFONTINDIRECTW, u32(SLOT), ...logFont, extension);
}

type TextShape = Shape & { readonly kind: "text" };

/** EMR_EXTTEXTOUTW: header 36 bytes, EmrText 40 bytes, then the string and the advance of each character. */
function text(shape: TextShape): Uint8Array {
  const characters = shape.text.length;
  const string = utf16(shape.text, characters + (characters % 2));
  const advances = Array.from({ length: characters }, (_, index) =>
    u32(Math.round(shape.size * (shape.text.charCodeAt(index) < 256 ? 0.5 : 1))),
  );
  const reference = { x: shape.at.x, y: shape.at.y + shape.size * BASELINE };
  const start = 76;
  return record(
    EXTTEXTOUTW,
    ...[0, 0, -1, -1].map(i32),
    u32(1),
    f32(1),
    f32(1),
    ...point(reference),
    u32(characters),
    u32(start),
    u32(0),
    ...[0, 0, -1, -1].map(i32),
    u32(start + string.length),
    string,
    ...advances,
  );
}

function record(type: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = join(parts);
  return join([u32(type), u32(body.length + 8), body]);
}

function point({ x, y }: Point): readonly Uint8Array[] {
  return [i32(Math.round(x)), i32(Math.round(y))];
}

function colourRef([red, green, blue]: Colour): Uint8Array {
  return Uint8Array.from([red, green, blue, 0]);
}

function utf16(value: string, length: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(length * 2));
  for (let index = 0; index < value.length; index += 1) bytes.setUint16(index * 2, value.charCodeAt(index), true);
  return new Uint8Array(bytes.buffer);
}

function u16(value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2));
  bytes.setUint16(0, value, true);
  return new Uint8Array(bytes.buffer);
}

function u32(value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, value, true);
  return new Uint8Array(bytes.buffer);
}

function i32(value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setInt32(0, value, true);
  return new Uint8Array(bytes.buffer);
}

function f32(value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setFloat32(0, value, true);
  return new Uint8Array(bytes.buffer);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
