import { LIST_NAMES } from "../facts/vocabulary";
import type { Node, ParsedTemplate, TemplateProblem } from "./syntax";
import {
  comparable,
  conditionMistake,
  PHRASE_SUBJECT,
  tagMistake,
  TAGS,
  unknownName,
  unknownTag,
  type Place,
} from "./tags";

/**
 * Reads a template. Lines are paragraphs; a line that starts with # is a section heading (with its {节 名}), ## and ###
 * are sub-headings, // is a remark. A line that holds only 如果, 否则, 逐项, 词语 or 结束 yields no paragraph; the lines of a
 * {词语} are one text. Every mistake is reported with its line and tag; then there is no template. Nothing in a template is ever executed.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parser = new Parser();
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  lines.forEach((line, index) => {
    parser.readLine(line.replace(/｛/g, "{").replace(/｝/g, "}"), index + 1);
  });
  return parser.finish();
}

const BLOCK_WORDS = ["如果", "否则如果", "否则", "逐项", "词语", "结束"];

interface Branch {
  readonly condition?: { readonly name: string; readonly predicate: string };
  readonly body: Node[];
}

/** A block that is open: what it is, where it began, and where its content goes. */
interface Block {
  readonly word: "如果" | "逐项" | "词语";
  readonly line: number;
  readonly tag: string;
  readonly args: readonly string[];
  readonly branches: Branch[];
}

class Parser {
  private readonly body: Node[] = [];
  private readonly phrases = new Map<string, readonly Node[]>();
  /** For each phrase what 甲 must be comparable with: last year, a budget. */
  private readonly phraseNeeds = new Map<string, Set<string>>();
  private readonly sections: string[] = [];
  private readonly open: Block[] = [];
  private readonly problems: TemplateProblem[] = [];
  private readonly notClosed: TemplateProblem[] = [];

