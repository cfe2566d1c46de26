import { escapeHtml } from "../rendering/html";
import { CHART_FONT, type Colour, type Drawing, type Shape } from "./drawing";

/** A drawing as an SVG document, for the pane and for pasting. */
export function drawingAsSvg(drawing: Drawing): string {
  const { width, height, title, shapes } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}" font-family="${CHART_FONT}, SimSun, 'Noto Serif CJK SC', serif">`,
    ...shapes.map(element),
    "</svg>",
  ].join("");
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case "polygon":
      return `<polygon points="${shape.points.map(({ x, y }) => `${fixed(x)},${fixed(y)}`).join(" ")}" fill="${css(shape.fill)}"/>`;
    case "line":
      return `<line x1="${fixed(shape.from.x)}" y1="${fixed(shape.from.y)}" x2="${fixed(shape.to.x)}" y2="${fixed(shape.to.y)}" stroke="${css(shape.colour)}" stroke-width="25"/>`;
    case "text":
      return `<text x="${fixed(shape.at.x)}" y="${fixed(shape.at.y)}" text-anchor="${shape.anchor}" dominant-baseline="central" font-size="${fixed(shape.size)}">${escapeHtml(shape.text)}</text>`;
  }
}

function fixed(value: number): string {
  return String(Math.round(value));
}

function css([red, green, blue]: Colour): string {
  return `rgb(${red},${green},${blue})`;
}
