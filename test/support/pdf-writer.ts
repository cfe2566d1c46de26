/** What a test prints on a page: points from the top left corner. */
export type PdfMark =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size?: number;
      readonly mode?: number;
      readonly turn?: boolean;
    }
  | { readonly line: readonly [x1: number, y1: number, x2: number, y2: number] }
  | { readonly picture: readonly [x: number, y: number, width: number, height: number] };

export interface PdfPage {
  readonly width?: number;
  readonly height?: number;
  /** As the page's /Rotate says, clockwise. */
  readonly rotate?: number;
  readonly marks: readonly PdfMark[];
}

/** What is odd about a file. */
export interface PdfOddities {
  /** Nobody can open it without a password. */
  readonly encrypted?: boolean;
  /** Its font does not tell which characters its glyphs are. */
  readonly unmapped?: boolean;
}

const FONT_OBJECTS = 3;
/** What a file must have whose password is not the empty one: hashes that match none. */
const ENCRYPTION = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>]`;

/**
 * A small PDF with Chinese text: a font that is not embedded, whose characters are told by the library's own character map.
 * Chinese characters are as wide as they are high, Latin ones half.
 */
export function writePdf(pages: readonly PdfPage[], { encrypted, unmapped }: PdfOddities = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids = pages.map((_, i) => `${FONT_OBJECTS + 3 + 2 * i} 0 R`);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages.length} >>`);
  const encoding = unmapped ? "Identity-H" : "UniGB-UCS2-H";
  const ordering = unmapped ? "Identity" : "GB1";
  add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`);
  add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>`,
  );
  add(
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>",
  );
  for (const { width = 595, height = 842, rotate = 0, marks } of pages) {
    const content = marks.map((mark) => drawn(mark, height)).join("\n");
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  return assembled(objects, encrypted ? ENCRYPTION : "");
}

function drawn(mark: PdfMark, height: number): string {
  if ("line" in mark) {
    const [x1, y1, x2, y2] = mark.line;
    return `0.5 w ${x1} ${height - y1} m ${x2} ${height - y2} l S`;
  }
  if ("picture" in mark) {
    const [x, y, width, high] = mark.picture;
    return `q ${width} 0 0 ${high} ${x} ${height - y - high} cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF00FF> EI Q`;
  }
  const { text, x, y, size = 10, mode = 0, turn = false } = mark;
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
  const matrix = turn ? "0 1 -1 0" : "1 0 0 1";
  return `BT ${mode} Tr /F1 ${size} Tf ${matrix} ${x} ${height - y} Tm <${hex}> Tj ET`;
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** A ruled table as marks: `xs` and `ys` bound its columns and rows, cells by row; a cell may span columns. */
export function ruledMarks(
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly span?: number;
    readonly rows?: number;
    readonly text: string;
  }[],
  size = 9,
): readonly PdfMark[] {
  const covered = (row: number, column: number) =>
    cells.find(
      (cell) =>
        row >= cell.row &&
        row < cell.row + (cell.rows ?? 1) &&
        column >= cell.column &&
        column < cell.column + (cell.span ?? 1),
    );
  const marks: PdfMark[] = [];
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      const here = covered(row, column);
      const isInside = (other: typeof here): boolean => here !== undefined && other === here;
      if (row === 0 || !isInside(covered(row - 1, column)))
        marks.push({ line: [x(column), y(row), x(column + 1), y(row)] });
      if (column === 0 || !isInside(covered(row, column - 1)))
        marks.push({ line: [x(column), y(row), x(column), y(row + 1)] });
    }
  }
  marks.push({ line: [x(0), y(ys.length - 1), x(xs.length - 1), y(ys.length - 1)] });
  marks.push({ line: [x(xs.length - 1), y(0), x(xs.length - 1), y(ys.length - 1)] });
  for (const { row, column, rows = 1, span = 1, text } of cells) {
    const lines = text.split("\n");
    const centre = (y(row) + y(row + rows)) / 2;
    lines.forEach((line, i) => {
      const width = Array.from(line).reduce((sum, c) => sum + (c > "\u2000" ? size : size / 2), 0);
      const isFigure = /^[\d,.-]+$/.test(line);
      const left = isFigure ? x(column + span) - 3 - width : x(column) + 3;
      marks.push({ text: line, x: left, y: centre + size * (0.35 + 1.2 * (i - (lines.length - 1) / 2)), size });
    });
  }
  return marks;
}
