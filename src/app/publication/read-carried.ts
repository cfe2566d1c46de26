import { carriedFrom, type CarriedTexts } from "../../core/publication/carried";
import { readDocx } from "../../host/docx/read-docx";
import type { PickedFile } from "../picked-file";

/** Last year's published document as it was picked, and what was found in it. */
export interface CarriedDocument {
  readonly file: string;
  readonly texts: CarriedTexts;
}

/**
 * Reads last year's document (.docx); undefined where it has neither 概况 nor 名词解释.
 * @throws HostError where it is no Word document, has a password, is damaged or too large.
 */
export function readCarried({ name, bytes }: PickedFile): CarriedDocument | undefined {
  const texts = carriedFrom(readDocx(bytes).document);
  return texts.profile.length + texts.terms.length === 0 ? undefined : { file: name, texts };
}
