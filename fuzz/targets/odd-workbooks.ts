import { target, type Target } from "../target";
import { mutatedCase, randomWorkbook } from "../workbooks";
import { workThrough } from "../pipeline";

/** Workbooks that make no sense: everything must end, say something sensible and address only what is there. */
export const ODD_WORKBOOKS: readonly Target[] = [
  target("random workbooks", 150, randomWorkbook, (grid) => void workThrough(grid)),
  target("mutated cases", 60, mutatedCase, (grid) => void workThrough(grid)),
];
