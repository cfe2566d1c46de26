import type { ReadingNote } from "../../model/book";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "../../model/form";
import type { SheetGrid } from "../../model/grid";
import type { MoneyUnit } from "../../model/table";

/** What a sheet with 自评表 blocks or a 汇总表 holds. */
export interface SelfEvaluationReading {
  readonly kind: "ZP" | "ZPHZ";
  readonly forms: readonly SelfEvaluationForm[];
  readonly summary?: SelfEvaluationSummary;
  readonly notes: readonly ReadingNote[];
}

/** Reads a sheet as 自评表 or 汇总表; undefined where it is neither. Figures are converted to `moneyUnit`. */
export function readSelfEvaluation(_sheet: SheetGrid, _moneyUnit: MoneyUnit): SelfEvaluationReading | undefined {
  return undefined;
}
