import { describe, expect, it } from "vitest";
import { diagnose } from "../../../src/core/diagnosis/diagnose";
import { amount, sum, ZERO } from "../../../src/core/model/amount";
import { a1 } from "../../../src/core/model/cell";
import type { AccountBook } from "../../../src/core/model/book";
import type { Figure } from "../../../src/core/model/figure";
import type { CheckResult, Finding, JudgedIdentity } from "../../../src/core/model/finding";
import type { Identity, Term } from "../../../src/core/model/rule";
import { moneyPrinting } from "../../../src/core/units/printing";

/** A 3 × 3 table with row and column sums and a copy of its total column on another sheet. */
function figures(printed: Readonly<Record<string, string>>): (sheet: string, name: string) => Figure {
  const made = new Map<string, Figure>();
  return (sheet, name) => {
    const key = `${sheet}!${name}`;
    const known = made.get(key);
    if (known) return known;
    const text = printed[key] ?? printed[name] ?? "0";
    const figure: Figure = {
      cell: { sheet, row: Number(name.slice(1)) - 1, column: name.charCodeAt(0) - 65 },
      kind: text === "0" ? "blank" : "amount",
      value: amount(text),
      slack: text === "0" ? ZERO : amount("0.005"),
      printing: moneyPrinting("万元", "万元"),
      raw: text,
      storedAsText: false,
    };
    made.set(key, figure);
    return figure;
  };
}

const ROWS = ["2", "3", "4"];
const SOUND: Readonly<Record<string, string>> = {
  A1: "600.66",
  B1: "300.33",
  C1: "300.33",
  A2: "111.11",
  B2: "60.06",
  C2: "51.05",
  A3: "222.22",
  B3: "120.12",
  C3: "102.10",
  A4: "267.33",
  B4: "120.15",
  C4: "147.18",
};

function judged(printed: Readonly<Record<string, string>>): readonly JudgedIdentity[] {
  const at = figures(printed);
  const term = (sheet: string, name: string): Term => ({ figure: at(sheet, name), sign: 1, label: name });
  const identities: Identity[] = [];
  const add = (left: Term, right: readonly Term[]) =>
    identities.push({ kind: "identity", relation: "=", left: [left], right, subject: "", sheet: "甲" });
  for (const row of ["1", ...ROWS]) add(term("甲", `A${row}`), [term("甲", `B${row}`), term("甲", `C${row}`)]);
  for (const column of ["A", "B", "C"])
    add(
      term("甲", `${column}1`),
      ROWS.map((row) => term("甲", `${column}${row}`)),
    );
  for (const row of ["1", ...ROWS]) add(term("乙", `A${row}`), [term("甲", `A${row}`)]);
  return identities.map((identity) => {
    const total = (terms: readonly Term[]) => sum(terms.map((t) => t.figure.value));
    const difference = total(identity.left).minus(total(identity.right));
    const tolerance = sum([...identity.left, ...identity.right].map((t) => t.figure.slack));
    const outcome = difference.isZero() ? "satisfied" : difference.abs().lte(tolerance) ? "withinRounding" : "violated";
    return { rule: "T", identity, outcome, difference, severity: "error" };
  });
}

function resultOf(identities: readonly JudgedIdentity[]): CheckResult {
  const findings = identities.flatMap((j, index) =>
    j.outcome === "violated"
      ? [
          {
            id: `f${index}`,
            rule: "T",
            severity: "error" as const,
            sheet: "甲",
            cells: [],
            related: [],
            message: "",
            withinRounding: false,
            identity: j.identity,
          },
        ]
      : [],
  );
  return { findings, rounding: [], coverage: [], identities };
}

const BOOK: AccountBook = {
  moneyUnit: "万元",
  sheets: [],
  tables: new Map(),
  rivals: [],
  forms: [],
  summaries: [],
  departmentForms: [],
  scoreTables: [],
  goalLists: [],
  hotline: [],
  notes: [],
};

function causesFor(changes: Readonly<Record<string, string>>) {
  return diagnose(resultOf(judged({ ...SOUND, ...changes })), BOOK);
}

function suspects(changes: Readonly<Record<string, string>>): readonly string[] {
  return causesFor(changes).map((cause) =>
    cause.explanations
      .map((e) =>
        e.suspects
          .map(
            (s) => `${s.figure.cell.sheet}${a1(s.figure.cell)}=${s.proposed.toString()}${s.slip ? `(${s.slip})` : ""}`,
          )
          .join("+"),
      )
      .join(" | "),
  );
}

