/** Parts of the regular expressions by which titles, columns and lines of several tables are told. */

/** How titles end: 决算表, 决算总体情况表, 情况决算表, 决算公开表. */
export const FINALS = "(?:情况)?决算(?:总体情况|情况总|公开情况|情况|公开|总|汇总)?表";
/** What a title's table is ordered by, printed in brackets behind it. */
export const BY_FUNCTION = "(?:\\(按?(?:支出)?功能(?:分类)?(?:科目)?\\))?";
export const BY_ECONOMY = "(?:\\(按?(?:部门)?(?:预算)?(?:支出)?经济(?:分类)?(?:科目)?\\))?";
export const BALANCE = "(?:结转(?:和|与|及|、)?结余|结转|结余)(?:资金)?";
/** 一般公共预算财政拨款, as titles and groups of columns print it. */
export const GENERAL = "(?:一般公共预算|一般公共|公共财政预算|公共预算)(?:当年)?(?:财政)?(?:拨款)?";
export const FLOWS = "(?:收入支出|收支|收入、支出)(?:及结转结余)?";
