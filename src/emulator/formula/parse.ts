import type { CellRange } from "../../core/model/cell";
import { parseAddress } from "../model/addresses";
import { tokenize, type Token } from "./tokens";

/** A formula as a tree. */
export type Expression =
  | { readonly kind: "constant"; readonly value: number | string | boolean }
  | { readonly kind: "reference"; readonly sheet?: string; readonly range: CellRange }
  /** From one place to another, where one of them is worked out: OFFSET(A1,1,0):A9. */
  | { readonly kind: "span"; readonly from: Expression; readonly to: Expression }
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Expression[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] };

/** Loosest first; each level is left-associative. */
const LEVELS: readonly (readonly string[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

class NotUnderstood extends Error {}

/** The tree of a formula ("=SUM(A1:A3)*2"), or undefined where it uses something outside the small grammar. */
export function parseFormula(formula: string): Expression | undefined {
  const tokens = tokenize(formula.replace(/^=/, ""));
  if (!tokens) return undefined;
  try {
    return new Parser(tokens).whole();
  } catch (error) {
    if (error instanceof NotUnderstood || error instanceof RangeError) return undefined;
    throw error;
  }
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.level(0);
    if (this.next.kind !== "end") throw new NotUnderstood();
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { kind: "end", text: "" };
  }

  private take(): Token {
    const token = this.next;
    this.position += 1;
    return token;
  }

  private takeIf(text: string): boolean {
    if (this.next.kind !== "operator" || this.next.text !== text) return false;
    this.position += 1;
    return true;
  }

  private level(depth: number): Expression {
    const operators = LEVELS[depth];
    if (!operators) return this.signed();
    let left = this.level(depth + 1);
    while (this.next.kind === "operator" && operators.includes(this.next.text)) {
      const operator = this.take().text;
      left = { kind: "operation", operator, operands: [left, this.level(depth + 1)] };
    }
    return left;
  }

  private signed(): Expression {
    if (this.takeIf("-")) return { kind: "operation", operator: "negate", operands: [this.signed()] };
    if (this.takeIf("+")) return this.signed();
    let value = this.primary();
    while (this.takeIf(":")) value = { kind: "span", from: value, to: this.primary() };
    while (this.takeIf("%")) value = { kind: "operation", operator: "percent", operands: [value] };
    return value;
  }

  private primary(): Expression {
    if (this.takeIf("(")) {
      const inner = this.level(0);
      this.close();
      return inner;
    }
    const token = this.take();
    switch (token.kind) {
      case "number":
        return { kind: "constant", value: Number(token.text) };
      case "text":
        return { kind: "constant", value: token.text.slice(1, -1).replaceAll('""', '"') };
      case "reference":
        return { kind: "reference", ...parseAddress(token.text) };
      case "name":
        return this.named(token.text.toUpperCase());
      default:
        throw new NotUnderstood();
    }
  }

  private named(name: string): Expression {
    if (!this.takeIf("(")) {
      if (name === "TRUE" || name === "FALSE") return { kind: "constant", value: name === "TRUE" };
      throw new NotUnderstood();
    }
    const args: Expression[] = [];
    if (!this.takeIf(")")) {
      do args.push(this.level(0));
      while (this.takeIf(","));
      this.close();
    }
    return { kind: "call", name, args };
  }

  private close(): void {
    if (!this.takeIf(")")) throw new NotUnderstood();
  }
}
