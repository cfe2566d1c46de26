import { compare, completionOf, shareOf, type Against } from "../comparison";
import type { Facts, Item } from "../facts/facts";
import type { Subject } from "../facts/subjects";
import type { BlankSpan, ChartData, FigureSpan, Paragraph, Section, Span } from "../model";
import { projectStoryKey, reasonKey, textOf, type Parameters } from "../parameters/parameters";
import type { Known, Missing, Quantity } from "../quantity";
import { amountText, percentText, type WordingOptions } from "../wording";
import { answer } from "./conditions";
import type { ConditionNode, LoopNode, Node, TagNode, Template } from "./syntax";
import { LOOP_ITEM, PHRASE_SUBJECT } from "./tags";

/** What a template is filled with. */
export interface RenderInput {
  readonly facts: Facts;
  readonly parameters: Parameters;
  readonly charts: readonly ChartData[];
  readonly wording: WordingOptions;
}

/**
 * Fills a template: sections of paragraphs whose figures know their cells. What is missing becomes a blank where it
 * would stand; a condition that can not be answered becomes one blank in place of all its branches.
 */
export function renderTemplate(template: Template, input: RenderInput): readonly Section[] {
  const renderer = new Renderer(template, input);
  renderer.nodes(template.body, {});
  return renderer.finish();
}

/** What 甲, 本项 and 序号 stand for at a place. */
interface Scope {
  readonly phraseSubject?: Subject;
  readonly item?: Item;
  readonly index?: number;
}

interface OpenSection {
  readonly id: string;
  title: string;
  readonly paragraphs: Paragraph[];
}

class Renderer {
  private readonly sections: OpenSection[] = [];
  private spans: Span[] = [];
  private level: 1 | 2 | 3 | undefined;
  private sectionId: string | undefined;

  constructor(
    private readonly template: Template,
    private readonly input: RenderInput,
  ) {}

  finish(): readonly Section[] {
    this.endParagraph();
    return this.sections.map((section) => ({ ...section, blanks: distinctBlanks(section.paragraphs) }));
  }

  nodes(nodes: readonly Node[], scope: Scope): void {
    for (const node of nodes) this.node(node, scope);
  }

  private node(node: Node, scope: Scope): void {
    switch (node.kind) {
      case "text":
        this.text(node.text);
        break;
      case "style":
        this.level = node.level;
        break;
      case "newline":
        this.endParagraph();
        break;
      case "tag":
        this.tag(node, scope);
        break;
      case "condition":
        this.condition(node, scope);
        break;
      case "loop":
        this.loop(node, scope);
    }
  }

  private condition(node: ConditionNode, scope: Scope): void {
    for (const branch of node.branches) {
      const verdict = branch.condition
        ? answer(branch.condition, this.input.facts, (name) => this.subject(name, scope))
        : true;
      if (typeof verdict !== "boolean") {
        this.blank(verdict);
        if (node.branches.some(({ body }) => body.some(isNewline))) this.endParagraph();
        return;
      }
      if (verdict) {
        this.nodes(branch.body, scope);
        return;
      }
    }
  }

  private loop(node: LoopNode, scope: Scope): void {
    const list = this.input.facts.lists.get(node.list) ?? [];
    if ("kind" in list) {
      this.blank(list);
      if (node.body.some(isNewline)) this.endParagraph();
      return;
    }
    list.forEach((item, index) => {
      if (index > 0) this.text(node.separator);
      this.nodes(node.body, { ...scope, item, index: index + 1 });
    });
  }

  private tag(node: TagNode, scope: Scope): void {
    const [first = "", second = ""] = node.args;
    const phrase = this.template.phrases.get(node.name);
    const subject = this.subject(first, scope);
    switch (node.name) {
      case "节":
        this.sectionId = first;
        return;
      case "序号":
        this.text(String(scope.index ?? ""));
        return;
      case "文字":
        this.textFact(first);
        return;
      case "数量":
        this.count(first);
        return;
      case "图":
        this.chart(first);
        return;
      default:
        if (subject && phrase) this.nodes(phrase, { ...scope, phraseSubject: subject });
        else if (subject) this.subjectTag(node.name, subject, second, scope);
    }
  }

