import { normaliseLabel } from "../glossary/normalise";

/** The parts of a published document: 概况, 决算表, 情况说明, 名词解释, 附件; what stands before the first is the front. */
export type PartKind = "front" | "profile" | "tables" | "account" | "terms" | "annexes";

/** A paragraph's part; its heading is part of it. */
export interface PartOf {
  readonly kind: PartKind;
  /** The paragraph is the heading 第…部分 or the line that goes on with it. */
  readonly isTitle: boolean;
  /** 第…部分 as printed, with its title. */
  readonly title: string;
}

const PART = /^第[一二三四五六七八九十]+部分[:、]?/;
const KINDS: readonly (readonly [RegExp, PartKind])[] = [
  [/名词解释|名词说明/, "terms"],
  [/说明|重要事项/, "account"],
  [/附件|附录/, "annexes"],
  [/表/, "tables"],
  [/概况|职责|基本情况|简介/, "profile"],
];
const LONGEST_TITLE = 60;

/**
 * Which part each paragraph belongs to. A text without 第…部分 is one 情况说明. The heading may go on in the next line; a
 * contents page names all parts once more in front, which does no harm: it has no figures.
 */
export function partsOf(paragraphs: readonly string[]): readonly PartOf[] {
  const normal = paragraphs.map((text) => normaliseLabel(text));
  const isHeading = (text: string): boolean => PART.test(text) && text.length <= LONGEST_TITLE && !/[。”"]/.test(text);
  if (!normal.some(isHeading)) return normal.map(() => ({ kind: "account", isTitle: false, title: "" }));
  let present: PartOf = { kind: "front", isTitle: false, title: "" };
  let waiting = false;
  return normal.map((text) => {
    if (isHeading(text)) {
      const kind = kindOf(text.replace(PART, ""));
      present = { kind: kind ?? "profile", isTitle: false, title: text };
      waiting = kind === undefined;
      return { ...present, isTitle: true };
    }
    if (waiting && text !== "") {
      waiting = false;
      const kind = kindOf(text);
      if (kind !== undefined && text.length <= LONGEST_TITLE) {
        present = { kind, isTitle: false, title: present.title + text };
        return { ...present, isTitle: true };
      }
    }
    return present;
  });
}

function kindOf(title: string): PartKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(title))?.[1];
}
