// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { HostError, type HostErrorCode } from "../../src/host/errors";
import { at, FINDINGS, NOT_EVALUATED, report, ROUNDING, sampleReport, SHEETS } from "../support/sample-report";
import { checkedPane, showPane } from "./render";

const verdict = (): HTMLElement => screen.getByRole("status", { name: "检查结论" });
const cards = (): HTMLElement[] =>
  within(screen.getByRole("group", { name: "核对发现" }))
    .getAllByRole("button", { expanded: false })
    .filter((button) => button.hasAttribute("data-problem"));
/** Hints are folded away until they are asked for. */
const unfoldHints = (user: UserEvent): Promise<void> =>
  user.click(screen.getByRole("button", { name: /^提示\d+ 处$/ }));
const card = (text: string | RegExp): HTMLElement => screen.getByRole("button", { name: text });

describe("before the first check", () => {
  it("says what a check does and that it changes nothing", () => {
    showPane(sampleReport());
    expect(verdict().textContent).toBe("尚未检查");
    expect(screen.getByText("检查只读取，不改动任何单元格。")).toBeDefined();
  });
});

describe("after a check", () => {
  it("names unit, year and money unit and counts the verdicts", async () => {
    await checkedPane(sampleReport());
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("淄博市人民政府办公室");
    expect(screen.getByText("2022年度 · 万元 · 检查于 09:05")).toBeDefined();
    expect(verdict().textContent).toBe(
      "2 处错误 · 1 处待核实 · 1 条提示 · 涉及 5 项核对 · 其余 24 项核对通过 · 2 项未核对",
    );
    expect(screen.getByRole("button", { name: "重新检查" })).toBeDefined();
  });

  it("groups cards by how sure it is what to do, one card a cause, hints folded", async () => {
    const { user } = await checkedPane(sampleReport());
    expect(cards()).toHaveLength(3);
    await unfoldHints(user);
    expect(cards().map((header) => header.textContent)).toEqual([
      "错误201 一般公共服务支出 本年支出合计应为\u00a09,664.96，现为\u00a09,646.96（数字颠倒）2\u00a0项不符出于同一处".replace(
        "201 ",
        "",
      ),
      "错误人员经费合计比 301+303 少 0.02",
      "待核实30217 公务接待费大于“三公”公务接待费决算数 1.20",
      "提示行次 29 与上一行 26 不连续",
    ]);
    const groups = ["可直接改正", "请对照凭证查明", "待核实", "提示"].map((name) =>
      screen.getByRole("region", { name: `${name}，1 处` }),
    );
    expect(groups).toHaveLength(4);
  });

  it("says the same number in head, filter, groups and chips", async () => {
    const { user } = await checkedPane(sampleReport());
    expect(verdict().textContent).toContain("2 处错误");
    expect(screen.getByRole("button", { name: "错误 2" })).toBeDefined();
    await user.click(screen.getByRole("button", { name: "展开单位、各表和随改随查" }));
    const chips = within(screen.getByRole("list", { name: "各表读取情况" })).getAllByRole("button");
    const errors = chips.map((chip) => Number(/(\d+) 处错误/.exec(chip.getAttribute("aria-label") ?? "")?.[1] ?? 0));
    expect(errors.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(cards().filter((header) => header.textContent.startsWith("错误"))).toHaveLength(2);
  });

  it("narrows to a table by its chip, to cells, items and amounts by a search", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: "展开单位、各表和随改随查" }));
    await user.click(screen.getByRole("button", { name: /^03表 支出决算表：1 处错误/ }));
    expect(host.selected).toEqual([at(SHEETS.Z03, "A1")]);
    expect(cards()).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "看全部表" }));
    expect(cards()).toHaveLength(3);
    const search = screen.getByRole("searchbox", { name: "查找单元格、项目或金额" });
    for (const [typed, found] of [
      ["c40", 1],
      ["9664.96", 1],
      ["9，646.96", 1],
      ["公务接待", 1],
      ["没有的", 0],
    ] as const) {
      await user.clear(search);
      await user.type(search, typed);
      expect(screen.queryByRole("group", { name: "核对发现" }) === null ? 0 : cards().length, typed).toBe(found);
    }
  });

  it("narrows to the sheet the user is on, and follows the user but not the pane", async () => {
    const { host, user } = await checkedPane(sampleReport());
    const all = cards().map((header) => header.textContent);
    act(() => host.activate(SHEETS.Z03));
    await user.click(screen.getByRole("button", { name: "只看当前表" }));
    expect(cards()).toHaveLength(1);
    const isOn = screen.getByRole("button", { name: `只看当前表：${SHEETS.Z03}`, pressed: true });
    // The pane turns to another sheet: the card looked at stays.
    await user.click(screen.getByRole("button", { name: "展开单位、各表和随改随查" }));
    await user.click(screen.getByRole("button", { name: /^06表/ }));
    expect(host.active).toBe(SHEETS.Z06);
    expect(screen.getByRole("button", { name: `只看当前表：${SHEETS.Z03}` })).toBe(isOn);
    await user.click(screen.getByRole("button", { name: "看全部表" }));
    act(() => host.activate(SHEETS.Z06));
    expect(screen.getByRole("button", { name: `只看当前表：${SHEETS.Z06}`, pressed: true })).toBeDefined();
    await user.click(screen.getByRole("button", { name: `只看当前表：${SHEETS.Z06}` }));
    expect(cards().map((header) => header.textContent)).toEqual(all);
  });

  it("sets a hint aside, with the way back where it stood", async () => {
    const { user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: /^提示1 处/ }));
    const before = verdict().textContent;
    const hint = cards().find((header) => header.textContent.startsWith("提示"))!;
    await user.click(hint);
    await user.click(screen.getByRole("button", { name: "忽略" }));
    const group = await screen.findByRole("region", { name: "提示，0 处" });
    expect(verdict().textContent).toContain("1 处已忽略");
    await user.click(within(group).getByRole("button", { name: "恢复" }));
    expect(screen.getByRole("region", { name: "提示，1 处" })).toBeDefined();
    expect(verdict().textContent).toBe(before);
  });

  it("says that the workbook changed since", async () => {
    const { host, user } = await checkedPane(sampleReport());
    act(() => host.edit(at(SHEETS.Z03, "C8"), 1));
    expect(verdict().textContent).toContain("表中已有改动，结果未更新");
    await user.click(screen.getByRole("button", { name: "重新检查" }));
    expect(verdict().textContent).not.toContain("表中已有改动");
  });

  it("copies a card as text", async () => {
    const { user } = await checkedPane(sampleReport());
    await user.click(card(/人员经费合计比/));
    await user.click(screen.getByRole("button", { name: "复制" }));
    expect(await navigator.clipboard.readText()).toContain("错误 · 人员经费合计比 301+303 少 0.02\n公开06表 · C40\n");
    expect(screen.getByText("已复制")).toBeDefined();
  });

  it("goes to the cell and writes the sum out when a card is opened", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(card(/人员经费合计比/));
    expect(host.selected).toEqual([at(SHEETS.Z06, "C40")]);
    const rows = within(screen.getByRole("table", { name: "核算" })).getAllByRole("row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "301 工资福利支出 C74,355.63",
      "＋303 对个人和家庭的补助 C22508.23",
      "应为4,863.86",
      "表中 人员经费合计 C404,863.84",
      "差额尾差允许 ±0.015−0.02",
    ]);
    expect(screen.getByText("《部门决算管理办法》（财库〔2021〕36号）第二十条")).toBeDefined();
  });

  it("marks the suspect in the sum and leaves zeros out where there are many", async () => {
    const { user } = await checkedPane(sampleReport());
    await user.click(card(/应为\u00a09,664.96/));
    const [table] = screen.getAllByRole("table", { name: "核算" });
    expect(within(table!).getByText("疑似有误")).toBeDefined();
    expect(within(table!).getByText("其余 3 项为 0")).toBeDefined();
    await user.click(card("201 一般公共服务支出：公开01表比公开03表多 18.00"));
    expect(screen.getAllByRole("table", { name: "核算" })).toHaveLength(2);
    expect(screen.getAllByText("以上合计")).toHaveLength(1);
  });

  it("selects the cell of a tag, also in the sum", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: "定位到 公开01表 · F7" }));
    await user.click(card(/人员经费合计比/));
    await user.click(screen.getByRole("button", { name: "定位到 公开06表 · C22" }));
    await user.click(screen.getByRole("button", { name: "定位" }));
    expect(host.selected).toEqual([
      at(SHEETS.Z01, "F7"),
      at(SHEETS.Z06, "C40"),
      at(SHEETS.Z06, "C22"),
      at(SHEETS.Z06, "C40"),
    ]);
  });

  it("shows expected and actual where there is no sum, with separators and a true minus", async () => {
    const { user } = await checkedPane(
      report({ findings: [{ ...FINDINGS.reception, expected: "12345.6", actual: "9.7", difference: "-12335.9" }] }),
    );
    await user.click(card(/公务接待费/));
    const terms = screen.getAllByRole("definition").map((item) => item.textContent);
    expect(terms.slice(0, 3)).toEqual(["12,345.6", "9.7", "−12,335.9"]);
  });

  it("tells more about the rule on request", async () => {
    const { user } = await checkedPane(sampleReport());
    await user.click(card(/人员经费合计比/));
    expect(screen.queryByText("人员经费合计 = 301 + 303")).toBeNull();
    await user.click(screen.getByRole("button", { name: "了解规则" }));
    expect(screen.getByText("人员经费合计 = 301 + 303")).toBeDefined();
    expect(screen.getByText("核对 301、303 两类金额，改正合计。")).toBeDefined();
  });

  it("keeps a long group short until asked", async () => {
    const findings = Array.from({ length: 120 }, (_, n) => ({ ...FINDINGS.line, id: `n${String(n)}` }));
    const { user } = await checkedPane(report({ findings }));
    await unfoldHints(user);
    expect(cards()).toHaveLength(50);
    await user.click(screen.getByRole("button", { name: "显示其余 70 处" }));
    expect(cards()).toHaveLength(100);
  });
});

