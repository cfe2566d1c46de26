import { relationshipKind, type OpcPackage } from "./opc-package";
import { EMPTY_STYLES, StylesPart } from "./styles-part";
import { readWorkbookPart } from "./workbook-part";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The style sheet of a package: read when made, written back by `keep`, added where the package has none. */
export class StylesStore {
  readonly part: StylesPart;
  private readonly name: string | undefined;

  constructor(private readonly opc: OpcPackage) {
    const found = readWorkbookPart(opc).relationships.find((r) => relationshipKind(r) === "styles");
    this.name = found !== undefined && opc.has(found.target) ? found.target : undefined;
    this.part = new StylesPart(this.name === undefined ? EMPTY_STYLES : opc.text(this.name));
  }

  /** Writes what was added into the package; a package without styles gets them only if something was. */
  keep(): void {
    const text = this.part.text();
    if (this.name !== undefined) this.opc.setText(this.name, text);
    else if (text !== EMPTY_STYLES) this.addStyles(text);
  }

  private addStyles(text: string): void {
    const { part, relationships } = readWorkbookPart(this.opc);
    const sheet = relationships.find((r) => relationshipKind(r) === "worksheet")?.type ?? "";
    this.opc.add("xl/styles.xml", text, STYLES_TYPE);
    this.opc.relate(part, sheet.replace(/worksheet$/, "styles"), "xl/styles.xml");
  }
}
