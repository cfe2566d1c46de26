import { compare, type Against } from "../comparison";
import type { Facts } from "../facts/facts";
import type { Subject } from "../facts/subjects";
import type { Missing, Quantity } from "../quantity";
import type { Condition } from "./syntax";

/** The answer to a condition, or what is missing to give one. */
export type Answer = boolean | Missing;

/** Answers a condition about a subject, count, list, flag or text; `subjectOf` resolves 甲, 本项 and the subjects' names. */
export function answer(condition: Condition, facts: Facts, subjectOf: (name: string) => Subject | undefined): Answer {
  const { name, predicate } = condition;
  const flag = facts.flags.get(name);
  if (flag !== undefined) return typeof flag === "boolean" ? flag === (predicate === "有数") : flag;
  const list = facts.lists.get(name);
  if (list !== undefined) return isMissing(list) ? list : list.length > 0 === (predicate === "有项");
  if (facts.texts.has(name)) return (facts.texts.get(name) !== undefined) === (predicate === "已填");
  const count = facts.counts.get(name);
  if (count) return zero(count.quantity, predicate === "为零");
  const subject = subjectOf(name);
  return subject ? ofSubject(subject, predicate) : false;
}

function ofSubject(subject: Subject, predicate: string): Answer {
  switch (predicate) {
    case "已填":
      return subject.now.kind === "known";
    case "有数":
      return zero(subject.now, false);
    case "为零":
      return zero(subject.now, true);
    case "上年为零":
      return subject.prior ? zero(subject.prior, true) : false;
    case "无预算":
      return subject.budget ? zero(subject.budget, true) : false;
    case "比上年增加":
      return direction(subject, "比上年", "up");
    case "比上年减少":
      return direction(subject, "比上年", "down");
    case "与上年持平":
      return direction(subject, "比上年", "equal");
    case "与上年基本持平":
      return direction(subject, "比上年", "nearly");
    case "大于预算":
      return direction(subject, "比预算", "up");
    case "小于预算":
      return direction(subject, "比预算", "down");
    case "与预算持平":
      return direction(subject, "比预算", "equal");
    case "与预算基本持平":
      return direction(subject, "比预算", "nearly");
    default:
      return false;
  }
}

function direction(subject: Subject, against: Against, wanted: "up" | "down" | "equal" | "nearly"): Answer {
  const comparison = compare(subject, against);
  return "kind" in comparison ? comparison : comparison.direction === wanted;
}

function zero(quantity: Quantity, wanted: boolean): Answer {
  return quantity.kind === "missing" ? quantity : quantity.value.isZero() === wanted;
}

function isMissing(list: readonly unknown[] | Missing): list is Missing {
  return "kind" in list;
}