describe("filter", () => {
  it("hides and shows by severity and brings rounding differences on request", async () => {
    const { user } = await checkedPane(sampleReport());
    const bar = within(screen.getByRole("group", { name: "按类别筛选" }));
    await user.click(bar.getByRole("button", { name: "错误 2", pressed: true }));
    expect(cards()).toHaveLength(1);
    await user.click(bar.getByRole("button", { name: "尾差 1", pressed: false }));
    expect(cards().map((header) => header.textContent)).toContain(
      `尾差${ROUNDING.identity.subject}与基本支出+项目支出相差 0.01 万元，属尾差（应为 1,152.63，现为 1,152.64）`,
    );
  });

  it("says so when everything is hidden", async () => {
    const { user } = await checkedPane(report({ findings: [FINDINGS.line] }));
    await user.click(screen.getByRole("button", { name: "提示 1" }));
    expect(screen.getByText("已按筛选隐藏全部 1 处")).toBeDefined();
  });
});

describe("tables", () => {
  it("shows how each table stands and goes to its sheet", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: "展开单位、各表和随改随查" }));
    const list = within(screen.getByRole("list", { name: "各表读取情况" }));
    expect(list.getAllByRole("listitem")).toHaveLength(9);
    expect(list.getByRole("img", { name: "02表 收入决算表：未找到" })).toBeDefined();
    await user.click(list.getByRole("button", { name: `03表 支出决算表：1 处错误，只看此表并转到“${SHEETS.Z03}”` }));
    expect(host.selected).toEqual([at(SHEETS.Z03, "A1")]);
  });
});

