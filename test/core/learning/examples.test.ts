import { describe, expect, it } from "vitest";
import { RULE_EXAMPLES, examplesOf } from "../../../src/core/learning/examples";
import { workExample } from "../../../src/core/learning/work-example";
import { RULES } from "../../../src/core/rules";

describe("examples", () => {
  it.each(RULES.map((rule) => rule.id))("%s has an example", (id) => {
    expect(examplesOf(id).length).toBeGreaterThan(0);
  });

  it("name rules of the catalogue only", () => {
    const known = new Set(RULES.map((rule) => rule.id));
    expect(RULE_EXAMPLES.map(({ rule }) => rule).filter((rule) => !known.has(rule))).toEqual([]);
  });

  describe.each(RULE_EXAMPLES.map((example) => [example.rule, example] as const))("of %s", (rule, example) => {
    it("breaks this rule and no other", () => {
      const { findings } = workExample(example, "broken");
      expect(findings.map((finding) => `${finding.rule} ${finding.message}`)).not.toEqual([]);
      expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule]);
    });

    it("is mended without a finding, the rule having run", () => {
      const { findings, result } = workExample(example, "mended");
      expect(findings.map((finding) => `${finding.rule} ${finding.message}`)).toEqual([]);
      const row = result.coverage.find((item) => item.rule === rule);
      expect(row?.satisfied).toBeGreaterThan(0);
    });
  });
});
