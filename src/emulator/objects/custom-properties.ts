import { handleOf, type Handle, type ObjectType } from "../handle";
import type { SheetModel } from "../model/sheet-model";
import { textOf } from "../protocol";
import { requireNotReadOnly } from "./protection";

interface PropertyTarget {
  readonly sheet: SheetModel;
  readonly key: string;
}

const PROPERTY: ObjectType<PropertyTarget> = {
  kind: "WorksheetCustomProperty",
  scalars: { Key: ({ key }) => key, Value: ({ sheet, key }) => sheet.properties.get(key) ?? "" },
  actions: {
    Delete: ({ sheet, key }) => {
      sheet.properties.delete(key);
    },
  },
};

const COLLECTION: ObjectType<SheetModel> = {
  kind: "WorksheetCustomPropertyCollection",
  items: (sheet) => [...sheet.properties.keys()].map((key) => handleOf(PROPERTY, { sheet, key })),
  item: (sheet, key) => find(sheet, textOf(key)),
  actions: { GetCount: (sheet) => sheet.properties.size },
  methods: {
    Add: (sheet, args, session) => {
      requireNotReadOnly(session.workbook);
      sheet.properties.set(args.text(0), args.text(1));
      return find(sheet, args.text(0));
    },
    GetItem: (sheet, args) => find(sheet, args.text(0)),
    GetItemOrNullObject: (sheet, args) => find(sheet, args.text(0)),
  },
};

/** Custom properties of a worksheet; keys ignore case, as Excel documents. */
export function customProperties(sheet: SheetModel): Handle {
  return handleOf(COLLECTION, sheet);
}

function find(sheet: SheetModel, wanted: string): Handle | null {
  const key = [...sheet.properties.keys()].find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  return key === undefined ? null : handleOf(PROPERTY, { sheet, key });
}
