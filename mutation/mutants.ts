import ts from "typescript";

/** A small change of the code that a test should notice. */
export interface Mutant {
  /** Path from the repository's root. */
  readonly file: string;
  readonly line: number;
  /** Where the expression stands, as offsets into the file. */
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly becomes: string;
}

const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: "<=",
  [ts.SyntaxKind.LessThanEqualsToken]: "<",
  [ts.SyntaxKind.GreaterThanToken]: ">=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
  [ts.SyntaxKind.MinusToken]: "+",
  [ts.SyntaxKind.AsteriskToken]: "/",
  [ts.SyntaxKind.SlashToken]: "*",
};

/** Methods of amounts and lists, and their opposites. */
const METHODS: Readonly<Record<string, string>> = {
  plus: "minus",
  minus: "plus",
  times: "div",
  div: "times",
  lt: "lte",
  lte: "lt",
  gt: "gte",
  gte: "gt",
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
};

/** Every mutant of a file: a condition turned round, an operator or method exchanged, a number one larger, a filter left out. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, becomes: string): void => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ file, line, start, end: node.end, was: node.getText(source), becomes });
  };
  const visit = (node: ts.Node): void => {
    // A loop that never ends tells nothing; types and names of properties are no code that runs.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node) && !isLoopCondition(node)) {
      const operator = OPERATORS[node.operatorToken.kind];
      if (operator !== undefined) {
        const [left, right] = [node.left.getText(source), node.right.getText(source)];
        const isMixed = operator === "&&" || operator === "||";
        add(node, isMixed ? `(${left}) ${operator} (${right})` : `${left} ${operator} ${right}`);
      }
    }
    if ((ts.isIfStatement(node) || ts.isConditionalExpression(node)) && isPlain(conditionOf(node)))
      add(conditionOf(node), `!(${conditionOf(node).getText(source)})`);
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      !node.expression.questionDotToken
    ) {
      const { name, expression } = node.expression;
      const other = METHODS[name.text];
      const given = node.arguments.map((argument) => argument.getText(source)).join(", ");
      if (other !== undefined) add(node, `${expression.getText(source)}.${other}(${given})`);
      if (name.text === "filter") add(node, `[...${expression.getText(source)}]`);
    }
    if (ts.isNumericLiteral(node) && isValue(node)) add(node, `${node.text} + 1`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function conditionOf(node: ts.IfStatement | ts.ConditionalExpression): ts.Expression {
  return ts.isIfStatement(node) ? node.expression : node.condition;
}

/** Comparisons and joined conditions are changed by their operator already. */
function isPlain(condition: ts.Expression): boolean {
  return !ts.isBinaryExpression(condition) || OPERATORS[condition.operatorToken.kind] === undefined;
}

function isLoopCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  return (ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent)) && isLoopCondition(parent);
}

function isValue({ parent }: ts.NumericLiteral): boolean {
  return !ts.isPropertyAssignment(parent) || parent.initializer.kind === ts.SyntaxKind.NumericLiteral;
}
