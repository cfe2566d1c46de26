import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import { drawChart } from "../../../src/core/narrative/charts/draw-chart";
import type { Shape } from "../../../src/core/narrative/charts/drawing";
import { drawingAsEmf } from "../../../src/core/narrative/charts/emf";
import { drawingAsSvg } from "../../../src/core/narrative/charts/svg";
import type { ChartData } from "../../../src/core/narrative/model";
import { draftCase } from "./draft-case";

const draft = draftCase("2020-zaozhuang");

function chart(kind: ChartData["kind"], points: readonly (readonly [string, string])[]): ChartData {
  return {
    number: 1,
    name: "收支总计变动",
    title: "图1　示例<1>",
    kind,
    unit: "万元",
    points: points.map(([label, value]) => ({ label, value: amount(value), cells: [] })),
  };
}

const textsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));

describe("图1–图6", () => {
  it("are numbered, titled and have the figures of the text", () => {
    expect(draft.charts.map(({ number, kind, points }) => [number, kind, points.length])).toEqual([
      [1, "bars", 2],
      [2, "shares", 1],
      [3, "shares", 2],
      [4, "bars", 2],
      [5, "bars", 2],
      [6, "shares", 5],
    ]);
    expect(draft.charts[0]?.points.map(({ label, value }) => [label, value.toString()])).toEqual([
      ["2019年", "3488.77"],
      ["2020年", "7758.62"],
    ]);
  });

  it("stand after the paragraph they illustrate", () => {
    const [overall] = draft.sections;
    expect(overall?.paragraphs.map((paragraph) => paragraph.style)).toEqual(["body", "chart"]);
  });

  it("name every part with its amount and share", () => {
    const shapes = drawChart(draft.charts[5]!)?.shapes ?? [];
    expect(textsOf(shapes)).toContain("一般公共服务支出 2747.5万元，85.13%");
  });

  it("keep negative bars and zero inside the picture", () => {
    const drawing = drawChart(
      chart("bars", [
        ["2021年", "-50"],
        ["2022年", "0"],
      ]),
    )!;
    const points = drawing.shapes.flatMap((shape) => (shape.kind === "polygon" ? shape.points : []));
    for (const { x, y } of points) {
      expect(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height).toBe(true);
    }
  });

  it("are not drawn without figures", () => {
    expect(drawChart(chart("shares", []))).toBeUndefined();
  });
});

describe("a picture's file", () => {
  const drawing = drawChart(
    chart("shares", [
      ["甲", "1"],
      ["乙", "3"],
    ]),
  )!;

  it("is a metafile whose records fill it exactly", () => {
    const bytes = drawingAsEmf(drawing);
    const view = new DataView(bytes.buffer);
    const types: number[] = [];
    let offset = 0;
    while (offset < bytes.length) {
      types.push(view.getUint32(offset, true));
      const size = view.getUint32(offset + 4, true);
      expect(size % 4).toBe(0);
      offset += size;
    }
    expect(offset).toBe(bytes.length);
    expect([types[0], types.at(-1)]).toEqual([1, 14]);
    expect(view.getUint32(48, true)).toBe(bytes.length);
    expect(view.getUint32(52, true)).toBe(types.length);
    expect(types.filter((type) => type === 84)).toHaveLength(3);
  });

  it("is an SVG document with its title for screen readers, escaped", () => {
    const svg = drawingAsSvg(drawing);
    expect(svg).toContain('aria-label="图1　示例&lt;1&gt;"');
    expect(svg).toContain("乙 3万元，75%");
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