describe("what was not checked", () => {
  it("is a finding about the check, with its reason and what to do", async () => {
    await checkedPane(sampleReport());
    expect(screen.getByText("2 项未核对：未找到公开05表")).toBeDefined();
    expect(screen.getByText(/^如本年度应公开一般公共预算财政拨款支出决算表，/)).toBeDefined();
  });

  it("is counted rule by rule in the coverage", async () => {
    const { user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: /^核对范围/ }));
    const rows = screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(rows).toContain("Z03-01支出决算表各栏之和不符 1 · 相符 20 · 尾差内 3");
    expect(rows).toContain("X-05基本支出与明细一致未核对 2未找到公开05表");
  });

  it("is said sheet by sheet in the reading notes", async () => {
    const { user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: /^读表说明/ }));
    const rows = screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(rows).toContain(`${SHEETS.other}前几行没有决算公开表的标题`);
    expect(rows).toContain(`${SHEETS.Z06}一般公共预算财政拨款基本支出决算表表外文字未读取 K3`);
  });
});

describe("nothing found", () => {
  const clean = report({
    coverage: [
      { rule: "Z03-01", satisfied: 412, withinRounding: 31, violated: 0, notEvaluated: 0, reasons: [] },
      NOT_EVALUATED,
    ],
  });

  it("says how many checks held exactly, within rounding, and could not run", async () => {
    await checkedPane(clean);
    expect(verdict().textContent).toBe("443 项核对通过 · 2 项未核对");
    expect(screen.getByRole("heading", { name: "未发现不符" })).toBeDefined();
    expect(screen.getAllByRole("definition").map((item) => item.textContent)).toEqual(["412", "31", "2"]);
  });

  it("says that no table was found, and shows what became of each sheet", async () => {
    await checkedPane(report({ tables: [], coverage: [] }));
    expect(verdict().textContent).toBe("未找到决算公开表");
    expect(screen.getByText("前几行没有决算公开表的标题")).toBeDefined();
  });
});

