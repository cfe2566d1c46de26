import { examplesOf } from "../../src/core/learning/examples";
import { familiesOf } from "../../src/core/learning/families";
import { lessonOf, type Lesson, type ShownCell, type ShownSheet } from "../../src/core/learning/lesson";
import { a1, columnName } from "../../src/core/model/cell";
import type { Rule } from "../../src/core/model/rule";
import { RULES } from "../../src/core/rules";
import { sheetTitle } from "../../src/core/tables";
import { SEVERITY_WORDS, zh } from "../../src/text/zh";

/** The text of every page of docs/rules by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([["README.md", indexPage()], ...RULES.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]);
}

function indexPage(): string {
  const families = familiesOf(RULES).map(({ title, rules }) => {
    const rows = rules.map(
      (rule) =>
        `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${SEVERITY_WORDS[rule.severity]} | ${cell(rule.statement)} |`,
    );
    return [`## ${title}`, "", "| 编号 | 规则 | 级别 | 要求 |", "| --- | --- | --- | --- |", ...rows].join("\n");
  });
  const intro =
    "各页由规则本身和规则测试所用的示例生成（`npm run docs:rules`），请勿手工修改。" +
    "级别：错误必须改正；待核实的应查明原因，确属合理的写明核实说明；提示供参考。";
  return `${[`# 核对规则（${String(RULES.length)} 条）`, intro, ...families].join("\n\n")}\n`;
}

function rulePage(rule: Rule): string {
  const formula = rule.formula === undefined ? [] : [`**公式**：${rule.formula}`];
  const parts = [
    `# ${rule.id} ${rule.title}`,
    `级别：${SEVERITY_WORDS[rule.severity]} · 涉及：${rule.scope.map((kind) => sheetTitle(kind)).join("、")}`,
    `**规则**：${rule.statement}`,
    ...formula,
    `**依据**：${zh.rule.basisText(rule.basis.document, rule.basis.inferred)}`,
    `## ${zh.rule.rationale}`,
    rule.rationale,
    `## ${zh.rule.remedy}`,
    rule.remedy,
    ...examplesOf(rule.id).flatMap((example) => lesson(lessonOf(example))),
    "[全部规则](README.md)",
  ];
  return `${parts.join("\n\n")}\n`;
}

function lesson(shown: Lesson): string[] {
  const corrections = shown.corrections.map(
    ({ cell: at, wrong, right }) => `- ${at.sheet} ${a1(at)}：${wrong || "（空）"} → ${right || "（空）"}`,
  );
  const missing = shown.missing.map((kind) => `- 补上${sheetTitle(kind)}`);
  return [
    "## 示例",
    shown.story,
    ...(shown.missing.length > 0 ? [] : shown.sheets.flatMap((sheet) => table(sheet))),
    ...shown.priorYear.flatMap((sheet) => table(sheet, "上年 ")),
    "检查结果：",
    shown.findings.map(({ message }) => `- ${message}`).join("\n"),
    "改正：",
    [...corrections, ...missing].join("\n"),
    "改正后再检查，本规则核对相符。",
  ];
}

/** A sheet as a table with its columns and rows named as in Excel: the mistake bold, what is compared in italics. */
function table({ name, rows }: ShownSheet, before = ""): string[] {
  const width = rows[0]?.length ?? 0;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `${before}${name}`,
    [
      line(["", ...Array.from({ length: width }, (_, column) => columnName(column))]),
      line(["--:", ...rule(rows, width)]),
      ...rows.map((row, index) => line([String(index + 1), ...row.map(marked)])),
    ].join("\n"),
  ];
}

/** Columns that hold figures are set to the right. */
function rule(rows: ShownSheet["rows"], width: number): string[] {
  return Array.from({ length: width }, (_, column) => (rows.some((row) => row[column]?.isFigure) ? "--:" : "---"));
}

function marked({ text, mark }: ShownCell): string {
  const shown = cell(text);
  if (mark === undefined) return shown;
  const visible = shown === "" ? "（空）" : shown;
  return mark === "wrong" ? `**${visible}**（错）` : mark === "finding" ? `**${visible}**` : `*${visible}*`;
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\n/g, " ");
}
