import { functionalClassName } from "../glossary/functional-classes";
import { FUNCTIONAL_ITEMS } from "../glossary/functional-items";
import { pinyinInitials } from "../glossary/pinyin-initials";
import type { SubjectRow } from "./model";

const NAMES: ReadonlyMap<string, string> = new Map(FUNCTIONAL_ITEMS.map(([code, name]) => [code, name]));

/** Name of a functional code as published sets print it; undefined where none of them does. */
export function itemName(code: string): string | undefined {
  return code.length === 3 ? functionalClassName(code) : NAMES.get(code);
}

/** 项 whose code begins with the text, or whose name or its pinyin initials hold it ("xzyx" finds 行政运行); at most `most`. */
export function findSubjects(text: string, most: number): readonly SubjectRow[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const isFound = (code: string, name: string): boolean =>
    code.startsWith(wanted) || name.includes(wanted) || (/^[a-z]+$/.test(wanted) && initialsOf(name).includes(wanted));
  return FUNCTIONAL_ITEMS.filter(([code, name]) => code.length === 7 && isFound(code, name))
    .slice(0, most)
    .map(([code, name]) => ({ code, name }));
}

const initials = new Map<string, string>();

function initialsOf(name: string): string {
  const known = initials.get(name) ?? pinyinInitials(name);
  initials.set(name, known);
  return known;
}
