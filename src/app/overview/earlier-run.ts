import type { Severity } from "../../core/model/rule";
import type { FindingSummary, WorkbookSummary } from "./model";
import type { SuspectCell } from "./suspect-cells";
import { isObject, parseObject, type Json } from "../json";

/** A workbook as an earlier run left it: what a comparison needs. */
export interface EarlierWorkbook {
  readonly file: string;
  readonly unitName: string | undefined;
  readonly sheets: readonly { readonly name: string; readonly table: string | null }[];
  readonly findings: readonly FindingSummary[];
  readonly notEvaluated: Readonly<Record<string, number>>;
}

/** Version of the command line's JSON document. */
const VERSION = 1;

/**
 * The overview as JSON that a later run compares itself with: the command line's JSON document with the members that
 * a comparison needs.
 */
export function runAsJson(workbooks: readonly WorkbookSummary[]): string {
  const list = workbooks.map((workbook) => {
    if (workbook.kind === "unread") return { file: workbook.file, unread: workbook.reason };
    const { file, year, unitName, moneyUnit, counts, suspects, sheets, findings, notEvaluated } = workbook;
    const coverage = Object.entries(notEvaluated).map(([rule, count]) => ({ rule, notEvaluated: count }));
    return {
      ...{ file, year: year ?? null, unitName: unitName ?? null, moneyUnit },
      ...{ counts, suspects, sheets, findings, coverage },
    };
  });
  return `${JSON.stringify({ version: VERSION, workbooks: list }, null, 1)}\n`;
}

/** Reads the JSON of an earlier run (`--json` or an overview); undefined where it is something else. Never throws. */
export function readEarlierRun(text: string): readonly EarlierWorkbook[] | undefined {
  const document = parseObject(text.replace(/^\ufeff/, ""));
  if (document?.["version"] !== VERSION || !Array.isArray(document["workbooks"])) return undefined;
  return objects(document["workbooks"]).flatMap((json) => {
    const file = json["file"];
    if (typeof file !== "string" || !Array.isArray(json["findings"])) return [];
    const unit = json["unitName"];
    return [
      {
        file,
        unitName: typeof unit === "string" ? unit : undefined,
        sheets: objects(json["sheets"]).map(({ name, table }) => ({
          name: textOf(name),
          table: typeof table === "string" ? table : null,
        })),
        findings: objects(json["findings"])
          .filter((finding) => finding["withinRounding"] !== true)
          .map(readFinding),
        notEvaluated: Object.fromEntries(
          objects(json["coverage"]).map(({ rule, notEvaluated }) => [
            textOf(rule),
            typeof notEvaluated === "number" ? notEvaluated : 0,
          ]),
        ),
      },
    ];
  });
}

function readFinding(json: Json): FindingSummary {
  const cells = Array.isArray(json["cells"]) ? json["cells"].map(textOf) : [];
  const severity = severityOf(json["severity"]);
  return {
    rule: textOf(json["rule"]),
    severity,
    kind: json["kind"] === "toFill" ? "toFill" : severity,
    sheet: textOf(json["sheet"]),
    cells,
    message: textOf(json["message"]),
    suspect: objects(json["suspect"]).map(readSuspect),
    ...optional("expected", json["expected"]),
    ...optional("actual", json["actual"]),
    ...optional("difference", json["difference"]),
    ...optional("project", json["project"]),
  };
}

function readSuspect({ sheet, cell, value }: Json): SuspectCell {
  return { sheet: textOf(sheet), cell: textOf(cell), value: textOf(value) };
}

function severityOf(value: unknown): Severity {
  return value === "error" || value === "verify" ? value : "hint";
}

function optional<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  return (typeof value === "string" ? { [key]: value } : {}) as Partial<Record<K, string>>;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
