import { STATE_NAMESPACE, stateOf, stateXml } from "../state-part";
import { relationshipKind, XML_HEAD, type OpcPackage } from "./opc-package";
import { readWorkbookPart } from "./workbook-part";

const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/** Identifies our part among the custom parts, as the file format asks; the same in every workbook. */
const ITEM_ID = "{7B0E6F0A-5C0B-4B57-9F0F-6C2D3A9E41D7}";

/** Our state in the package, or undefined where there is none. */
export function loadCustomState(opc: OpcPackage): string | undefined {
  const name = statePart(opc);
  return name === undefined ? undefined : stateOf(opc.text(name));
}

/** Keeps the state in the package: in our custom part, which is added once. */
export function saveCustomState(opc: OpcPackage, state: string): void {
  const existing = statePart(opc);
  if (existing !== undefined) {
    opc.setText(existing, XML_HEAD + stateXml(state));
    return;
  }
  const name = opc.freeName("customXml/item", ".xml");
  const properties = name.replace(/item(\d+)\.xml$/, "itemProps$1.xml");
  opc.add(name, XML_HEAD + stateXml(state), undefined);
  opc.add(
    properties,
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  opc.relate(name, `${PACKAGE_RELATIONSHIPS}/customXmlProps`, properties);
  opc.relate(readWorkbookPart(opc).part, `${PACKAGE_RELATIONSHIPS}/customXml`, name);
}

function statePart(opc: OpcPackage): string | undefined {
  return readWorkbookPart(opc)
    .relationships.filter((r) => relationshipKind(r) === "customXml" && !r.external && opc.has(r.target))
    .map((r) => r.target)
    .find((name) => stateOf(opc.text(name)) !== undefined);
}
