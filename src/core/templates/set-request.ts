import type { StandardKey } from "../model/table";
import type { SetHead } from "./head";
import { LAYOUTS, type SetLayout } from "./layouts";
import { isFunctionalCode, type ChosenSubject } from "./subjects";

/** 部门整体支出绩效自评表, 评价评分表, and the four sheets of 民生热线 (工单办理考核, 扣分指标, 综合管理考核, 排名). */
export const EXTRA_SHEETS = ["department", "evaluation", "hotline"] as const;
export type ExtraSheet = (typeof EXTRA_SHEETS)[number];

/** What a new set is to be. */
export interface SetRequest {
  readonly head: SetHead;
  readonly layout: SetLayout;
  readonly tables: readonly StandardKey[];
  /** Names of the projects, one 自评表 each; "" for a form whose name is still to be typed. */
  readonly projects: readonly string[];
  /** The 汇总表 of the 自评表. */
  readonly summary: boolean;
  /** Sheets beside the tables and the forms of the projects. */
  readonly extras: readonly ExtraSheet[];
  readonly subjects: readonly ChosenSubject[];
}

/** What is wrong with a request; a code that is no functional code is named. */
export type SetFault =
  | { readonly kind: "year" | "projects" | "nothing" }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "twice"; readonly code: string };

/** Departmental accounts have been published since 2010; no one prepares a set more than a few years ahead. */
export const YEARS = { first: 2010, last: 2099 } as const;
/** 自评表 of one set: more than any department has, few enough for one workbook. */
export const MOST_PROJECTS = 200;

/** Everything that stands against making the set; empty where it can be made. */
export function faultsOf({ head, tables, projects, summary, extras, subjects }: SetRequest): readonly SetFault[] {
  const faults: SetFault[] = [];
  const { year } = head;
  if (!Number.isInteger(year) || year < YEARS.first || year > YEARS.last) faults.push({ kind: "year" });
  if (projects.length > MOST_PROJECTS) faults.push({ kind: "projects" });
  if (tables.length + projects.length + extras.length === 0 && !summary) faults.push({ kind: "nothing" });
  const codes = new Map<string, string>();
  for (const { code, name } of subjects) {
    if (!isFunctionalCode(code)) faults.push({ kind: "code", code });
    else if ((codes.get(code) ?? name) !== name) faults.push({ kind: "twice", code });
    codes.set(code, name);
  }
  return faults;
}

/** The layout for a year: the national one of its edition. */
export function layoutFor(edition: string): SetLayout {
  const found = LAYOUTS.find((layout) => layout.edition === edition) ?? LAYOUTS.at(-1);
  if (!found) throw new Error("no layouts");
  return found;
}
