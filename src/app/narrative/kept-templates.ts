import { fieldsOf, type Json } from "../json";
import { readOfficeTemplate, type OfficeTemplates } from "./office-templates";

/**
 * What is kept of templates in a workbook: it is read with every saving of the state and goes along with every copy, so
 * it stays small. The shipped templates have 15 kB each.
 */
export const KEPT_LIMITS = {
  /** Characters of the wording. */
  wording: 200_000,
  /** Bytes of the Word template. */
  word: 300 * 1024,
} as const;

/** Templates as JSON for the workbook's state (undefined: none), and whether one of them is too large to be kept. */
export interface TemplatesToKeep {
  readonly json: unknown;
  readonly isTooLarge: boolean;
}

/** Wording as text, the Word template in base64; what is too large is left out. */
export function templatesToKeep({ wording, word }: OfficeTemplates): TemplatesToKeep {
  const keptWording = wording && wording.text.length <= KEPT_LIMITS.wording ? wording : undefined;
  const keptWord = word && word.bytes.length <= KEPT_LIMITS.word ? word : undefined;
  return {
    json:
      keptWording || keptWord
        ? {
            ...(keptWording ? { wording: { file: keptWording.file, text: keptWording.text } } : {}),
            ...(keptWord ? { word: { file: keptWord.name, base64: toBase64(keptWord.bytes) } } : {}),
          }
        : undefined,
    isTooLarge: (wording !== undefined && !keptWording) || (word !== undefined && !keptWord),
  };
}

/** The templates a workbook keeps, and the names of those that cannot be used. */
export interface KeptTemplates {
  readonly templates: OfficeTemplates;
  readonly rejected: readonly string[];
}

/**
 * Reads what `templatesToKeep` wrote, or anything else: each template is tried as one that was just picked. Never
 * rejects.
 */
export async function readKeptTemplates(json: unknown): Promise<KeptTemplates> {
  if (json === undefined) return { templates: {}, rejected: [] };
  const { wording, word } = fieldsOf(json);
  let templates: OfficeTemplates = {};
  const rejected: string[] = [];
  for (const [kept, bytesOf] of [
    [wording, (fields: Json) => encodeText(fields["text"])],
    [word, (fields: Json) => fromBase64(fields["base64"])],
  ] as const) {
    if (kept === undefined) continue;
    const fields = fieldsOf(kept);
    const name = fields["file"];
    const bytes = bytesOf(fields);
    const read = typeof name === "string" && bytes ? await readOfficeTemplate({ name, bytes }) : undefined;
    if (read?.kind === "templates") templates = { ...templates, ...read.templates };
    else rejected.push(typeof name === "string" ? name : "");
  }
  if (wording === undefined && word === undefined) rejected.push("");
  return { templates, rejected };
}

function encodeText(text: unknown): Uint8Array | undefined {
  return typeof text === "string" && text.length <= KEPT_LIMITS.wording ? new TextEncoder().encode(text) : undefined;
}

/** Bytes at a time: a call takes only so many arguments. */
const SLICE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += SLICE) binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary);
}

function fromBase64(text: unknown): Uint8Array | undefined {
  if (typeof text !== "string" || text.length > 2 * KEPT_LIMITS.word) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
