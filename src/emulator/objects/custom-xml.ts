import { handleOf, type Handle, type ObjectType } from "../handle";
import type { WorkbookModel, XmlPart } from "../model/workbook-model";
import { ApiError } from "../protocol";
import { requireNotReadOnly } from "./protection";

interface PartTarget {
  readonly workbook: WorkbookModel;
  readonly part: XmlPart;
}

interface ScopeTarget {
  readonly workbook: WorkbookModel;
  /** Undefined for all parts. */
  readonly namespace: string | undefined;
}

const PART: ObjectType<PartTarget> = {
  kind: "CustomXmlPart",
  id: ({ part }) => part.id,
  scalars: { Id: ({ part }) => part.id, NamespaceUri: ({ part }) => namespaceOf(part.xml) },
  actions: {
    GetXml: ({ part }) => part.xml,
    SetXml: ({ part }, args, session) => {
      requireNotReadOnly(session.workbook);
      part.xml = wellFormed(args.text(0));
    },
    Delete: ({ workbook, part }, _args, session) => {
      requireNotReadOnly(session.workbook);
      const index = workbook.xmlParts.indexOf(part);
      if (index < 0) throw new ApiError("ItemNotFound", "the part is gone");
      workbook.xmlParts.splice(index, 1);
    },
  },
};

const COLLECTION: ObjectType<ScopeTarget> = {
  kind: "CustomXmlPartCollection",
  items: (scope) => parts(scope).map((part) => partHandle(scope, part)),
  item: (scope, id) => byId(scope, id),
  actions: { GetCount: (scope) => parts(scope).length },
  methods: {
    Add: ({ workbook, namespace }, args, session) => {
      requireNotReadOnly(session.workbook);
      return partHandle({ workbook, namespace }, workbook.addXmlPart(wellFormed(args.text(0))));
    },
    GetByNamespace: ({ workbook }, args) => handleOf(COLLECTION, { workbook, namespace: args.text(0) }),
    GetItem: (scope, args) => byId(scope, args.value(0)),
    GetItemOrNullObject: (scope, args) => byId(scope, args.value(0)),
    GetOnlyItem: only,
    GetOnlyItemOrNullObject: only,
  },
};

/** Collection of the workbook's custom XML parts. */
export function customXmlParts(workbook: WorkbookModel): Handle {
  return handleOf(COLLECTION, { workbook, namespace: undefined });
}

function parts({ workbook, namespace }: ScopeTarget): readonly XmlPart[] {
  return workbook.xmlParts.filter((part) => namespace === undefined || namespaceOf(part.xml) === namespace);
}

function partHandle({ workbook }: ScopeTarget, part: XmlPart): Handle {
  return handleOf(PART, { workbook, part });
}

function byId(scope: ScopeTarget, id: unknown): Handle | null {
  const part = parts(scope).find((candidate) => candidate.id === id);
  return part ? partHandle(scope, part) : null;
}

/** Documented: with more than one part, getOnlyItem fails and getOnlyItemOrNullObject gives a null object. */
function only(scope: ScopeTarget): Handle | null {
  const [first, ...others] = parts(scope);
  return first && others.length === 0 ? partHandle(scope, first) : null;
}

/** Namespace of the root element, as far as a default or prefixed declaration on it says. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
  const prefix = root?.[1];
  const attribute = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  return new RegExp(`\\s${attribute}=(["'])(.*?)\\1`).exec(root?.[2] ?? "")?.[2] ?? "";
}

function wellFormed(xml: string): string {
  if (!/^\s*(<\?xml[^>]*\?>)?\s*<[\s\S]*>\s*$/.test(xml)) throw new ApiError("InvalidArgument", "not XML");
  return xml;
}
