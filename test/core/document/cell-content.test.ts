import { describe, expect, it } from "vitest";
import { cellContent } from "../../../src/core/document/cell-content";

describe("cellContent", () => {
  it.each([
    ["1,225.21", 1225.21],
    [" －5.00", -5],
    ["０.30", 0.3],
    ["2080505", 2080505],
    ["0301", "0301"],
    ["98%", "98%"],
    ["—", "—"],
    ["1,22.5", "1,22.5"],
    ["1234567890123456", "1234567890123456"],
    ["", null],
  ])("%s → %s", (printed, content) => expect(cellContent(printed)).toBe(content));
});
