import { handleOf, type Handle, type ObjectType } from "../handle";
import { parseAddress } from "../model/addresses";
import type { ChartContent } from "../model/content";
import { BY_ADDIN } from "../model/events";
import type { SheetModel } from "../model/sheet-model";
import { ApiError, textOf } from "../protocol";
import type { Session } from "../session";
import { requireFormattable } from "./protection";
import type { RangeTarget } from "./range";

interface ChartTarget {
  readonly sheet: SheetModel;
  readonly id: string;
}

/** Chart types the emulator was asked for so far; Excel knows some eighty. */
const TYPES = ["ColumnClustered", "Doughnut"];

const COLLECTION: ObjectType<SheetModel> = {
  kind: "ChartCollection",
  scalars: { Count: (sheet) => sheet.charts.size },
  items: (sheet) => [...sheet.charts.keys()].map((id) => chartHandle(sheet, id)),
  item: (sheet, key) => {
    const found = [...sheet.charts].find(([id, { name }]) => id === key || name === key);
    return found ? chartHandle(sheet, found[0]) : null;
  },
  methods: {
    Add: (sheet, args, session) => {
      requireFormattable(session.workbook, sheet);
      const type = args.text(0);
      const source = args.object(1)?.target as RangeTarget | undefined;
      if (!TYPES.includes(type) || !source) throw new ApiError("InvalidArgument", "not a chart type or no source");
      const id = sheet.addChart({
        name: `Chart ${sheet.charts.size + 1}`,
        type,
        title: "",
        source: source.range,
        seriesBy: args.text(2),
        look: {},
      });
      session.workbook.formatted(sheet, BY_ADDIN);
      return chartHandle(sheet, id);
    },
  },
};

const TITLE: ObjectType<ChartTarget> = {
  kind: "ChartTitle",
  scalars: { Text: (target) => chartOf(target).title },
  setters: { Text: (target, value) => change(target, { title: textOf(value) }) },
};

const LEGEND = switches("ChartLegend", "legend", ["Visible"]);
const DATA_LABELS = switches("ChartDataLabels", "dataLabels", ["ShowValue", "ShowPercentage"]);

const VALUE_AXIS: ObjectType<ChartTarget> = {
  kind: "ChartAxis",
  setters: { Minimum: (target, value) => change(target, { minimum: Number(value) }) },
};

/** Rings have no axes: asking for them fails in Excel too. */
const AXES: ObjectType<ChartTarget> = {
  kind: "ChartAxes",
  objects: { ValueAxis: (target) => (chartOf(target).type === "Doughnut" ? null : handleOf(VALUE_AXIS, target)) },
};

const CHART: ObjectType<ChartTarget> = {
  kind: "Chart",
  id: ({ id }) => id,
  scalars: {
    Id: ({ id }) => id,
    Name: (target) => chartOf(target).name,
    ChartType: (target) => chartOf(target).type,
  },
  setters: { Name: (target, value) => change(target, { name: textOf(value) }) },
  objects: {
    Title: (target) => handleOf(TITLE, target),
    Axes: (target) => handleOf(AXES, target),
    Legend: (target) => handleOf(LEGEND, target),
    DataLabels: (target) => handleOf(DATA_LABELS, target),
  },
  actions: {
    SetPosition: (target, args) => {
      const [start, end] = [parseAddress(args.text(0)).range, parseAddress(args.text(1)).range];
      change(target, { place: { top: start.top, left: start.left, bottom: end.bottom, right: end.right } });
      return null;
    },
    Delete: ({ sheet, id }, _args, session: Session) => {
      requireFormattable(session.workbook, sheet);
      if (!sheet.charts.delete(id)) throw new ApiError("ItemNotFound", "the chart is gone");
      session.workbook.formatted(sheet, BY_ADDIN);
      return null;
    },
  },
};

/** Collection of a sheet's charts. */
export function charts(sheet: SheetModel): Handle {
  return handleOf(COLLECTION, sheet);
}

function chartHandle(sheet: SheetModel, id: string): Handle {
  return handleOf(CHART, { sheet, id });
}

function chartOf({ sheet, id }: ChartTarget): ChartContent {
  const chart = sheet.charts.get(id);
  if (!chart) throw new ApiError("ItemNotFound", "the chart is gone");
  return chart;
}

function change(target: ChartTarget, patch: Partial<ChartContent>): void {
  target.sheet.charts.set(target.id, { ...chartOf(target), ...patch });
}

/** An object of truth values, kept under flat names. */
function switches(kind: string, prefix: string, names: readonly string[]): ObjectType<ChartTarget> {
  const flat = (name: string): string => `${prefix}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return {
    kind,
    scalars: Object.fromEntries(names.map((name) => [name, (target) => chartOf(target).look[flat(name)] ?? false])),
    setters: Object.fromEntries(
      names.map((name) => [
        name,
        (target, value) => change(target, { look: { ...chartOf(target).look, [flat(name)]: value === true } }),
      ]),
    ),
  };
}
