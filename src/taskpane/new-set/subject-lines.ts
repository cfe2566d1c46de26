import type { SubjectRow } from "../../core/templates/model";
import { itemName } from "../../core/templates/subject-catalogue";

/** A line a 科目: code and name; the name of a known code may be left out. */
export function subjectLines(text: string): readonly SubjectRow[] {
  return text.split("\n").flatMap((line) => {
    const trimmed = line.trim();
    if (trimmed === "") return [];
    const [, code = trimmed, name = ""] = /^(\d+)\s*(.*)$/.exec(trimmed) ?? [];
    return [{ code, name: name || (itemName(code) ?? "") }];
  });
}
