import type { CellRange } from "../../core/model/cell";
import { handleOf, type Handle, type ObjectType } from "../handle";
import { intersect } from "../model/addresses";
import { ConditionalFormatModel } from "../model/conditional-format-model";
import { BY_ADDIN } from "../model/events";
import type { SheetModel } from "../model/sheet-model";
import { ApiError, textOf, type Json } from "../protocol";
import type { Session } from "../session";
import { requireMarkable } from "./protection";
import { rangeAreas } from "./range-areas";

interface FormatTarget {
  readonly sheet: SheetModel;
  readonly format: ConditionalFormatModel;
}

interface CollectionTarget {
  readonly sheet: SheetModel;
  readonly ranges: readonly CellRange[];
}

const COLLECTION: ObjectType<CollectionTarget> = {
  kind: "ConditionalFormatCollection",
  items: ({ sheet, ranges }) => touching(sheet, ranges).map((format) => conditionalFormat(sheet, format)),
  item: byId,
  actions: {
    GetCount: ({ sheet, ranges }) => touching(sheet, ranges).length,
    ClearAll: ({ sheet, ranges }, _args, session) => {
      requireMarkable(session, sheet);
      for (const format of touching(sheet, ranges)) remove(sheet, format);
      session.workbook.formatted(sheet, BY_ADDIN);
      return null;
    },
  },
  methods: {
    Add: ({ sheet, ranges }, args, session) => {
      requireMarkable(session, sheet);
      const format = new ConditionalFormatModel({ type: args.text(0), ranges });
      sheet.conditionalFormats.unshift(format);
      session.workbook.formatted(sheet, BY_ADDIN);
      return conditionalFormat(sheet, format);
    },
    GetItem: (target, args) => byId(target, args.value(0)),
    GetItemAt: ({ sheet, ranges }, args) => {
      const format = touching(sheet, ranges)[args.number(0)];
      return format ? conditionalFormat(sheet, format) : null;
    },
  },
};

function byId({ sheet, ranges }: CollectionTarget, id: Json): Handle | null {
  const format = touching(sheet, ranges).find((candidate) => candidate.id === id);
  return format ? conditionalFormat(sheet, format) : null;
}

const FORMAT: ObjectType<FormatTarget> = {
  kind: "ConditionalFormat",
  id: ({ format }) => format.id,
  scalars: {
    Id: ({ format }) => format.id,
    Type: ({ format }) => format.type,
    Priority: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
    StopIfTrue: ({ format }) => format.stopIfTrue,
  },
  setters: {
    StopIfTrue: ({ format }, value) => {
      format.stopIfTrue = value === true;
    },
    /** 0 is the strongest. */
    Priority: ({ sheet, format }, value) => {
      remove(sheet, format);
      sheet.conditionalFormats.splice(Number(value), 0, format);
    },
  },
  objects: {
    Custom: (target, { build }) => {
      const found = custom(target);
      if (found || !build.behaviours.otherKindsOfFormatFail) return found;
      throw new ApiError("InvalidOperation", "this operation is not permitted for the current object");
    },
    CustomOrNullObject: (target) => custom(target),
  },
  actions: {
    Delete: ({ sheet, format }, _args, session) => {
      requireMarkable(session, sheet);
      if (!remove(sheet, format)) throw new ApiError("ItemNotFound", "the conditional format is gone");
      session.workbook.deletedFormats.push({ sheet, format });
      session.workbook.formatted(sheet, BY_ADDIN);
      return null;
    },
  },
  methods: {
    GetRange: ({ sheet, format }) => rangeAreas(sheet, format.ranges),
    GetRanges: ({ sheet, format }) => rangeAreas(sheet, format.ranges),
  },
};

/** One that the API cannot read any more: whatever is asked of it fails. */
const UNREADABLE: ObjectType<FormatTarget> = {
  kind: FORMAT.kind,
  scalars: mapped(FORMAT.scalars, () => gone),
  setters: mapped(FORMAT.setters, () => gone),
  objects: mapped(FORMAT.objects, () => gone),
  actions: mapped(FORMAT.actions, () => gone),
  methods: mapped(FORMAT.methods, () => gone),
};