  private subjectTag(tag: string, subject: Subject, argument: string, scope: Scope): void {
    switch (tag) {
      case "名称":
        this.text(subject.label);
        break;
      case "全称":
        this.text(subject.fullName ?? subject.label);
        break;
      case "简称":
        this.text(subject.label.replace(/(.)支出$/, "$1"));
        break;
      case "金额":
        this.money(`${subject.key}.金额`, subject.now);
        break;
      case "上年":
        this.money(`${subject.key}.上年`, subject.prior);
        break;
      case "预算":
        this.money(`${subject.key}.预算`, subject.budget);
        break;
      case "得分":
        if ("score" in subject) this.figure(`${subject.key}.得分`, subject.score as Quantity, "分");
        break;
      case "等级":
        if ("score" in subject) this.grade(subject.score as Quantity);
        break;
      case "综述":
        this.ownWords(subject);
        break;
      case "占比":
        this.share(subject, argument === "" ? undefined : this.subject(argument, scope));
        break;
      case "完成率":
        this.percent(`${subject.key}.完成率`, completionOf(subject));
        break;
      case "原因":
        this.reason(subject, argument);
        break;
      default:
        this.change(tag, subject, argument === "比预算" ? "比预算" : "比上年");
    }
  }

  private change(tag: string, subject: Subject, against: Against): void {
    const comparison = compare(subject, against);
    const key = `${subject.key}.${tag}.${against}`;
    if ("kind" in comparison) this.blank(comparison);
    else if (tag === "差额") this.money(key, comparison.difference);
    else this.percent(key, comparison.rate);
  }

  private share(subject: Subject, base: Subject | undefined): void {
    const whole = base?.now ?? subject.base;
    if (!whole) return;
    const nothing = subject.now.kind === "known" && subject.now.value.isZero() ? subject.now : undefined;
    this.percent(`${subject.key}.占比`, shareOf(subject.now, whole) ?? nothing);
  }

  /** A share or rate as a fraction; where it can not be formed (a whole of 0) the text says so with a dash. */
  private percent(key: string, fraction: Known | Missing | undefined): void {
    if (!fraction) this.text("—");
    else if (fraction.kind === "missing") this.blank(fraction);
    else {
      const text = percentText(fraction.value, this.input.wording);
      this.push({ ...originOf(fraction), kind: "figure", key, text, unit: "%" });
    }
  }

  private money(key: string, quantity: Quantity | undefined): void {
    if (quantity) this.figure(key, quantity, this.input.facts.moneyUnit);
  }

  private figure(key: string, quantity: Quantity, unit: string): void {
    if (quantity.kind === "missing") this.blank(quantity);
    else {
      const text = amountText(quantity.value, this.input.wording);
      this.push({ ...originOf(quantity), kind: "figure", key, text, unit });
    }
  }

  private count(name: string): void {
    const count = this.input.facts.counts.get(name);
    if (count) this.figure(`${name}.数量`, count.quantity, count.unit);
  }

  /** The grade a score gives: 优 from 90, 良 from 80, 中 from 60, else 差. */
  private grade(score: Quantity): void {
    if (score.kind === "missing") this.blank(score);
    else this.text(score.value.gte(90) ? "优" : score.value.gte(80) ? "良" : score.value.gte(60) ? "中" : "差");
  }

  /** What the office writes of a project; nothing where it wrote nothing. */
  private ownWords(subject: Subject): void {
    const key = projectStoryKey(subject.label);
    const text = textOf(this.input.parameters, key);
    if (text !== undefined)
      this.push({ kind: "written", key, label: subject.label, text: `${text.replace(/[。\s]+$/, "")}。` });
  }

