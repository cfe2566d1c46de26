/** The JSON document of the command line, written workbook by workbook, so that it never stands in memory whole. */
export class JsonDocument {
  private isEmpty = true;

  /** Text of one more workbook, given as its own JSON; "" for a file that has none. */
  workbook(json: string): string {
    if (json === "") return "";
    const before = this.isEmpty ? `${HEAD}[\n` : ",\n";
    this.isEmpty = false;
    return before + json.replace(/^/gm, "    ");
  }

  /** Text of the document's end, with further members (name → JSON). */
  end(members: Readonly<Record<string, string>> = {}): string {
    const list = this.isEmpty ? `${HEAD}[]` : "\n  ]";
    const rest = Object.entries(members).map(([name, json]) => `,\n  ${JSON.stringify(name)}: ${indented(json)}`);
    return `${list}${rest.join("")}\n}\n`;
  }
}

const HEAD = '{\n  "version": 1,\n  "workbooks": ';

function indented(json: string): string {
  return json.replace(/\n/g, "\n  ");
}
