/** What makes a terminal do something instead of showing it: control characters but for line ends, and marks that turn the reading order. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text as a terminal may have it: pictures in place of control characters ("␛" for escape), "�" for those without one. */
export function printable(text: string): string {
  return text.replace(CONTROL, (c) => (c < " " ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : "�"));
}

/** The same within one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\u2028\u2029]/g, "␊");
}

/** A JSON text of the same meaning with such characters written as escapes. JSON itself escapes only those below a blank. */
export function printableJson(json: string): string {
  return json.replace(CONTROL, (c) => (c < " " ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
