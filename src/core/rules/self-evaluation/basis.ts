import type { Basis } from "../../model/rule";

/** The finance ministry's rules for evaluating project expenditure. */
export const EVALUATION_RULES: Basis = {
  document: "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
  inferred: false,
};

/** Notes printed under the 自评表. */
export const FORM_NOTES: Basis = {
  document: "《项目支出绩效评价管理办法》（财预〔2020〕10号）；项目支出绩效自评表填表说明",
  inferred: false,
};

/** Read off published forms; no document states it in these words. */
export const INFERRED: Basis = { document: "依据公开表样归纳", inferred: true };
