import type { Mutant } from "./mutants";

/** A mutant with the number that switches it on. */
export interface NumberedMutant extends Mutant {
  readonly id: number;
}

/** The name of the global function that says whether a mutant is on. */
export const SWITCH = "__mutantIsOn";

/** The file with all its mutants in it, each off until its number is the one switched on. */
export function instrumented(text: string, mutants: readonly NumberedMutant[]): string {
  // The widest first, so that what stands inside another comes after it.
  const sorted = [...mutants].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  return render(text, 0, text.length, sorted);
}

function render(text: string, start: number, end: number, mutants: readonly NumberedMutant[]): string {
  let rendered = "";
  let at = start;
  for (let next = 0; next < mutants.length;) {
    const mutant = mutants[next];
    if (!mutant) break;
    const behind = mutants.findIndex((other, index) => index > next && other.start >= mutant.end);
    const inner = mutants.slice(next + 1, behind < 0 ? mutants.length : behind);
    const was = render(text, mutant.start, mutant.end, inner);
    rendered += `${text.slice(at, mutant.start)}(${SWITCH}(${String(mutant.id)}) ? (${mutant.becomes}) : (${was}))`;
    at = mutant.end;
    next = behind < 0 ? mutants.length : behind;
  }
  return rendered + text.slice(at, end);
}
