import type { Equation, LinearSystem } from "./system";

/** Groups equations that share a cell, directly or through one another: errors in different groups are independent. */
export function componentsOf(system: LinearSystem, equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const waiting = new Set(equations);
  const components: Equation[][] = [];
  for (const start of equations) {
    if (!waiting.delete(start)) continue;
    const component = [start];
    for (const equation of component) {
      for (const { unknown } of equation.members) {
        for (const use of system.unknowns[unknown]?.uses ?? []) {
          const next = system.equations[use.equation];
          if (next && waiting.delete(next)) component.push(next);
        }
      }
    }
    components.push(component);
  }
  return components;
}