describe("diagnose", () => {
  it("finds no cause where nothing is violated", () => {
    expect(causesFor({})).toEqual([]);
  });

  it.each([
    ["an inner cell", { "甲!B3": "102.12" }, ["甲B3=120.12(transposedDigits)"]],
    ["a row total with a counterpart elsewhere", { "甲!A3": "322.22" }, ["甲A3=222.22"]],
    ["the counterpart itself", { "乙!A3": "2222.2" }, ["乙A3=222.22(decimalPoint)"]],
    ["a sign", { "甲!C4": "-147.18" }, ["甲C4=147.18(sign)"]],
    ["a left-out figure", { "甲!B2": "0" }, ["甲B2=60.06"]],
  ])("names %s with the right value", (_, changes, expected) => {
    expect(suspects(changes)).toEqual(expected);
  });

  it("separates two errors in the same row", () => {
    expect([...suspects({ "甲!B3": "520.12", "甲!C3": "202.10" })].sort()).toEqual(["甲B3=120.12", "甲C3=102.1"]);
  });

  it("explains figures typed into each other's column as one cause of two cells", () => {
    expect(suspects({ "甲!B2": "51.05", "甲!C2": "60.06" })).toEqual(["甲B2=60.06(neighbour)+甲C2=51.05(neighbour)"]);
  });

  it("puts every violated identity into exactly one cause", () => {
    const ids = causesFor({ "甲!B3": "520.12", "甲!C4": "1.00", "乙!A2": "5" }).flatMap((cause) => cause.findings);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(
      resultOf(judged({ ...SOUND, "甲!B3": "520.12", "甲!C4": "1.00", "乙!A2": "5" })).findings.length,
    );
  });

  it("ignores differences within rounding of the corrected sum", () => {
    expect(suspects({ "甲!B3": "620.13" })[0]).toMatch(/^甲B3=120\.1[123]/);
  });

  it("keeps errors apart that only a check over the whole workbook ties together", () => {
    const sheets = ["甲", "丙", "丁", "戊"];
    const groups = sheets.map((sheet) => renamed(judged({ ...SOUND, "甲!B3": "520.12", "甲!C3": "202.10" }), sheet));
    const tie = overAll(groups);
    const causes = diagnose(resultOf([...groups.flat(), tie]), BOOK);
    const named = causes.flatMap(({ explanations: [first] }) =>
      (first?.suspects ?? []).map((s) => `${s.figure.cell.sheet}${a1(s.figure.cell)}=${s.proposed.toString()}`),
    );
    expect(named.sort()).toEqual(sheets.flatMap((sheet) => [`${sheet}B3=120.12`, `${sheet}C3=102.1`]).sort());
    const findings = causes.flatMap((cause) => cause.findings);
    expect(new Set(findings).size).toBe(findings.length);
    expect(findings).toHaveLength(resultOf([...groups.flat(), tie]).findings.length);
  });

  it("looks at each finding of the other rules a fixed number of times, however many errors there are", () => {
    const looksPerFinding = (sheets: number): number => {
      let looks = 0;
      const groups = Array.from({ length: sheets }, (_, i) =>
        renamed(judged({ ...SOUND, "甲!B3": "520.12" }), `表${i}`),
      );
      const result = resultOf(groups.flat());
      const others = groups.map((_, i): Finding => ({
        id: `o${i}`,
        rule: "O",
        severity: "hint",
        sheet: `表${i}`,
        get cells() {
          looks += 1;
          return [{ sheet: `表${i}`, row: 2, column: 1 }];
        },
        related: [],
        message: "",
        withinRounding: false,
      }));
      const causes = diagnose({ ...result, findings: [...result.findings, ...others] }, BOOK);
      expect(causes).toHaveLength(sheets);
      expect(causes.every((cause, i) => cause.findings.includes(`o${i}`))).toBe(true);
      return looks / sheets;
    };
    expect(looksPerFinding(40)).toBe(looksPerFinding(4));
  });
});

/** The same identities with the first sheet's name and the second's changed. */
function renamed(identities: readonly JudgedIdentity[], sheet: string): readonly JudgedIdentity[] {
  const terms = (list: readonly Term[]) =>
    list.map((term) => {
      const { cell } = term.figure;
      const name = cell.sheet === "甲" ? sheet : `${sheet}之乙`;
      return { ...term, figure: { ...term.figure, cell: { ...cell, sheet: name } } };
    });
  return identities.map((j) => ({
    ...j,
    identity: { ...j.identity, left: terms(j.identity.left), right: terms(j.identity.right) },
  }));
}

/** A violated verification check that takes the wrong cells of every group together. */
function overAll(groups: readonly (readonly JudgedIdentity[])[]): JudgedIdentity {
  const right = groups.flatMap((group) =>
    group.flatMap(({ identity }) =>
      identity.left.some((t) => a1(t.figure.cell) === "A3") ? identity.right.slice(0, 1) : [],
    ),
  );
  const [first] = right;
  if (!first) throw new Error("no terms");
  const figure: Figure = { ...first.figure, cell: { sheet: "总", row: 0, column: 0 }, value: amount("1") };
  const identity: Identity = {
    kind: "identity",
    relation: "=",
    left: [{ figure, sign: 1, label: "总" }],
    right,
    subject: "",
    sheet: "总",
  };
  const difference = amount("1").minus(sum(right.map((t) => t.figure.value)));
  return { rule: "V", identity, outcome: "violated", difference, severity: "verify" };
}