  private textFact(name: string): void {
    const text = this.input.facts.texts.get(name);
    if (text === undefined) this.push({ kind: "blank", cause: "parameter", key: name, label: name });
    else this.text(text);
  }

  private reason(subject: Subject, against: string): void {
    const key = reasonKey(subject.key, against);
    const label = `${this.nameApart(subject)}${against === "比上年" ? "比上年增减" : "决算数与预算数差异"}的原因`;
    const written = textOf(this.input.parameters, key);
    const text = written?.replace(/^主要(?:原因)?是(?:因为|由于)?[:：，,]?/, "").replace(/[。；;，,\s]+$/, "") ?? "";
    if (text === "") this.push({ kind: "blank", cause: "reason", key, label });
    else this.push({ kind: "written", key, label, text });
  }

  /** The name of a 科目; with its code where another 科目 of the text has the same name (行政运行 of two 款). */
  private nameApart({ key, label, code }: Subject): string {
    const others = ["项", "基金项", "国资项"].flatMap((list) => {
      const items = this.input.facts.lists.get(list);
      return items === undefined || "kind" in items ? [] : items;
    });
    const isShared = others.some((item) => item.label === label && item.key !== key);
    return code !== undefined && isShared ? `${code} ${label}` : label;
  }

  private chart(name: string): void {
    const chart = this.input.charts.find((candidate) => candidate.name === name);
    if (!chart) return;
    this.endParagraph();
    const blank: readonly Span[] =
      chart.lacking === undefined ? [] : [{ kind: "text", text: `（${chart.lacking}，未能绘制）` }];
    this.sections
      .at(-1)
      ?.paragraphs.push({ style: "chart", chart, spans: [{ kind: "text", text: chart.title }, ...blank] });
  }

  private blank(absent: Missing): void {
    this.push({ kind: "blank", cause: absent.cause, key: absent.key, label: absent.label });
  }

  private subject(name: string, scope: Scope): Subject | undefined {
    if (name === PHRASE_SUBJECT) return scope.phraseSubject;
    if (name === LOOP_ITEM) return scope.item;
    return this.input.facts.subjects.get(name);
  }

  private text(text: string): void {
    if (text !== "") this.push({ kind: "text", text });
  }

  /** Adds a span; neighbouring texts become one. */
  private push(span: Span): void {
    const last = this.spans.at(-1);
    if (span.kind === "text" && last?.kind === "text") {
      this.spans[this.spans.length - 1] = { kind: "text", text: last.text + span.text };
    } else this.spans.push(span);
  }

  private endParagraph(): void {
    const spans = this.spans;
    const level = this.level;
    const id = this.sectionId;
    this.spans = [];
    this.level = undefined;
    this.sectionId = undefined;
    if (id !== undefined) this.sections.push({ id, title: plain(spans), paragraphs: [] });
    else if (spans.length > 0) {
      const style = level === 2 || level === 1 ? "heading2" : level === 3 ? "heading3" : "body";
      this.sections.at(-1)?.paragraphs.push({ style, spans });
    }
  }
}

function isNewline(node: Node): boolean {
  return node.kind === "newline";
}

function originOf(quantity: Known): Pick<FigureSpan, "value" | "cells" | "formula"> {
  return { value: quantity.value, cells: quantity.cells, formula: quantity.formula };
}

function plain(spans: readonly Span[]): string {
  return spans
    .map((span) => ("text" in span ? span.text : ""))
    .join("")
    .trim();
}

/** The blanks of paragraphs, each key once, in order. */
export function distinctBlanks(paragraphs: readonly Paragraph[]): readonly BlankSpan[] {
  const blanks = paragraphs.flatMap((paragraph) => paragraph.spans).filter((span) => span.kind === "blank");
  return [...new Map(blanks.map((span) => [span.key, span])).values()];
}
