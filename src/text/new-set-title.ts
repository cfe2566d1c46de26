/** Name of the part of 更多 that makes new sets: needed before the part itself is loaded. */
export const NEW_SET_TITLE = "新建套表";
