import { ZERO, type Amount } from "../core/model/amount";
import { cellKey, type CellAddress } from "../core/model/cell";
import type { Identity, Term } from "../core/model/rule";
import { asPrinted } from "../core/units/printing";
import { toleranceOfIdentity } from "../core/units/tolerance";

/** One line of a sum written out: sign, what it is, the figure with its sign applied. */
export interface ArithmeticLine {
  readonly label: string;
  readonly sign: 1 | -1;
  /** In the unit of the whole arithmetic. */
  readonly value: Amount;
  readonly cell: CellAddress;
  /** The figure that is probably wrong. */
  readonly suspect: boolean;
}

/** An identity as a clerk would write it down: the parts, what they make, what the table says, the difference. */
export interface Arithmetic {
  /** What all its figures are in: as the sheet it is about prints them. */
  readonly unit: string;
  readonly relation: Identity["relation"];
  readonly parts: readonly ArithmeticLine[];
  /** Parts that are zero and left out because there are many. */
  readonly omittedZeros: number;
  readonly expected: Amount;
  readonly totals: readonly ArithmeticLine[];
  readonly actual: Amount;
  /** actual − expected. */
  readonly difference: Amount;
  /** Largest difference that rounding explains. */
  readonly tolerance: Amount;
}

/** Up to this many parts the zeros are written out too. */
const WRITE_ZEROS_UP_TO = 4;

/** Writes an identity out. `suspects` are the cells that diagnosis holds to be wrong. */
export function writeOut(identity: Identity, suspects: readonly CellAddress[] = []): Arithmetic {
  const suspected = new Set(suspects.map(cellKey));
  const first = (identity.left[0] ?? identity.right[0])?.figure;
  const printed = (value: Amount): Amount => (first ? asPrinted(value, first) : value);
  const line = (term: Term): ArithmeticLine => ({
    label: term.label,
    sign: term.sign,
    value: printed(term.figure.value),
    cell: term.figure.cell,
    suspect: suspected.has(cellKey(term.figure.cell)),
  });
  const all = identity.right.map(line);
  const telling = all.filter((part) => !part.value.isZero() || part.suspect);
  const parts = all.length > WRITE_ZEROS_UP_TO && telling.length > 0 ? telling : all;
  const expected = printed(total(identity.right));
  const actual = printed(total(identity.left));
  return {
    unit: identity.unit ?? first?.printing.unit ?? "",
    relation: identity.relation,
    parts,
    omittedZeros: all.length - parts.length,
    expected,
    totals: identity.left.map(line),
    actual,
    difference: actual.minus(expected),
    tolerance: printed(toleranceOfIdentity(identity)),
  };
}

function total(terms: readonly Term[]): Amount {
  return terms.reduce(
    (value, { sign, figure }) => (sign === 1 ? value.plus(figure.value) : value.minus(figure.value)),
    ZERO,
  );
}
