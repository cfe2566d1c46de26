import type { Basis } from "../../model/rule";

/** The finance ministry's rules for evaluating project expenditure, whose annex has the common framework of indicators. */
export const EVALUATION: Basis = {
  document: "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
  inferred: false,
};

/** Read off published reports; no document states it in these words. */
export const FROM_REPORTS: Basis = { document: "依据公开的绩效评价报告归纳", inferred: true };
