import { handleOf, type Handle, type ObjectType } from "../handle";
import type { SheetModel } from "../model/sheet-model";
import { ApiError, textOf } from "../protocol";
import { requireNotReadOnly } from "./protection";

interface NameTarget {
  readonly sheet: SheetModel;
  readonly name: string;
}

const NAMED_ITEM: ObjectType<NameTarget> = {
  kind: "NamedItem",
  id: ({ name }) => name,
  scalars: {
    Name: ({ name }) => name,
    Formula: ({ sheet, name }) => sheet.names.get(name)?.formula ?? "",
    Visible: ({ sheet, name }) => sheet.names.get(name)?.visible ?? false,
  },
  setters: {
    Visible: ({ sheet, name }, value) => {
      sheet.names.set(name, { formula: sheet.names.get(name)?.formula ?? "", visible: value === true });
    },
  },
  actions: {
    Delete: ({ sheet, name }) => {
      sheet.names.delete(name);
    },
  },
};

const COLLECTION: ObjectType<SheetModel> = {
  kind: "NamedItemCollection",
  items: (sheet) => [...sheet.names.keys()].map((name) => handleOf(NAMED_ITEM, { sheet, name })),
  item: (sheet, key) => find(sheet, textOf(key)),
  actions: { GetCount: (sheet) => sheet.names.size },
  methods: {
    Add: (sheet, args, session) => {
      requireNotReadOnly(session.workbook);
      const name = args.text(0);
      if (find(sheet, name)) throw new ApiError("ItemAlreadyExists", "the name exists");
      sheet.names.set(name, { formula: args.text(1), visible: true });
      return find(sheet, name);
    },
    GetItem: (sheet, args) => find(sheet, args.text(0)),
    GetItemOrNullObject: (sheet, args) => find(sheet, args.text(0)),
  },
};

/** Names in a sheet's own scope; they ignore case, as Excel's do. */
export function names(sheet: SheetModel): Handle {
  return handleOf(COLLECTION, sheet);
}

function find(sheet: SheetModel, wanted: string): Handle | null {
  const name = [...sheet.names.keys()].find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  return name === undefined ? null : handleOf(NAMED_ITEM, { sheet, name });
}
