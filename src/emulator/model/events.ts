import type { CellRange } from "../../core/model/cell";
import type { Visibility } from "./content";

/** Who made a change: the user here, someone elsewhere (co-authoring), or an add-in through the API. */
export interface Origin {
  readonly source: "Local" | "Remote";
  readonly trigger: "Unknown" | "ThisLocalAddin";
}

export const BY_USER: Origin = { source: "Local", trigger: "Unknown" };
export const BY_ADDIN: Origin = { source: "Local", trigger: "ThisLocalAddin" };
export const BY_COAUTHOR: Origin = { source: "Remote", trigger: "Unknown" };

/** Everything that can happen in a workbook. `formatted` has no counterpart the add-in listens to; it serves drawing. */
export type WorkbookEvent = { readonly sheetId: string; readonly origin: Origin } & (
  | { readonly kind: "changed"; readonly range: CellRange }
  | { readonly kind: "formatted" }
  | { readonly kind: "added" }
  | { readonly kind: "deleted" }
  | { readonly kind: "renamed"; readonly before: string; readonly after: string }
  | { readonly kind: "moved"; readonly before: number; readonly after: number }
  | { readonly kind: "visibility"; readonly before: Visibility; readonly after: Visibility }
  | { readonly kind: "selected"; readonly range: CellRange }
  | { readonly kind: "activated" }
);

export type WorkbookListener = (event: WorkbookEvent) => void;
