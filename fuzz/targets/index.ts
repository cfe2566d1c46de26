import type { Target } from "../target";
import { FILES } from "./files";
import { HARMLESS_CHANGES } from "./harmless-changes";
import { ODD_WORKBOOKS } from "./odd-workbooks";
import { TEMPLATES } from "./templates";
import { TEXTS } from "./texts";
import { VALUES } from "./values";

/** Everything that is fuzzed. */
export const TARGETS: readonly Target[] = [
  ...VALUES,
  ...HARMLESS_CHANGES,
  ...ODD_WORKBOOKS,
  ...FILES,
  ...TEMPLATES,
  ...TEXTS,
];
