import type { Basis } from "../../model/rule";

/** 考核办法 of the hotline with its 计分办法, and 综合管理考核细则, as a final account prints them. */
export const HOTLINE: Basis = { document: "民生热线工单办理考核办法、综合管理考核细则", inferred: false };
