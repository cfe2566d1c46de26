import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityFinding } from "../../../src/core/checking/identity-finding";
import { isUnlikelyRounding, judge as judgeFor } from "../../../src/core/checking/judge";
import type { Identity, Term } from "../../../src/core/model/rule";
import type { CellValue } from "../../../src/core/model/grid";
import type { MoneyUnit } from "../../../src/core/model/quantity";
import { toleranceOfIdentity } from "../../../src/core/units/tolerance";
import { readFigure } from "../../../src/core/reading/read-figure";
import { moneyPrinting, POINTS } from "../../../src/core/units/printing";

const term = (value: CellValue, unit: MoneyUnit = "万元", label = "某项", sign: 1 | -1 = 1): Term => ({
  figure: readFigure({ sheet: "表", row: 0, column: 0 }, value, moneyPrinting(unit, "万元")),
  sign,
  label,
});
const points = (value: number): Term => ({
  figure: readFigure({ sheet: "表", row: 0, column: 0 }, value, POINTS),
  sign: 1,
  label: "得分",
});
const identity = (left: Term[], right: Term[], relation: Identity["relation"] = "="): Identity => ({
  kind: "identity",
  relation,
  left,
  right,
  subject: "合计",
  sheet: "表",
});
const judge = (of: Identity) => judgeFor(of, { id: "T-01", severity: "error" });

describe("judge", () => {
  it.each([
    ["equal", 3.33, [1.11, 2.22], "=", "satisfied"],
    ["binary noise is none", 0.3, [0.1, 0.2], "=", "satisfied"],
    ["just inside: 0.01 over two figures", 1.01, [1], "=", "withinRounding"],
    ["just outside: 0.02 over three figures", 3.35, [1.11, 2.22], "=", "violated"],
    ["on the boundary: 0.02 over four figures", 3.02, [1, 1, 1], "=", "withinRounding"],
    ["zeros do not widen the tolerance", 1.02, [1, 0, null, "-"], "=", "violated"],
    ["more than two decimals are exact", 1.011, [1.001], "=", "violated"],
    ["≥ holds above", 5, [4], ">=", "satisfied"],
    ["≥ holds through rounding", 4, [4.01], ">=", "withinRounding"],
    ["≥ is broken below", 4, [4.02], ">=", "violated"],
  ] as const)("%s", (_, total, parts, relation, outcome) => {
    expect(
      judge(
        identity(
          [term(total)],
          parts.map((part) => term(part)),
          relation,
        ),
      ).outcome,
    ).toBe(outcome);
  });

  it("takes signs into account", () => {
    const judged = judge(identity([term(4)], [term(3), term(5), term(4, "万元", "支出", -1)]));
    expect(judged.outcome).toBe("satisfied");
    expect(toleranceOfIdentity(judged.identity).toNumber()).toBe(0.02);
  });

  it("sees through scaled sheets: a figure in 元 is exact", () => {
    const judged = judge(identity([term(1)], [term(10_050, "元")]));
    expect(judged.difference.toNumber()).toBe(-0.005);
    expect(judged.outcome).toBe("withinRounding");
    expect(judge(identity([term(1)], [term(10_051, "元")])).outcome).toBe("violated");
  });

  it("a sum of honestly rounded figures is never violated", () => {
    const exact = fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(exact, (thousandths) => {
        const rounded = (value: number): string => (Math.round(value / 10) / 100).toFixed(2);
        const total = thousandths.reduce((sum, value) => sum + value, 0);
        const parts = thousandths.map((value) => term(rounded(value)));
        return judge(identity([term(rounded(total))], parts)).outcome !== "violated" || zeroed(thousandths, total);
      }),
    );
  });
});

/** Figures that round to 0.00 are read as plain zeros and add no tolerance (domain.md 3: non-zero figures). */
function zeroed(thousandths: readonly number[], total: number): boolean {
  return [...thousandths, total].some((value) => value !== 0 && Math.round(value / 10) === 0);
}

describe("unlikely rounding", () => {
  it.each([
    [3, 1.02, false],
    [4, 3.02, true],
    [4, 3.01, false],
    [9, 8.02, false],
    [9, 8.03, true],
  ])("%i figures, total %d → %s", (k, total, unlikely) => {
    const parts = Array.from({ length: k - 1 }, () => term(1));
    expect(isUnlikelyRounding(judge(identity([term(total)], parts)))).toBe(unlikely);
  });
});

describe("identity messages", () => {
  const message = (left: Term[], right: Term[], more: Partial<Identity> = {}): string =>
    identityFinding(judge({ ...identity(left, right), ...more }), { severity: "error" }).message;

  it.each([
    [
      "codes are said without names",
      message([term(3)], [term(1, "万元", "301 工资"), term(1, "万元", "303 补助")]),
      "合计比 301+303 多 1.00 万元（应为 2.00，现为 3.00）",
    ],
    [
      "blank addends are not named",
      message([term(3)], [term(1, "万元", "基本支出"), term(null, "万元", "项目支出")]),
      "合计比基本支出多 2.00 万元（应为 1.00，现为 3.00）",
    ],
    [
      "subtrahends",
      message([term(3)], [term(5, "万元", "年初"), term(1, "万元", "支出", -1)]),
      "合计比年初−支出少 1.00 万元（应为 4.00，现为 3.00）",
    ],
    ["nothing on the other side", message([term(3)], []), "合计比 0 多 3.00 万元（应为 0.00，现为 3.00）"],
    [
      "many addends are counted",
      message(
        [term(9)],
        [1, 2, 3, 4].map((value) => term(value)),
      ),
      "合计比各项之和（4 项）少 1.00 万元（应为 10.00，现为 9.00）",
    ],
    [
      "remark",
      message([term(3)], [], { remark: "公开03表没有 205 类" }),
      "合计比 0 多 3.00 万元（应为 0.00，现为 3.00）；公开03表没有 205 类",
    ],
    ["scores", message([points(95)], [points(100)]), "合计比得分少 5.00 分（应为 100.00，现为 95.00）"],
    [
      "a sheet in 元 speaks in 元, whatever the other side prints",
      message([term(12_345_600, "元")], [term(1234)]),
      "合计比某项多 5,600.00 元（应为 12,340,000.00，现为 12,345,600.00）",
    ],
    [
      "a sheet in 万元 speaks in 万元",
      message([term(1234)], [term(12_345_600, "元")]),
      "合计比某项少 0.56 万元（应为 1,234.56，现为 1,234.00）",
    ],
    [
      "a label broken over lines is said on one",
      message([term(3)], [term(5, "万元", "因公出国\n（境）费")]),
      "合计比因公出国（境）费少 2.00 万元（应为 5.00，现为 3.00）",
    ],
  ])("%s", (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it("gives plain figures for reports", () => {
    const finding = identityFinding(judge(identity([term("4,863.84")], [term(4355.63), term(508.23)])), {
      severity: "error",
    });
    expect(finding).toMatchObject({
      expected: "4863.86",
      actual: "4863.84",
      difference: "-0.02",
      withinRounding: false,
    });
  });

  it("stands at the printed side where the left one is not printed", () => {
    const finding = identityFinding(judge(identity([], [term(5)], ">=")), { severity: "verify" });
    expect(finding.cells).toHaveLength(1);
    expect(finding).toMatchObject({ actual: "0.00", expected: "5.00", difference: "-5.00" });
  });
});
