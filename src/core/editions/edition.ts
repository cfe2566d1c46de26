import type { StandardKey } from "../model/table";

/**
 * What an edition of the published accounts asks for, as data: its tables, the sections of its text, its wording. It holds
 * from its year on, until the next edition's. Source: domain reference, sections 2 and 7 (published accounts 2019–2024).
 */
export interface Edition {
  /** Its name in lists and kept choices: the first year it is known from ("2022"). */
  readonly id: string;
  /** The first year it holds for; 0 for the oldest. */
  readonly since: number;
  /** The standard tables it requires, in printed order: the first is 公开01. */
  readonly tables: readonly StandardKey[];
  /** Sections of its text, by the names of the template's 节 tag, in order. */
  readonly sections: readonly string[];
  /** Wording of its text: a file of assets/templates. */
  readonly template: string;
  /** The budget that its text holds the three public expenses against. */
  readonly threePublicBudget: "年初预算" | "全年预算";
}
