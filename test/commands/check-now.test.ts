import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../src/app/check-report";
import { parseState } from "../../src/app/workbook-state";
import { checkNow } from "../../src/commands/check-now";
import { HostError } from "../../src/host/errors";
import { MemoryHost } from "../support/memory-host";
import { report, SAMPLE_GRID, sampleReport } from "../support/sample-report";

const kept = async (checked: CheckReport, state?: string) => ({ report: checked, kept: await parseState(state) });

describe("checkNow", () => {
  it("marks the findings and says the verdict", async () => {
    const host = new MemoryHost(SAMPLE_GRID);
    const lines = await checkNow(host, () => kept(sampleReport()));
    expect(host.highlights).toHaveLength(5);
    expect(lines[0]).toBe("2 处错误 · 1 处待核实 · 1 条提示 · 涉及 5 项核对 · 其余 24 项核对通过 · 2 项未核对");
    expect(lines[1]).toBe("已在表中标出 5 个单元格，原有格式未改动。");
  });

  it("says what went wrong in the check, in marking, and for any other error", async () => {
    const host = new MemoryHost(SAMPLE_GRID);
    const busy = await checkNow(host, () => Promise.reject(new HostError("busy")));
    expect(busy[0]).toBe("Excel 正忙。");
    host.fail("highlight", "protected");
    const marked = await checkNow(host, () => kept(sampleReport()));
    expect(marked[0]).toContain("2 处错误");
    expect(marked[1]).toBe("工作表受保护或工作簿结构受保护，无法写入。");
    const broken = await checkNow(host, () => Promise.reject(new Error("boom")));
    expect(broken[0]).toBe("操作未能完成。");
  });

  it("says which kept thresholds it did not use", async () => {
    const state =
      '{"version":1,"settings":{"overAchievement":"-1","grades":{"excellent":"90","good":"80","fair":"60"}}}';
    const lines = await checkNow(new MemoryHost(SAMPLE_GRID), () => kept(sampleReport(), state));
    expect(lines[1]).toBe("工作簿中保存的超额完成的比例有误，未采用，按默认处理。");
  });

  it("says so where the workbook has none of the tables", async () => {
    const lines = await checkNow(new MemoryHost(SAMPLE_GRID), () => kept(report({ tables: [] })));
    expect(lines[0]).toBe("未找到决算公开表");
  });
});
