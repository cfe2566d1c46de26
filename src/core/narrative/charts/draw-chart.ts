import { sum } from "../../model/amount";
import type { ChartData } from "../model";
import { amountText, percentText } from "../wording";
import { CHART_COLOURS, GREY, rectangle, type Colour, type Drawing, type Point, type Shape } from "./drawing";

const WIDTH = 14000;
const HEIGHT = 7600;
const TEXT = 380;
const PLAIN = { thousands: false };

/** Draws one of 图1–图6; undefined where the chart lacks data. The title stands in the text, not in the picture. */
export function drawChart(chart: ChartData): Drawing | undefined {
  if (chart.points.length === 0) return undefined;
  const shapes = chart.kind === "bars" ? bars(chart) : ring(chart);
  return { width: WIDTH, height: HEIGHT, title: chart.title, shapes };
}

function colour(index: number): Colour {
  return CHART_COLOURS[index % CHART_COLOURS.length] ?? GREY;
}

/** One bar a year, its amount above it; negative figures hang below the axis. */
function bars(chart: ChartData): readonly Shape[] {
  const values = chart.points.map((point) => point.value.toNumber());
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const range = top - bottom || 1;
  const area = { left: 1200, right: WIDTH - 600, top: 1100, bottom: HEIGHT - 1100 };
  const y = (value: number): number => area.top + ((top - value) / range) * (area.bottom - area.top);
  const step = (area.right - area.left) / values.length;
  const axis: Shape = {
    kind: "line",
    from: { x: area.left, y: y(0) },
    to: { x: area.right, y: y(0) },
    colour: GREY,
  };
  const unit: Shape = text({ x: area.left, y: 500 }, "start", `单位：${chart.unit}`);
  const drawn = chart.points.flatMap((point, index): Shape[] => {
    const value = values[index] ?? 0;
    const middle = area.left + step * (index + 0.5);
    const [high, low] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
    return [
      {
        kind: "polygon",
        points: rectangle(middle - step * 0.22, high, middle + step * 0.22, low),
        fill: colour(index),
      },
      text({ x: middle, y: high - 350 }, "middle", amountText(point.value, PLAIN)),
      text({ x: middle, y: HEIGHT - 500 }, "middle", point.label),
    ];
  });
  return [unit, axis, ...drawn];
}

/** A ring with a legend that names each part with its amount and share. */
function ring(chart: ChartData): readonly Shape[] {
  const total = sum(chart.points.map((point) => point.value));
  const centre = { x: 3700, y: HEIGHT / 2 };
  const line = Math.min(700, (HEIGHT - 1200) / chart.points.length);
  const labels = chart.points.map(
    ({ label, value }) => `${label} ${amountText(value, PLAIN)}${chart.unit}，${percentText(value.div(total), PLAIN)}%`,
  );
  const size = Math.min(TEXT, line * 0.6, ...labels.map(fittingSize));
  const first = HEIGHT / 2 - (line * (chart.points.length - 1)) / 2;
  let from = 0;
  const parts = chart.points.flatMap((point, index): Shape[] => {
    const fraction = point.value.div(total);
    const to = from + fraction.toNumber();
    const wedge: Shape = { kind: "polygon", points: wedgePoints(centre, from, to), fill: colour(index) };
    from = to;
    const y = first + line * index;
    const key: Shape = {
      kind: "polygon",
      points: rectangle(LEGEND, y - size / 2, LEGEND + size, y + size / 2),
      fill: colour(index),
    };
    const at = { x: LEGEND + size + LEGEND_GAP, y };
    return [wedge, key, { kind: "text", at, anchor: "start", size: Math.floor(size), text: labels[index] ?? "" }];
  });
  return [text({ x: 600, y: 500 }, "start", `单位：${chart.unit}`), ...parts];
}

/** The size at which a legend entry just stays inside the picture: Chinese characters are as wide as high. */
function fittingSize(label: string): number {
  const width = Array.from(label).reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 0.55 : 1), 0);
  return (WIDTH - LEGEND - LEGEND_GAP - 200) / (width + 1);
}

const LEGEND = 7000;
const LEGEND_GAP = 150;
const OUTER = 2700;
const INNER = 1350;
/** Steps per full turn: fine enough to look round in print. */
const STEPS = 240;

/** A part of the ring between two fractions of a turn, clockwise from the top. */
function wedgePoints(centre: Point, from: number, to: number): readonly Point[] {
  const count = Math.max(1, Math.ceil((to - from) * STEPS));
  const turns = Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count);
  const at = (turn: number, radius: number): Point => ({
    x: centre.x + radius * Math.sin(turn * 2 * Math.PI),
    y: centre.y - radius * Math.cos(turn * 2 * Math.PI),
  });
  return [...turns.map((turn) => at(turn, OUTER)), ...turns.reverse().map((turn) => at(turn, INNER))];
}

function text(at: Point, anchor: "start" | "middle" | "end", content: string): Shape {
  return { kind: "text", at, anchor, size: TEXT, text: content };
}
