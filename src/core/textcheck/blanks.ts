const ASKED = /\((?:(?:原因)?待填|缺数据|待核实):/y;
const TO_VERIFY = /\(待核实:/y;

/**
 * Where what a draft asks for ends, if it stands at a place of a normal text: "【待填：因公出国（境）团组】" is
 * "(待填:因公出国(境)团组)" there. Undefined where something else stands.
 */
export function askedEnd(text: string, at: number): number | undefined {
  ASKED.lastIndex = at;
  if (!ASKED.test(text)) return undefined;
  let open = 0;
  for (let i = at; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "(") open += 1;
    else if (character === ")") {
      open -= 1;
      if (open === 0) return i + 1;
    }
  }
  return undefined;
}

/** Whether 【待核实：…】 stands at a place of a normal text. */
export function isToVerify(text: string, at: number): boolean {
  TO_VERIFY.lastIndex = at;
  return TO_VERIFY.test(text);
}

/** The pieces of a normal text that a draft asks for. */
export function askedRanges(text: string): readonly (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let at = text.indexOf("("); at >= 0; at = text.indexOf("(", at)) {
    const end = askedEnd(text, at);
    if (end !== undefined) ranges.push([at, end]);
    at = end ?? at + 1;
  }
  return ranges;
}