describe("highlights", () => {
  it("marks each cell once by its strongest role, and takes the marks away", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: "标出问题单元格" }));
    expect(host.highlights).toHaveLength(5);
    expect(host.highlights[0]).toEqual({ cell: at(SHEETS.Z03, "C8"), severity: "error", role: "suspect" });
    expect(screen.getByText("已在表中标出 5 个单元格，原有格式未改动。")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "清除标记" }));
    expect(host.highlights).toEqual([]);
    expect(screen.getByText("已清除 5 个单元格的标记。")).toBeDefined();
  });

  it("tells of what was done in its own tab only, of trouble in every tab", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.click(screen.getByRole("button", { name: "标出问题单元格" }));
    await user.click(screen.getByRole("tab", { name: "自评" }));
    expect(screen.queryByText(/已在表中标出/)).toBeNull();
    await user.click(screen.getByRole("tab", { name: "检查" }));
    host.fail("clearHighlights", "readOnly");
    await user.click(await screen.findByRole("button", { name: "清除标记" }));
    await user.click(screen.getByRole("tab", { name: "自评" }));
    expect(screen.getByRole("alert")).toBeDefined();
  });
});

describe("explanations", () => {
  const open = /公务接待费大于/;

  it("are written in the card, kept in the workbook, and asked for again when a figure changes", async () => {
    const changed = report({ findings: [{ ...FINDINGS.reception, actual: "9.9", difference: "1.4" }] });
    const { host, user } = await checkedPane(report({ findings: [FINDINGS.reception] }), changed);
    await user.click(card(open));
    await user.click(screen.getByRole("button", { name: "写核实说明" }));
    await user.type(screen.getByRole("textbox", { name: "核实说明" }), "jk 含上年费用");
    await user.click(screen.getByRole("button", { name: "保存说明" }));
    expect(screen.getByText("jk 含上年费用")).toBeDefined();
    expect(host.state).toContain("jk 含上年费用");
    expect(screen.queryByText("数据在说明之后有变动，请重新核实。")).toBeNull();
    await user.click(screen.getByRole("button", { name: "重新检查" }));
    expect(screen.getByText("数据在说明之后有变动，请重新核实。")).toBeDefined();
  });

  it("of a newer version are left alone, and that is said", async () => {
    const { host, user } = showPane(report({ findings: [FINDINGS.reception] }), '{"version":99}');
    await user.click(screen.getByRole("button", { name: "检查" }));
    await user.click(card(open));
    expect(within(screen.getByRole("group", { name: "核对发现" })).getByText(/由更新版本的助手写入/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "写核实说明" })).toBeNull();
    expect(host.state).toBe('{"version":99}');
  });

  it("that cannot be saved are told", async () => {
    const { host, user } = await checkedPane(report({ findings: [FINDINGS.reception] }));
    host.fail("saveState", "readOnly");
    await user.click(card(open));
    await user.click(screen.getByRole("button", { name: "写核实说明" }));
    await user.type(screen.getByRole("textbox", { name: "核实说明" }), "x");
    await user.click(screen.getByRole("button", { name: "保存说明" }));
    expect(screen.getByRole("alert").textContent).toContain("只读");
  });
});

