import type { Basis } from "../../model/rule";

/** Balance of a table printed on the form itself and checked when final accounts are compiled (基本平衡审核). */
export const TABLE_BALANCE: Basis = {
  document: "《部门决算管理办法》（财库〔2021〕36号）；部门决算报表编制说明：表内勾稽关系",
  inferred: false,
};

/** Agreement between tables, checked when final accounts are compiled. */
export const TABLE_AGREEMENT: Basis = {
  document: "《部门决算管理办法》（财库〔2021〕36号）；部门决算报表编制说明：表间勾稽关系",
  inferred: false,
};

/** Codes and names of the classification. */
export const CLASSIFICATION: Basis = { document: "《政府收支分类科目》（当年版）", inferred: false };

/** Completeness and form of what is disclosed. */
export const DISCLOSURE: Basis = {
  document: "《地方预决算公开操作规程》（财预〔2016〕143号）；公开表样",
  inferred: false,
};

/** Read off the published forms; no document states it in these words. */
export const FROM_FORMS: Basis = { document: "依据公开表样归纳", inferred: true };
