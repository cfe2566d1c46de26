import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/core/checking/judge";
import { deriveBlanks } from "../../../src/core/filling/derive";
import { sumFormula } from "../../../src/core/filling/formulas";
import { FormulaLinks } from "../../../src/core/filling/formula-links";
import { a1, parseA1 } from "../../../src/core/model/cell";
import type { Figure } from "../../../src/core/model/figure";
import type { Identity, Term } from "../../../src/core/model/rule";
import { figure } from "../../support/sample-report";
import { moneyPrinting } from "../../../src/core/units/printing";

const RULE = { id: "Z", severity: "error" } as const;

/** "S!A1" with its printed value; "" is blank. */
function term(place: string, value: string, more: Partial<Figure> = {}): Term {
  const [sheet = "", cell = ""] = place.split("!");
  return { sign: 1, label: place, figure: { ...figure(sheet, cell, value === "" ? "0" : value), ...more } };
}
function equality(left: Term, right: readonly Term[]): Identity {
  return { kind: "identity", relation: "=", left: [left], right, subject: left.label, sheet: "S" };
}
const derive = (...identities: readonly Identity[]): ReturnType<typeof summary> =>
  summary(deriveBlanks(identities.map((identity) => judge(identity, RULE))));
const summary = ({ derived, stuck }: ReturnType<typeof deriveBlanks>) => ({
  derived: Object.fromEntries(derived.map((d) => [a1(d.definition.target.cell), d.value.toString()])),
  stuck: Object.fromEntries(stuck.map((s) => [a1(s.definition.target.cell), s.cause])),
});

describe("deriveBlanks", () => {
  it("adds up a total, and a total of totals", () => {
    expect(
      derive(
        equality(term("S!A1", ""), [term("S!A2", ""), term("S!A3", "7")]),
        equality(term("S!A2", ""), [term("S!A4", "1.5"), term("S!A5", "2")]),
      ),
    ).toEqual({ derived: { A1: "10.5", A2: "3.5" }, stuck: {} });
  });

  it("never makes up a part of a sum by subtraction", () => {
    expect(derive(equality(term("S!A1", "10"), [term("S!A2", "7"), term("S!A3", "")]))).toEqual({
      derived: {},
      stuck: {},
    });
  });

  it("takes over a figure of another sheet, either way", () => {
    expect(derive(equality(term("S!A1", "12"), [term("T!B1", "")])).derived).toEqual({ B1: "12" });
    expect(derive(equality(term("S!A1", ""), [term("T!B1", "12")])).derived).toEqual({ A1: "12" });
  });

  it("leaves two blanks that only define one another, and says so", () => {
    // A1 = B1 on another sheet, both blank; each is also part of something that is not zero.
    const result = derive(
      equality(term("S!A1", ""), [term("S!A2", "5"), term("T!B1", "")]),
      equality(term("T!B1", ""), [term("T!B2", "3"), term("S!A1", "")]),
    );
    expect(result).toEqual({ derived: {}, stuck: { A1: "unknowns", B1: "unknowns" } });
  });

  it("takes blanks nothing speaks for as zero, which needs no writing", () => {
    expect(
      derive(equality(term("S!A1", ""), [term("T!B1", "")]), equality(term("T!B1", ""), [term("T!B2", "")])),
    ).toEqual({
      derived: {},
      stuck: {},
    });
  });

  it("fills nothing from a violated sum, and names the cause", () => {
    const broken = equality(term("S!B1", "9"), [term("S!B2", "3"), term("S!B3", "3")]);
    expect(derive(broken, equality(term("S!A1", ""), [term("S!B1", "9"), term("S!C1", "1")]))).toEqual({
      derived: {},
      stuck: { A1: "violated" },
    });
  });

  it("keeps nothing that recipes contradict", () => {
    const blank = term("S!A1", "");
    expect(derive(equality(blank, [term("S!B1", "4")]), equality(blank, [term("T!B1", "5")])).stuck).toEqual({
      A1: "conflict",
    });
    // Half a cent apart is rounding.
    expect(
      derive(equality(blank, [term("S!B1", "4")]), equality(blank, [term("T!B1", "4.01")])).derived,
    ).toHaveProperty("A1");
  });

  it("prefers the recipe that is least rounded", () => {
    const blank = term("S!A1", "");
    const sum = equality(blank, [term("S!B1", "3.33"), term("S!B2", "3.33"), term("S!B3", "3.33")]);
    expect(derive(sum, equality(blank, [term("T!B1", "10")])).derived).toEqual({ A1: "10" });
  });

  it("works out a whole tree of sums, whatever is blanked in it", () => {
    const leaves = fc.array(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(leaves, fc.infiniteStream(fc.boolean()), (groups, blanks) => {
        const shown = (value: number): string => (blanks.next().value === true ? "" : String(value / 100));
        const sums = groups.map((group) => group.reduce((a, b) => a + b, 0));
        const total = sums.reduce((a, b) => a + b, 0);
        const parts = sums.map((value, g) => term(`S!B${g + 1}`, shown(value)));
        const top = term("S!A1", shown(total));
        const identities = [
          equality(top, parts),
          ...parts.map((part, g) =>
            equality(
              part,
              (groups[g] ?? []).map((value, i) => term(`S!${"CDEF"[i] ?? "C"}${g + 1}`, String(value / 100))),
            ),
          ),
        ];
        const { derived, stuck } = deriveBlanks(identities.map((identity) => judge(identity, RULE)));
        expect(stuck).toEqual([]);
        for (const { definition, value } of derived) {
          const { row, column } = definition.target.cell;
          const due = column === 0 ? total : (sums[row] ?? 0);
          expect(value.toNumber()).toBeCloseTo(due / 100, 6);
        }
        const expected = [top, ...parts].filter((t, i) => t.figure.kind === "blank" && [total, ...sums][i] !== 0);
        expect(derived).toHaveLength(expected.length);
      }),
    );
  });
});

