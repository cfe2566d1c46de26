import type { Edition } from "../../core/editions";
import { parseTemplate } from "../../core/narrative/template/parse";
import type { Template, TemplateProblem } from "../../core/narrative/template/syntax";

/** Reads a file of assets/templates by its name: over http in the pane, from disk on the command line. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** The layout in Word: a file of assets/templates. */
export const WORD_TEMPLATE = "narrative.docx";

/** A shipped template that could not be read: the server is out of reach, a file is missing. */
export class AssetError extends Error {
  override readonly name = "AssetError";
}

/** Reads a shipped template. @throws AssetError */
export async function shippedAsset(readAsset: ReadAsset, name: string): Promise<Uint8Array> {
  try {
    return await readAsset(name);
  } catch (cause) {
    throw new AssetError(name, { cause });
  }
}

/** The template to draft with. Where the office's own is broken, the shipped one, and what is wrong with the office's. */
export interface LoadedTemplate {
  readonly template: Template;
  readonly problems: readonly TemplateProblem[];
}

/**
 * The wording template of an edition: the office's own text where it is sound, else the shipped one.
 * @throws AssetError where the shipped file can not be read.
 */
export async function loadTemplate(
  readAsset: ReadAsset,
  edition: Edition,
  officeText?: string,
): Promise<LoadedTemplate> {
  const own = officeText === undefined ? undefined : parseTemplate(officeText);
  if (own?.template) return { template: own.template, problems: [] };
  const name = edition.template;
  const shipped = parseTemplate(new TextDecoder().decode(await shippedAsset(readAsset, name)));
  if (!shipped.template) throw new Error(`${name}: ${shipped.problems.map((problem) => problem.message).join("; ")}`);
  return { template: shipped.template, problems: own?.problems ?? [] };
}
