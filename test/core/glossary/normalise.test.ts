import { expect, it } from "vitest";
import { onOneLine } from "../../../src/core/glossary/normalise";

it.each([
  ["因公出国\n（境）费", "因公出国（境）费"],
  ["公务用车 \r\n\n 购置费", "公务用车购置费"],
  ["PM2.5\nSO2", "PM2.5 SO2"],
  ["单行　文字", "单行　文字"],
  ["\n开头", "开头"],
])("%j is said as %j", (text, line) => {
  expect(onOneLine(text)).toBe(line);
});
