import { carriedTexts, officeTemplates, priorWorkbook, TemplateError, templateTrouble } from "../draft";
import { readingTrouble } from "../reading-trouble";
import { draftTexts } from "../../text/cli-draft";
import type { Obstacle } from "./obstacle";

/** Why last year's workbook can not be used; asked once, before any file is checked. */
export async function priorTrouble(file: string): Promise<Obstacle | undefined> {
  try {
    const { tables } = await priorWorkbook(file);
    return tables.size === 0 ? { file, message: draftTexts.priorEmpty } : undefined;
  } catch (error) {
    return { file, message: readingTrouble(error) };
  }
}

/** Why last year's document can not be used; asked once, before any file is checked. */
export async function carryTrouble(file: string): Promise<Obstacle | undefined> {
  try {
    const { profile, terms } = await carriedTexts(file);
    return profile.length + terms.length === 0 ? { file, message: draftTexts.carryEmpty } : undefined;
  } catch (error) {
    return { file, message: readingTrouble(error) };
  }
}

/** Why a template can not be used; asked once, before any file is checked. */
export async function templateObstacle(files: readonly string[]): Promise<Obstacle | undefined> {
  for (const file of files) {
    try {
      await officeTemplates([file]);
    } catch (error) {
      const message = error instanceof TemplateError ? templateTrouble(error.trouble) : readingTrouble(error);
      return { file, message };
    }
  }
  return undefined;
}