  readLine(line: string, number: number): void {
    if (line.trimStart().startsWith("//") || line.trim() === "") return;
    const heading = /^\s*(#{1,3})\s*/.exec(line);
    const level = heading?.[1]?.length;
    const content = heading ? line.slice(heading[0].length) : line.trim();
    if (level === 1 || level === 2 || level === 3) this.add({ kind: "style", level });
    const tokens = content.split(/(\{[^{}]*\})/).filter((token) => token !== "");
    for (const token of tokens) this.readToken(token, number);
    const inPhrase = this.open[0]?.word === "词语";
    if (this.sections.length === 0 && !inPhrase && !tokens.every(isBlockTag) && !line.includes("{词语")) {
      this.problem(number, line.trim().slice(0, 20), "写在第一个带{节 名}的标题之前");
    }
    if (!inPhrase && !tokens.every(isBlockTag)) this.add({ kind: "newline" });
  }

  finish(): ParsedTemplate {
    for (const block of this.open) this.unclosed(block, "");
    if (this.sections.length === 0 && this.problems.length === 0) this.problem(1, "{节}", "没有一个带{节 名}的标题");
    // A block without its end makes everything behind it look wrong: it comes first.
    const problems = [...this.notClosed, ...this.problems];
    return problems.length > 0
      ? { template: undefined, problems }
      : { template: { body: this.body, phrases: this.phrases, sections: this.sections }, problems: [] };
  }

  private readToken(token: string, line: number): void {
    if (!/^\{[^{}]*\}$/.test(token)) {
      const brace = /[{}]/.exec(token);
      if (brace) this.problem(line, token.trim().slice(0, 20), "花括号没有配对");
      else this.add({ kind: "text", text: token });
      return;
    }
    const [name = "", ...args] = token
      .slice(1, -1)
      .trim()
      .split(/[\s\u3000]+/);
    if (BLOCK_WORDS.includes(name)) this.readBlock(name, args, token, line);
    else this.readTag(name, args, token, line);
  }

  private readTag(name: string, args: readonly string[], tag: string, line: number): void {
    if (this.phrases.has(name)) {
      const mistake = this.phraseMistake(name, args);
      if (mistake !== undefined) this.problem(line, tag, mistake);
    } else {
      const mistake = Object.hasOwn(TAGS, name) ? tagMistake(name, args, this.place()) : unknownTag(name);
      if (mistake !== undefined) this.problem(line, tag, mistake);
      else if (name === "节") this.readSection(args[0] ?? "", tag, line);
    }
    this.noteNeed(name, args);
    this.add({ kind: "tag", name, args, line });
  }

  private phraseMistake(name: string, args: readonly string[]): string | undefined {
    const [subject] = args;
    if (subject === undefined || args.length !== 1) return "应写1个内容";
    const place = this.place();
    const mistake = tagMistake("金额", [subject], place);
    if (mistake !== undefined) return mistake;
    const unmet = [...(this.phraseNeeds.get(name) ?? [])].find((against) => !comparable(subject, against, place));
    return unmet === undefined ? undefined : `“${subject}”不能${unmet}`;
  }

  private readSection(section: string, tag: string, line: number): void {
    // A section never stands inside a block: what is still open lacks its end.
    for (const block of this.open.splice(0)) this.unclosed(block, `（到第 ${line} 行的标题为止）`);
    if (this.sections.includes(section)) this.problem(line, tag, "这一节写了两次");
    else this.sections.push(section);
  }

  private readBlock(word: string, args: readonly string[], tag: string, line: number): void {
    const place = this.place();
    if (word === "结束") this.close(tag, line);
    else if (word === "否则" || word === "否则如果") this.readBranch(word, args, tag, line, place);
    else if (word === "如果") {
      const branch = this.branch(args, tag, line, place);
      this.open.push({ word, line, tag, args, branches: [branch] });
    } else if (word === "逐项") {
      const known = LIST_NAMES.some((list) => list === args[0]);
      if (!known || args.length > 2)
        this.problem(line, tag, `${unknownName(args[0] ?? "", LIST_NAMES)}，可以写：${LIST_NAMES.join("、")}`);
      this.open.push({ word, line, tag, args, branches: [{ body: [] }] });
    } else {
      const name = args[0] ?? "";
      if (this.open.length > 0) this.problem(line, tag, "不能写在别的标签之内");
      else if (name === "" || args.length > 1) this.problem(line, tag, "应写1个名称");
      else if (Object.hasOwn(TAGS, name) || BLOCK_WORDS.includes(name) || this.phrases.has(name)) {
        this.problem(line, tag, `名称“${name}”已被使用`);
      }
      this.phraseNeeds.set(name, new Set());
      this.open.push({ word: "词语", line, tag, args, branches: [{ body: [] }] });
    }
  }

  private readBranch(word: string, args: readonly string[], tag: string, line: number, place: Place): void {
    const block = this.open.at(-1);
    if (block?.word !== "如果") this.problem(line, tag, "前面没有{如果}");
    else if (block.branches.at(-1)?.condition === undefined) this.problem(line, tag, "{否则}之后只能是{结束}");
    else block.branches.push(word === "否则" ? { body: [] } : this.branch(args, tag, line, place));
  }

  private branch(args: readonly string[], tag: string, line: number, place: Place): Branch {
    const [name = "", predicate = ""] = args;
    const mistake = args.length === 2 ? conditionMistake(name, predicate, place) : "应写2个内容：名称和条件";
    if (mistake !== undefined) this.problem(line, tag, mistake);
    this.noteNeed(predicate, args);
    return { condition: { name, predicate }, body: [] };
  }

  private close(tag: string, line: number): void {
    const block = this.open.pop();
    if (!block) this.problem(line, tag, "前面没有{如果}、{逐项}或{词语}");
    else if (block.word === "词语") this.phrases.set(block.args[0] ?? "", block.branches[0]?.body ?? []);
    else if (block.word === "逐项") {
      const [list = "", separator = ""] = block.args;
      this.add({ kind: "loop", list, separator, body: block.branches[0]?.body ?? [] });
    } else this.add({ kind: "condition", branches: block.branches });
  }

  /** Inside a phrase: remembers that 甲 must have last year's figure or a budget. */
  private noteNeed(word: string, args: readonly string[]): void {
    const needs = this.open[0]?.word === "词语" ? this.phraseNeeds.get(this.open[0].args[0] ?? "") : undefined;
    if (!needs || !args.includes(PHRASE_SUBJECT)) return;
    if (args.includes("比上年") || word === "上年" || /上年/.test(word)) needs.add("比上年");
    if (args.includes("比预算") || ["预算", "完成率"].includes(word) || /预算/.test(word)) needs.add("比预算");
    for (const need of this.phraseNeeds.get(word) ?? []) needs.add(need);
  }

  private place(): Place {
    const loop = this.open.filter((block) => block.word === "逐项").at(-1);
    return { inPhrase: this.open[0]?.word === "词语", list: loop?.args[0] };
  }

  private add(node: Node): void {
    const target = this.open.at(-1)?.branches.at(-1)?.body ?? this.body;
    target.push(node);
  }

  private unclosed({ line, tag }: Block, until: string): void {
    this.notClosed.push({ line, tag, message: `第 ${line} 行：标签 ${tag}：没有{结束}${until}` });
  }

  private problem(line: number, tag: string, what: string): void {
    this.problems.push({ line, tag, message: `第 ${line} 行：标签 ${tag}：${what}` });
  }
}

function isBlockTag(token: string): boolean {
  const name = /^\{\s*([^\s\u3000{}]+)[^{}]*\}$/.exec(token)?.[1];
  return token.trim() === "" || (name !== undefined && BLOCK_WORDS.includes(name));
}
