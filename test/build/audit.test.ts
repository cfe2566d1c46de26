import { expect, it } from "vitest";
import { judgeAudit } from "../../scripts/audit.mjs";

const answer = (...known: readonly (readonly [name: string, severity: string])[]) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(known.map(([name, severity]) => [name, { name, severity }])),
  });

it.each([
  ["nothing known", answer(), 0, "0 packages"],
  ["a low one in what is passed on", answer(["react", "low"]), 1, "FAILED react: low"],
  ["a moderate one in a tool", answer(["webpack", "moderate"]), 0, "noted  webpack: moderate"],
  ["a high one in a tool", answer(["webpack", "high"]), 1, "FAILED webpack: high"],
  ["a registry that offers none", '{"message":"405 Method Not Allowed","statusCode":405}', 0, "not audited"],
  ["no registry at all", '{"error":{"code":"ENOAUDIT","summary":"audit is not there"}}', 0, "audit is not there"],
  ["no answer", "", 0, "not audited"],
])("the audit judges %s", (_, json, code, said) => {
  const judged = judgeAudit(json, new Set(["react"]));
  expect(judged.code).toBe(code);
  expect(judged.lines.join("\n")).toContain(said);
});
