import type { NarrativeDraft, Section, Span } from "./model";
import { spanText } from "./rendering/span-text";

/** Something that reads differently after a draft was made again. */
export interface DraftChange {
  readonly section: string;
  readonly sectionTitle: string;
  readonly kind: "changed" | "added" | "removed";
  /** Key of the figure, reason or blank; for plain wording the paragraph's number ("第3段"). */
  readonly key: string;
  /** "" where it was added. */
  readonly before: string;
  /** "" where it was removed. */
  readonly after: string;
}

/**
 * What reads differently between two drafts: figures, reasons and blanks by their keys, and the wording around them
 * where it changed (增加 became 减少). The order is that of the later draft, removed ones last in their section.
 */
export function compareDrafts(before: NarrativeDraft, after: NarrativeDraft): readonly DraftChange[] {
  const earlier = new Map(before.sections.map((section) => [section.id, section]));
  const later = new Map(after.sections.map((section) => [section.id, section]));
  const gone = before.sections.filter((section) => !later.has(section.id));
  return [...after.sections, ...gone].flatMap((section) =>
    compareSections(section, entries(earlier.get(section.id)), entries(later.get(section.id))),
  );
}

type Entries = ReadonlyMap<string, string>;

function compareSections(section: Section, before: Entries, after: Entries): readonly DraftChange[] {
  const head = { section: section.id, sectionTitle: section.title };
  const changes: DraftChange[] = [];
  for (const [key, text] of after) {
    const old = before.get(key);
    if (old === undefined) changes.push({ ...head, kind: "added", key, before: "", after: text });
    else if (old !== text) changes.push({ ...head, kind: "changed", key, before: old, after: text });
  }
  for (const [key, text] of before) {
    if (!after.has(key)) changes.push({ ...head, kind: "removed", key, before: text, after: "" });
  }
  return changes;
}

/** A section's spans by key; the second span of a key in a section gets a number, wording is one entry a paragraph. */
function entries(section: Section | undefined): Entries {
  const found = new Map<string, string>();
  const put = (key: string, text: string): void => {
    let unique = key;
    for (let n = 2; found.has(unique); n += 1) unique = `${key}（${n}）`;
    found.set(unique, text);
  };
  for (const { spans } of section?.paragraphs ?? []) {
    for (const span of spans) if (span.kind !== "text") put(span.key, spanText(span));
    put(`文字.${anchor(spans)}`, wording(spans));
  }
  return found;
}

/** What a paragraph is about, so that a paragraph inserted before it does not shift all that follow. */
function anchor(spans: readonly Span[]): string {
  const keyed = spans.find((span) => span.kind !== "text");
  return keyed && "key" in keyed ? keyed.key : spans.map(spanText).join("");
}

function wording(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === "text" ? span.text : "…")).join("");
}
