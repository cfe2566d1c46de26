import type { CellRange } from "../../core/model/cell";
import { handleOf, type Handle, type ObjectType } from "../handle";
import { cellCount, fullAddress, parseAddress } from "../model/addresses";
import type { SheetModel } from "../model/sheet-model";
import { ApiError } from "../protocol";
import { conditionalFormats } from "./conditional-formats";
import { rangeFormat } from "./range-format";

interface AreasTarget {
  readonly sheet: SheetModel;
  readonly ranges: readonly CellRange[];
}

/** Longest address Worksheet.getRanges takes (documented). */
const LONGEST_ADDRESS = 8192;

const TYPE: ObjectType<AreasTarget> = {
  kind: "RangeAreas",
  scalars: {
    Address: ({ sheet, ranges }) => ranges.map((range) => fullAddress(sheet.name, range)).join(", "),
    AreaCount: ({ ranges }) => ranges.length,
    CellCount: ({ ranges }) => ranges.reduce((count, range) => count + cellCount(range), 0),
  },
  objects: {
    ConditionalFormats: ({ sheet, ranges }) => conditionalFormats(sheet, ranges),
    Format: (target) => rangeFormat(target),
  },
};

/** RangeAreas object of several rectangles of one sheet. */
export function rangeAreas(sheet: SheetModel, ranges: readonly CellRange[]): Handle {
  return handleOf(TYPE, { sheet, ranges });
}

/** RangeAreas object of a list of addresses ("A1,C3:D4"). */
export function rangeAreasOf(sheet: SheetModel, address: string): Handle {
  if (address.length > LONGEST_ADDRESS) throw new ApiError("InvalidArgument", "the address is too long");
  return rangeAreas(
    sheet,
    address.split(",").map((part) => parseAddress(part).range),
  );
}