describe("sumFormula", () => {
  const target = term("S!A1", "").figure;
  it.each<{ readonly what: string; readonly terms: readonly Term[]; readonly formula: string | undefined }>([
    {
      what: "runs down and across",
      terms: ["B2", "B3", "B4", "C7", "D7", "F9"].map((c) => term(`S!${c}`, "1")),
      formula: "=ROUND(SUM(B2:B4,C7:D7,F9),2)",
    },
    { what: "one figure of another sheet", terms: [term("公开01表 总表!C7", "1")], formula: "='公开01表 总表'!C7" },
    { what: "a quote in a sheet's name", terms: [term("O'Neil!C7", "1")], formula: "='O''Neil'!C7" },
    {
      what: "what is taken off",
      terms: [term("S!B1", "9"), { ...term("S!B2", "1"), sign: -1 }],
      formula: "=ROUND(SUM(B1)-SUM(B2),2)",
    },
    {
      what: "more decimals than two",
      terms: [term("S!B1", "1.2345"), term("S!B2", "1")],
      formula: "=ROUND(SUM(B1:B2),4)",
    },
    {
      what: "another money unit",
      terms: [term("S!B1", "1", { printing: moneyPrinting("元", "万元") }), term("S!B2", "1")],
      formula: "=ROUND(SUM(B1)*0.0001+SUM(B2),2)",
    },
    {
      what: "one figure of another money unit",
      terms: [term("T!B1", "1", { printing: moneyPrinting("万元", "元") })],
      formula: "=ROUND(SUM('T'!B1)*10000,2)",
    },
    {
      what: "a figure kept as text",
      terms: [term("S!B1", "1", { storedAsText: true }), term("S!B2", "1")],
      formula: undefined,
    },
    { what: "nothing", terms: [], formula: undefined },
  ])("$what", ({ terms, formula }) => {
    expect(sumFormula(target, terms)).toBe(formula);
  });
});

describe("FormulaLinks", () => {
  const at = (sheet: string, cell: string) => ({ sheet, ...parseA1(cell) });
  const links = new FormulaLinks(
    Object.entries({
      "S!A1": "=SUM(B1:B3)+'T 1'!$C$4",
      "S!B2": "=总表!D5*2",
      "S!C1": '="A9"&IF(LOG10(E2)>1,B1,"")',
    }).map(([place, formula]) => term(place, "1", { formula }).figure),
  );
  it.each([
    ["A1", "S", "B3", true],
    ["A1", "T 1", "C4", true],
    ["A1", "总表", "D5", true],
    ["A1", "S", "B4", false],
    ["A1", "T 1", "B1", false],
    ["C1", "S", "B1", true],
    ["C1", "S", "A9", false],
    ["D7", "S", "B1", false],
  ] as const)("%s on %s!%s: %s", (from, sheet, cell, expected) => {
    expect(links.depends(at("S", from), at(sheet, cell))).toBe(expected);
  });
});
