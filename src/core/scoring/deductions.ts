import { amount, sum, ZERO, type Amount } from "../model/amount";
import type { DeductionReason, DeductionRow } from "../model/hotline";

/** What each thing is called, and the points it takes each time (计分办法, 扣分指标). */
export const DEDUCTIONS: Readonly<Record<DeductionReason, { readonly name: string; readonly points: string }>> = {
  returnedLate: { name: "超期退件", points: "0.1" },
  returnedUnfounded: { name: "未详细写明回退理由和依据", points: "0.1" },
  reportOverdue: { name: "到期未续报或续报仍未解决", points: "0.2" },
  notSolved: { name: "已办经回访未办或未彻底", points: "0.2" },
  beyondPolicy: { name: "超出政策规定未列依据", points: "0.1" },
  noDeadline: { name: "未承诺办结时限", points: "0.1" },
  otherFailed: { name: "其他未通过", points: "0.1" },
  resubmittedInVain: { name: "二次提交不通过", points: "0.2" },
  shirkedIntoSupervision: { name: "推诿进入督办", points: "0.5" },
  stillFailing: { name: "进入督办后仍不符合", points: "0.5" },
  missedMeeting: { name: "不按通知参加会议", points: "0.5" },
  complainedAgain: { name: "市重复投诉", points: "0.2" },
};

/** Σ count × points of a unit, blanks counting as 0; undefined where a count is no number. */
export function deductionDue({ counts }: Pick<DeductionRow, "counts">): Amount | undefined {
  const figures = [...counts];
  if (figures.some(([, { kind }]) => kind === "invalid")) return undefined;
  return sum(
    figures.map(([reason, { kind, value }]) =>
      kind === "amount" ? value.times(amount(DEDUCTIONS[reason].points)) : ZERO,
    ),
  );
}
