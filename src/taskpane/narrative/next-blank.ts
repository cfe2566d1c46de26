/** Marks the gaps of the text, with their cause, so that one can go from one to the next. */
const BLANK = "data-blank";

/**
 * Moves the focus to the gap behind `from` (in the document's order), after the last one to the first; stays where
 * there is no other.
 */
export function focusNextBlank(from: Element | null, cause?: "reason"): void {
  const all = [...document.querySelectorAll<HTMLElement>(cause ? `[${BLANK}="${cause}"]` : `[${BLANK}]`)];
  const behind = all.find(
    (blank) => from && (from.compareDocumentPosition(blank) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const next = behind ?? all.find((blank) => blank !== from);
  next?.focus();
}
