import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { RULES } from "../../../src/core/rules";

it("the committed index lists every rule file", () => {
  const script = fileURLToPath(new URL("../../../scripts/generate-rule-index.mjs", import.meta.url));
  expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow();
});

it("knows the whole catalogue of domain.md 4.1 to 4.3", () => {
  const expected = [
    ...["Z01-01", "Z01-02", "Z01-03", "Z01-04", "Z01-05", "Z02-01", "Z03-01", "Z05-01", "GZ-01"],
    ...["Z02-H1", "Z03-H1", "Z05-H1", "JJ-H1", "GZ-H1"],
    ...["Z04-01", "Z04-02", "Z04-03", "Z04-04", "Z04-05", "Z06-01", "Z06-02", "SG-01", "SG-02", "JJ-01"],
    ...["X-01", "X-02", "X-03", "X-04", "X-05", "X-06", "X-07", "X-08", "X-09", "X-10", "X-11"],
    ...["F-01", "F-02", "F-03", "F-04", "F-05", "F-06"],
  ];
  expect(RULES.map((rule) => rule.id)).toEqual(expect.arrayContaining(expected));
});

it("gives every rule an id of its own and complete texts in Chinese", () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  for (const rule of RULES) {
    for (const text of [rule.title, rule.statement, rule.rationale, rule.remedy, rule.basis.document]) {
      expect(text, rule.id).toMatch(/[\u4e00-\u9fff]/);
      expect(text, rule.id).not.toMatch(/undefined|[A-Za-z]{6,}|[!！]|系统/);
    }
    expect(rule.scope.length, rule.id).toBeGreaterThan(0);
  }
});
