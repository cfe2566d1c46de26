import { textOfLine, type Run } from "./runs";

/** Heads that stand in the middle of a self-evaluation form, below others. */
const HEADS = /^(?:[一二三]级指标|年度指标值|实际完成值|执行率|年度总体目标|偏差原因)/;
/** Of these, so many make a form. */
const LEAST = 3;

/**
 * Whether texts are a form of several tables with heads of their own and cells of many lines. Without lines nobody can tell
 * its cells apart: it is left unread, and that is said.
 */
export function isUnruledForm(lines: readonly { readonly runs: readonly Run[] }[]): boolean {
  const heads = new Set<string>();
  for (const { runs } of lines) {
    for (const run of runs) {
      const head = HEADS.exec(textOfLine(run).replace(/\s/g, ""))?.[0];
      if (head !== undefined) heads.add(head);
    }
  }
  return heads.size >= LEAST;
}
