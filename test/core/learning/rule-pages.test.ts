import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rulePages } from "../../../scripts/rule-pages/rule-pages";
import { RULES } from "../../../src/core/rules";

const folder = join(import.meta.dirname, "../../../docs/rules");
const pages = rulePages();

it("docs/rules holds a page for every rule, an index, and nothing else", () => {
  const expected = ["README.md", ...RULES.map(({ id }) => `${id}.md`)].sort();
  expect(readdirSync(folder).sort()).toEqual(expected);
  expect([...pages.keys()].sort()).toEqual(expected);
});

it.each([...pages.keys()])("%s is in step with the rules (npm run docs:rules)", (name) => {
  expect(readFileSync(join(folder, name), "utf8")).toBe(pages.get(name));
});

it.each(RULES.map((rule) => [rule.id, rule] as const))("the page of %s says all there is", (id, rule) => {
  const page = pages.get(`${id}.md`) ?? "";
  for (const text of [rule.title, rule.statement, rule.rationale, rule.remedy, rule.basis.document]) {
    expect(page).toContain(text);
  }
  expect(page).toMatch(/检查结果：\n\n- .+[^]*改正：\n\n- .+/);
  expect(page).not.toMatch(/undefined|\[object|NaN/);
});

it("the index leads to every page", () => {
  for (const { id } of RULES) expect(pages.get("README.md")).toContain(`(${id}.md)`);
});
