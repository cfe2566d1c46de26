import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AccountBook } from "../../../src/core/model/book";
import { draftNarrative, type NarrativeInput } from "../../../src/core/narrative/draft";
import { editionOf, type Edition } from "../../../src/core/editions";
import type { NarrativeDraft } from "../../../src/core/narrative/model";
import { parseTemplate } from "../../../src/core/narrative/template/parse";
import type { Template } from "../../../src/core/narrative/template/syntax";
import { caseBook, loadCase, type CaseName } from "../../support/cases";
import { caseParameters } from "./case-parameters";

/** The shipped template of an edition, parsed. */
export function shippedTemplate(edition: Edition): Template {
  const path = fileURLToPath(new URL(`../../../assets/templates/${edition.template}`, import.meta.url));
  const { template, problems } = parseTemplate(readFileSync(path, "utf8"));
  if (!template) throw new Error(problems.map((problem) => problem.message).join("\n"));
  return template;
}

/** A draft of a book with the template of its year. */
export function draftOf(book: AccountBook, more: Partial<NarrativeInput> = {}): NarrativeDraft {
  return draftNarrative({ book, parameters: new Map(), template: shippedTemplate(editionOf(book.year)), ...more });
}

/** A published case drafted with its own facts as parameters. */
export function draftCase(name: CaseName, more: Partial<NarrativeInput> = {}): NarrativeDraft {
  const file = loadCase(name);
  return draftOf(caseBook(name), { parameters: caseParameters(file), ...more });
}
