/** A piece of a formula. `reference` keeps its text ("'公开01表'!$A$1:B2"). */
export interface Token {
  readonly kind: "number" | "text" | "reference" | "name" | "operator" | "end";
  readonly text: string;
}

const PATTERNS: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /^\s+/],
  ["number", /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![:!A-Z])/i],
  ["text", /^"(?:[^"]|"")*"/],
  [
    "reference",
    /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?(?![\p{L}\p{N}_(!])/iu,
  ],
  ["name", /^[\p{L}_][\p{L}\p{N}_.]*/u],
  ["operator", /^(?:<>|<=|>=|[-+*/^&=<>(),%:])/],
];

/** Pieces of a formula (text after "="), or undefined where something is not understood. */
export function tokenize(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let rest = formula;
  while (rest !== "") {
    const found = PATTERNS.map(([kind, pattern]) => ({ kind, match: pattern.exec(rest)?.[0] })).find((p) => p.match);
    if (found?.match === undefined) return undefined;
    if (found.kind !== "space") tokens.push({ kind: found.kind, text: found.match });
    rest = rest.slice(found.match.length);
  }
  return [...tokens, { kind: "end", text: "" }];
}
