import { functionalClassName } from "../glossary/functional-classes";

/** Name of a functional code that is known without a choice: the classes; the glossary's items once they are there. */
export function itemName(code: string): string | undefined {
  return code.length === 3 ? functionalClassName(code) : undefined;
}
