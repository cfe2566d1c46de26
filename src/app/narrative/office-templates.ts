import { ONE } from "../../core/model/amount";
import { NEWEST_EDITION } from "../../core/editions";
import type { NarrativeDraft } from "../../core/narrative/model";
import { parseTemplate } from "../../core/narrative/template/parse";
import type { TemplateProblem } from "../../core/narrative/template/syntax";
import { HostError } from "../../host/errors";
import { decodeTextFile, type PickedFile } from "../picked-file";

/** An office's own templates: what is written, and how it is laid out in Word. */
export interface OfficeTemplates {
  readonly wording?: { readonly file: string; readonly text: string };
  readonly word?: PickedFile;
}

/** Why a file is not used as a template. */
export type TemplateTrouble =
  | { readonly kind: "wording"; readonly file: string; readonly problems: readonly TemplateProblem[] }
  | { readonly kind: "wordTemplate"; readonly file: string; readonly message: string }
  | { readonly kind: "templateFile"; readonly file: string; readonly error: HostError }
  | { readonly kind: "fileKind"; readonly file: string };

/** A template that can be used, or why not. */
export type ReadTemplate =
  | { readonly kind: "templates"; readonly templates: OfficeTemplates }
  | { readonly kind: "trouble"; readonly trouble: TemplateTrouble };

/**
 * Reads an office's template by the ending of its name, wording (.txt) or layout (.docx), and tries it: a file that is
 * too large, protected, damaged or something else, or whose tags are wrong, is refused. Never rejects.
 */
export async function readOfficeTemplate(file: PickedFile): Promise<ReadTemplate> {
  try {
    if (/\.txt$/i.test(file.name)) return readWording(file);
    if (/\.docx$/i.test(file.name)) return await readWord(file);
    return { kind: "trouble", trouble: { kind: "fileKind", file: file.name } };
  } catch (cause) {
    const error = cause instanceof HostError ? cause : new HostError("damaged", { technical: String(cause), cause });
    return { kind: "trouble", trouble: { kind: "templateFile", file: file.name, error } };
  }
}

function readWording({ name: file, bytes }: PickedFile): ReadTemplate {
  const text = decodeTextFile(bytes);
  const { problems } = parseTemplate(text);
  return problems.length > 0
    ? { kind: "trouble", trouble: { kind: "wording", file, problems } }
    : { kind: "templates", templates: { wording: { file, text } } };
}

async function readWord(file: PickedFile): Promise<ReadTemplate> {
  // What opens and fills Word files is not needed before one is picked.
  const { assertWordTemplate } = await import("../../host/docx/docx-package");
  assertWordTemplate(file.bytes);
  const [{ WordTemplateError }, { accountAsDocx, publicationThroughTemplate }, { accountPart }] = await Promise.all([
    import("./docx"),
    import("../publication/office-docx"),
    import("../../core/publication/publication"),
  ]);
  try {
    await accountAsDocx(TRIAL, file.bytes);
    const { title, unitName, year } = TRIAL;
    const trial = { title, unitName, year, draft: TRIAL, parts: [accountPart(TRIAL)] };
    await publicationThroughTemplate(trial, file.bytes);
    return { kind: "templates", templates: { word: file } };
  } catch (error) {
    if (!(error instanceof WordTemplateError)) throw error;
    return { kind: "trouble", trouble: { kind: "wordTemplate", file: file.name, message: error.message } };
  }
}

/** A draft with one of everything, so that every tag of a template is tried. */
const TRIAL: NarrativeDraft = {
  edition: NEWEST_EDITION,
  title: "试",
  unitName: undefined,
  year: undefined,
  sections: [
    {
      id: "试",
      title: "试",
      paragraphs: [
        { style: "heading2", spans: [{ kind: "text", text: "试" }] },
        { style: "heading3", spans: [{ kind: "text", text: "试" }] },
        { style: "body", spans: [{ kind: "text", text: "试" }] },
        {
          style: "chart",
          spans: [],
          chart: {
            number: 1,
            name: "试",
            title: "试",
            kind: "shares",
            unit: "万元",
            points: [{ label: "试", value: ONE, cells: [] }],
          },
        },
      ],
      blanks: [],
    },
  ],
  charts: [],
  items: [],
  shownForms: [],
  tableTitles: ["试"],
  missing: { reasons: [], parameters: [], tables: [] },
  differences: [],
  warnings: [],
};