function mapped<T>(members: Readonly<Record<string, unknown>> = {}, make: () => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.keys(members).map((name) => [name, make()]));
}

function gone(): never {
  throw new ApiError("ItemNotFound", "the requested resource doesn't exist");
}

const RULE: ObjectType<FormatTarget> = {
  kind: "ConditionalFormatRule",
  scalars: { Formula: ({ format }) => format.formula ?? "" },
  setters: {
    Formula: ({ format }, value) => {
      format.formula = textOf(value);
    },
  },
};

const CUSTOM: ObjectType<FormatTarget> = {
  kind: "CustomConditionalFormat",
  objects: {
    Rule: (target) => handleOf(RULE, target),
    Format: (target) => handleOf(RANGE_FORMAT, target),
  },
};

const FONT = styled("ConditionalRangeFont", "font", ["Bold", "Italic", "Color", "Underline", "Strikethrough"]);
const FILL = styled("ConditionalRangeFill", "fill", ["Color"]);
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

const BORDERS: ObjectType<FormatTarget> = {
  kind: "ConditionalRangeBorderCollection",
  items: (target) => EDGES.map((edge) => border(target, edge)),
  item: (target, edge) => (EDGES.some((known) => known === edge) ? border(target, textOf(edge)) : null),
  objects: {
    Top: (target) => border(target, "EdgeTop"),
    Bottom: (target) => border(target, "EdgeBottom"),
    Left: (target) => border(target, "EdgeLeft"),
    Right: (target) => border(target, "EdgeRight"),
  },
};

const RANGE_FORMAT: ObjectType<FormatTarget> = {
  kind: "ConditionalRangeFormat",
  objects: {
    Font: (target) => handleOf(FONT, target),
    Fill: (target) => handleOf(FILL, target),
    Borders: (target) => handleOf(BORDERS, target),
  },
};

/** Collection of the conditional formats that touch any of the ranges. */
export function conditionalFormats(sheet: SheetModel, ranges: readonly CellRange[]): Handle {
  return handleOf(COLLECTION, { sheet, ranges });
}

function conditionalFormat(sheet: SheetModel, format: ConditionalFormatModel): Handle {
  return handleOf(format.isUnreadable ? UNREADABLE : FORMAT, { sheet, format });
}

function custom(target: FormatTarget): Handle | null {
  return target.format.type === "Custom" ? handleOf(CUSTOM, target) : null;
}

function border(target: FormatTarget, edge: string): Handle {
  return handleOf(styled("ConditionalRangeBorder", `borders.${edge}`, ["Color", "Style"]), target);
}

/** A format object whose properties are kept under flat names ("fill.color"). */
function styled(kind: string, prefix: string, names: readonly string[]): ObjectType<FormatTarget> {
  const flat = (name: string) => `${prefix}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return {
    kind,
    scalars: Object.fromEntries(
      names.map((name) => [name, ({ format }: FormatTarget): Json => format.style.get(flat(name)) ?? null]),
    ),
    setters: Object.fromEntries(
      names.map((name) => [
        name,
        ({ sheet, format }: FormatTarget, value: Json, session: Session) => {
          requireMarkable(session, sheet);
          format.style.set(flat(name), value as string | boolean | number | null);
          session.workbook.formatted(sheet, BY_ADDIN);
        },
      ]),
    ),
  };
}

function touching(sheet: SheetModel, ranges: readonly CellRange[]): readonly ConditionalFormatModel[] {
  return sheet.conditionalFormats.filter((format) =>
    format.ranges.some((own) => ranges.some((range) => intersect(own, range) !== undefined)),
  );
}

function remove(sheet: SheetModel, format: ConditionalFormatModel): boolean {
  const index = sheet.conditionalFormats.indexOf(format);
  if (index >= 0) sheet.conditionalFormats.splice(index, 1);
  return index >= 0;
}
