import { describe, expect, it } from "vitest";
import type { HostErrorCode } from "../../src/host/errors";
import { troubleText, type TroubleActivity } from "../../src/text/trouble";

/** Every code once: a new one is missing here until it has its text. */
const CODES: Readonly<Record<HostErrorCode, true>> = {
  protected: true,
  readOnly: true,
  editing: true,
  busy: true,
  closed: true,
  tooLarge: true,
  notSupported: true,
  changed: true,
  sheetMissing: true,
  sheetExists: true,
  notWritable: true,
  notAWorkbook: true,
  password: true,
  damaged: true,
  unknown: true,
};
const ACTIVITIES: Readonly<Record<TroubleActivity, true>> = {
  check: true,
  select: true,
  highlight: true,
  clearHighlights: true,
  live: true,
  state: true,
  plan: true,
  fill: true,
  undo: true,
  analyse: true,
};

describe.each(Object.keys(CODES) as HostErrorCode[])("trouble of code %s", (code) => {
  it.each(Object.keys(ACTIVITIES) as TroubleActivity[])(
    "during %s says what happened, what is safe, what to do",
    (during) => {
      const { happened, kept, todo } = troubleText(during, { code, detail: {} });
      expect(happened).toMatch(/。$/);
      expect(kept).toMatch(/未|仍|没有|不受/);
      expect(todo).toMatch(/请/);
      for (const line of [happened, kept, todo]) expect(line).not.toMatch(/[!！]|系统/);
    },
  );

  it("names the place where it is known", () => {
    const cell = { sheet: "公开06表", row: 33, column: 4 };
    expect(troubleText("highlight", { code, detail: { cells: [cell] } }).happened).toContain("公开06表");
    expect(troubleText("highlight", { code, detail: { cells: [cell] } }).happened).toContain("E34");
  });
});

it("protection names the sheet, or both places it can lie in", () => {
  expect(troubleText("highlight", { code: "protected", detail: { sheet: "公开06表" } }).happened).toBe(
    "工作表受保护，无法写入（公开06表）。",
  );
  expect(troubleText("analyse", { code: "protected", detail: {} }).todo).toContain("工作簿保护");
});
