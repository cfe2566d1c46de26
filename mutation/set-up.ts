import { inject } from "vitest";
import { SWITCH } from "./instrument";

declare module "vitest" {
  interface ProvidedContext {
    mutant: number;
  }
}

const on = inject("mutant");
Object.assign(globalThis, { [SWITCH]: (id: number): boolean => id === on });
