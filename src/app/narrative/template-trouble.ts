import { narrativeTexts } from "../../text/narrative";
import type { TemplateTrouble } from "./office-templates";

/** Mistakes in a template that are shown; an office mends one after the other. */
const SHOWN_PROBLEMS = 8;

/** Why templates are not used and what to do, in Chinese; `details` a line each. */
export interface TemplateTroubleText {
  readonly happened: string;
  readonly todo: string;
  readonly details: readonly string[];
}

/** Trouble with a template that was picked, or with those a workbook keeps. */
export function templateTroubleText(
  trouble: TemplateTrouble | { readonly kind: "keptTemplates"; readonly files: readonly string[] },
): TemplateTroubleText {
  const texts = narrativeTexts.trouble;
  switch (trouble.kind) {
    case "fileKind":
      return { ...texts.fileKind(trouble.file), details: [] };
    case "templateFile":
      return { ...texts.templateFile(trouble.file, trouble.error.code), details: [] };
    case "keptTemplates":
      return { ...texts.keptTemplates(trouble.files), details: [] };
    case "wordTemplate":
      return { ...texts.wordTemplate(trouble.file), details: [trouble.message] };
    case "wording": {
      const lines = trouble.problems.map(({ message }) => message);
      const more = lines.length - SHOWN_PROBLEMS;
      const details = [...lines.slice(0, SHOWN_PROBLEMS), ...(more > 0 ? [texts.moreProblems(more)] : [])];
      return { ...texts.wording(trouble.file), details };
    }
  }
}
