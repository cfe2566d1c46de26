import type { OpcPackage, Relationship } from "./opc-package";
import { relationshipKind } from "./opc-package";
import { emptyStyles, StylesPart } from "./styles-part";
import { readWorkbookPart, spreadsheetNamespace } from "./workbook-part";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The style sheet of a package: read when made, written back by `keep`, added where the package has none. */
export class StylesStore {
  readonly part: StylesPart;
  /** The workbook's relationship to its styles; the part it names may be missing. */
  private readonly relationship: Relationship | undefined;
  private readonly before: string;

  constructor(private readonly opc: OpcPackage) {
    const book = readWorkbookPart(opc);
    this.relationship = book.relationships.find((r) => relationshipKind(r) === "styles" && !r.external);
    const name = this.relationship?.target;
    const isThere = name !== undefined && opc.has(name);
    this.before = isThere ? opc.text(name) : emptyStyles(spreadsheetNamespace(opc.text(book.part)));
    this.part = new StylesPart(this.before);
  }

  /** Writes what was added into the package; a package without styles gets them only if something was. */
  keep(): void {
    const text = this.part.text();
    if (text === this.before) return;
    const name = this.relationship?.target ?? this.relate();
    if (this.opc.has(name)) this.opc.setText(name, text);
    else this.opc.add(name, text, STYLES_TYPE);
  }

  /** Relates the workbook to a style sheet that is still to be added; answers its name. */
  private relate(): string {
    const { part, relationships } = readWorkbookPart(this.opc);
    const type = relationships.find((r) => /\/(?:work|chart)sheet$/.test(r.type))?.type ?? "";
    const name = this.opc.has("xl/styles.xml") ? this.opc.freeName("xl/styles", ".xml") : "xl/styles.xml";
    this.opc.relate(part, `${type.slice(0, type.lastIndexOf("/"))}/styles`, name);
    return name;
  }
}