describe("trouble", () => {
  const CODES: readonly (readonly [HostErrorCode, string])[] = [
    ["protected", "工作表受保护"],
    ["readOnly", "只读"],
    ["editing", "正在编辑"],
    ["busy", "Excel 正忙"],
    ["closed", "已关闭"],
    ["tooLarge", "内容过多"],
    ["notSupported", "不支持"],
    ["changed", "又被修改"],
    ["sheetMissing", "删除或改名"],
    ["sheetExists", "同名工作表"],
    ["notAWorkbook", "不是 Excel 工作簿"],
    ["password", "密码"],
    ["damaged", "损坏"],
    ["unknown", "未能完成"],
  ];

  it.each(CODES)(
    "a check that fails with %s says what happened, what was not lost and what to do",
    async (code, words) => {
      await checkedPane(new HostError(code));
      const lines = within(screen.getByRole("alert")).getAllByRole("paragraph");
      expect(lines).toHaveLength(3);
      expect(lines[0]?.textContent).toContain(words);
      expect(lines[1]?.textContent).toBe("检查只读取，工作簿未作任何改动。");
      expect(lines[2]?.textContent).toMatch(/^请/);
      expect(verdict().textContent).toBe("检查未完成");
    },
  );

  it("names the place, keeps the last result and recovers", async () => {
    const failure = new HostError("editing", { cells: [at(SHEETS.Z06, "C40")] });
    const { user } = await checkedPane(sampleReport(), failure, report({ findings: [FINDINGS.line] }));
    await user.click(screen.getByRole("button", { name: "重新检查" }));
    expect(screen.getByRole("alert").textContent).toContain(`（${SHEETS.Z06} · C40）`);
    expect(cards()).toHaveLength(3);
    expect(verdict().textContent).toBe("检查未完成 · 以下为上次检查的结果");
    await user.click(screen.getByRole("button", { name: "再试一次" }));
    expect(screen.queryByRole("alert")).toBeNull();
    await unfoldHints(user);
    expect(cards()).toHaveLength(1);
  });

  it("an error that is no host error is told as well", async () => {
    await checkedPane(new TypeError("x is undefined"));
    expect(screen.getByRole("alert").textContent).toContain("操作未能完成");
  });

  it("a sheet that is gone is told when its cell is wanted", async () => {
    const { host, user } = await checkedPane(sampleReport());
    host.fail("select", "sheetMissing", { sheet: SHEETS.Z06 });
    await user.click(screen.getByRole("button", { name: "定位到 公开06表 · C40" }));
    expect(screen.getByRole("alert").textContent).toContain(`工作表已被删除或改名（${SHEETS.Z06}）`);
    expect(cards()).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: "知道了" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("keyboard", () => {
  it("moves with arrows and J/K, opens and locates with Enter, closes with Escape", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await unfoldHints(user);
    const [first, second, third, last] = cards();
    first?.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(second);
    await user.keyboard("j");
    expect(document.activeElement).toBe(third);
    await user.keyboard("{End}");
    expect(document.activeElement).toBe(last);
    await user.keyboard("k{ArrowUp}");
    expect(document.activeElement).toBe(second);
    expect(host.selected).toEqual([]);
    await user.keyboard("{Enter}");
    expect(host.selected).toEqual([at(SHEETS.Z06, "C40")]);
    expect(second?.getAttribute("aria-expanded")).toBe("true");
    screen.getByRole("button", { name: "定位" }).focus();
    await user.keyboard("{Escape}");
    expect(second?.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(second);
  });

  it("F8 and Shift+F8 go through the findings from anywhere and take the sheet along", async () => {
    const { host, user } = await checkedPane(sampleReport());
    await user.keyboard("{F8}{F8}{Shift>}{F8}{/Shift}");
    expect(host.selected).toEqual([at(SHEETS.Z03, "C8"), at(SHEETS.Z06, "C40"), at(SHEETS.Z03, "C8")]);
    expect(document.activeElement).toBe(cards()[0]);
  });

  it("keeps one card in the Tab order", async () => {
    await checkedPane(sampleReport());
    expect(cards().map((header) => header.tabIndex)).toEqual([0, -1, -1]);
  });
});
