/** A parsed template: paragraphs of wording with tags, and its own phrases. */
export interface Template {
  readonly body: readonly Node[];
  readonly phrases: ReadonlyMap<string, readonly Node[]>;
  /** Names of the sections, in order. */
  readonly sections: readonly string[];
}

export type Node = TextNode | NewlineNode | StyleNode | TagNode | ConditionNode | LoopNode;

export interface TextNode {
  readonly kind: "text";
  readonly text: string;
}

/** End of a paragraph. */
export interface NewlineNode {
  readonly kind: "newline";
}

/** "#", "##" or "###" at the start of a line. */
export interface StyleNode {
  readonly kind: "style";
  readonly level: 1 | 2 | 3;
}

/** A tag that yields text or a figure: {金额 收支总计}. */
export interface TagNode {
  readonly kind: "tag";
  readonly name: string;
  readonly args: readonly string[];
  readonly line: number;
}

/** {如果 甲 谓词}…{否则如果 …}…{否则}…{结束}; the last branch may have no condition. */
export interface ConditionNode {
  readonly kind: "condition";
  readonly branches: readonly { readonly condition?: Condition; readonly body: readonly Node[] }[];
}

export interface Condition {
  readonly name: string;
  readonly predicate: string;
}

/** {逐项 列表 分隔}…{结束}. */
export interface LoopNode {
  readonly kind: "loop";
  readonly list: string;
  readonly separator: string;
  readonly body: readonly Node[];
}

/** A mistake in a template: where, which tag, and what is wrong. */
export interface TemplateProblem {
  /** One-based. */
  readonly line: number;
  readonly tag: string;
  /** Full Chinese message: "第 12 行：标签 {金额 xx}：不认识“xx”". */
  readonly message: string;
}

/** A template, or everything that is wrong with it. */
export type ParsedTemplate =
  | { readonly template: Template; readonly problems: readonly [] }
  | { readonly template: undefined; readonly problems: readonly TemplateProblem[] };
