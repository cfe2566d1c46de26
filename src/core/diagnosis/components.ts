import type { Equation } from "./system";

/** Groups equations that share a cell, directly or through one another: errors in different groups are independent. */
export function componentsOf(equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const waiting = new Set(equations);
  const components: Equation[][] = [];
  for (const start of equations) {
    if (!waiting.delete(start)) continue;
    const component = [start];
    for (const equation of component) {
      for (const { unknown } of equation.members) {
        for (const { equation: next } of unknown.uses) if (waiting.delete(next)) component.push(next);
      }
    }
    components.push(component);
  }
  return components;
}
