import { isObject } from "../json";
import type { CarriedDocument } from "./read-carried";

/** Characters of all texts together that a workbook keeps: it is read with every saving of the state. */
export const KEPT_CHARACTERS = 200_000;

/** What was taken over from last year's document, as JSON for the workbook's state; undefined where it is too much. */
export function carriedToKeep({ file, texts }: CarriedDocument): unknown {
  const { profile, terms, fixed, reasons } = texts;
  const json = {
    file,
    profile,
    terms: terms.map(({ name, meaning }) => [name, meaning]),
    fixed: [...fixed],
    reasons: [...reasons],
  };
  return JSON.stringify(json).length <= KEPT_CHARACTERS ? json : undefined;
}

/** Reads what `carriedToKeep` wrote; undefined for anything else, also where only a part of it can be read. */
export function readKeptCarried(json: unknown): CarriedDocument | undefined {
  if (!isObject(json)) return undefined;
  const { file, profile } = json;
  const [terms, fixed, reasons] = [json["terms"], json["fixed"], json["reasons"]].map(pairs);
  if (typeof file !== "string" || !isTexts(profile) || !terms || !fixed || !reasons) return undefined;
  return {
    file,
    texts: {
      profile,
      terms: terms.map(([name, meaning]) => ({ name, meaning })),
      fixed: new Map(fixed),
      reasons: new Map(reasons),
    },
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function pairs(value: unknown): readonly (readonly [string, string])[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = value.flatMap((item: unknown): (readonly [string, string])[] => {
    const [name, text, ...more] = isTexts(item) ? item : [];
    return name !== undefined && text !== undefined && more.length === 0 ? [[name, text]] : [];
  });
  return found.length === value.length ? found : undefined;
}
