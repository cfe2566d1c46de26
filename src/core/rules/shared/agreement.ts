import type { Identity, Term } from "../../model/rule";

/** What two places of a workbook that must agree have in common. */
export interface Agreement {
  readonly relation?: Identity["relation"];
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Names the left side ("公开02表合计 · 财政拨款收入"). */
  readonly subject: string;
  /** Names the right side; takes the subject's place where only that side is printed. */
  readonly counterpart: string;
  readonly sheet: string;
  readonly otherSheet: string;
  readonly remark?: string | undefined;
}

/**
 * The identity that two places agree. A side that is not printed is zero; where the left one is missing, the sides of an
 * equality change places, so that the finding always names a cell. Nothing where neither side is printed, or where a
 * "≥" has nothing on its smaller side.
 */
export function agreement(of: Agreement): Identity[] {
  const { left, right, remark, relation = "=" } = of;
  if (right.length === 0 && (left.length === 0 || relation === ">=")) return [];
  const turned = left.length === 0 && relation === "=";
  return [
    {
      kind: "identity",
      relation,
      left: turned ? right : left,
      right: turned ? left : right,
      subject: turned ? of.counterpart : of.subject,
      sheet: turned ? of.otherSheet : of.sheet,
      remark,
    },
  ];
}
