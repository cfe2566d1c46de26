import type { Token } from "../tokens";
import { step } from "./step";
import { beginSentence, endSentence, type ReaderContext, type ReaderState } from "./state";

/** The state behind a sentence: what it states, and what the next one of the paragraph may go on with. */
export function readSentence(state: ReaderState, context: ReaderContext): ReaderState {
  const read = (present: ReaderState, token: Token, index: number): ReaderState => step(present, token, index, context);
  return endSentence(context.tokens.reduce(read, beginSentence(state)));
}
