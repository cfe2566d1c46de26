import type { Severity } from "../../core/model/rule";
import type { CardSummary, FindingSummary, WorkbookSummary } from "./model";
import type { SuspectCell } from "./suspect-cells";
import { isObject, parseObject, type Json } from "../json";

/** A workbook as an earlier run left it: what a comparison needs. */
export interface EarlierWorkbook {
  readonly file: string;
  readonly unitName: string | undefined;
  readonly sheets: readonly { readonly name: string; readonly table: string | null }[];
  readonly findings: readonly FindingSummary[];
  /** What the findings were counted as; each one by itself where the run did not say (`--json`). */
  readonly cards: readonly CardSummary[];
  readonly notEvaluated: Readonly<Record<string, number>>;
}

/** A workbook checked just now, as the earlier one to compare with; undefined where it could not be read. */
export function earlierWorkbook(summary: WorkbookSummary): EarlierWorkbook | undefined {
  return summary.kind === "checked" ? summary : undefined;
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
    const { file, year, unitName, moneyUnit, counts, suspects, sheets, findings, cards, notEvaluated } = workbook;
    const coverage = Object.entries(notEvaluated).map(([rule, count]) => ({ rule, notEvaluated: count }));
    return {
      ...{ file, year: year ?? null, unitName: unitName ?? null, moneyUnit },
      ...{ counts, suspects, sheets, findings, cards, coverage },
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
    const findings = objects(json["findings"])
      .filter((finding) => finding["withinRounding"] !== true)
      .map(readFinding);
    return [
      {
        file,
        unitName: typeof unit === "string" ? unit : undefined,
        sheets: objects(json["sheets"]).map(({ name, table }) => ({
          name: textOf(name),
          table: typeof table === "string" ? table : null,
        })),
        findings,
        cards: Array.isArray(json["cards"]) ? readCards(json["cards"], findings) : findings.map(cardOf),
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

/** Cards as `runAsJson` wrote them; of one that does not say which findings are behind it nothing can be told. */
function readCards(list: unknown, findings: readonly FindingSummary[]): readonly CardSummary[] {
  return objects(list).flatMap((json) => {
    const numbers = Array.isArray(json["findings"]) ? json["findings"] : [];
    const known = numbers.filter((i): i is number => typeof i === "number" && findings[i] !== undefined);
    const first = known[0] === undefined ? undefined : findings[known[0]];
    if (!first) return [];
    const cells = Array.isArray(json["cells"]) ? json["cells"].map(textOf) : first.cells;
    return [
      {
        ...cardOf(first, 0),
        title: textOf(json["title"]) || first.message,
        sheet: typeof json["sheet"] === "string" ? json["sheet"] : first.sheet,
        cells,
        cellCount: typeof json["cellCount"] === "number" ? json["cellCount"] : cells.length,
        ruleTitle: textOf(json["ruleTitle"]),
        basis: textOf(json["basis"]),
        ...optional("item", json["item"]),
        ...optional("expected", json["expected"]),
        ...optional("actual", json["actual"]),
        ...optional("difference", json["difference"]),
        findings: known,
      },
    ];
  });
}

/** A finding that stands for itself. */
function cardOf(finding: FindingSummary, at: number): CardSummary {
  const { rule, kind, sheet, cells, message, expected, actual, difference, project } = finding;
  return {
    kind,
    cause: kind === "error" ? "undetermined" : kind,
    title: message,
    sheet,
    cells,
    cellCount: cells.length,
    ...optional("expected", expected),
    ...optional("actual", actual),
    ...optional("difference", difference),
    ...optional("project", project),
    rule,
    ruleTitle: "",
    basis: "",
    findings: [at],
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
