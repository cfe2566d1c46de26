import { describe, expect, it } from "vitest";
import type { PlannedWrite } from "../../../src/core/filling/model";
import { withoutUnwritable } from "../../../src/core/filling/unwritable";

const write = (row: number, content: number, sources: PlannedWrite["sources"] = []): PlannedWrite => ({
  id: `表!A${row + 1}`,
  cell: { sheet: "表", row, column: 0 },
  group: "表",
  label: "合计",
  present: "",
  isBlank: true,
  content,
  rule: "Z02-H1",
  reason: "",
  sources,
});

describe("what cannot be written", () => {
  it("is a number larger than any cell can hold, with what is computed from it", () => {
    const [huge, along, apart] = [write(0, Infinity), write(1, 2, [{ sheet: "表", row: 0, column: 0 }]), write(2, 3)];
    const plan = withoutUnwritable({ writes: [huge, along, apart], notDerivable: [] }, { sheets: [] });
    expect(plan.writes).toEqual([apart]);
    expect(plan.notDerivable.map(({ reason }) => reason)).toEqual([
      "算得的数过大，单元格容不下，请核对所依据的数",
      "所依据的 表!A1 无法填写",
    ]);
  });
});
