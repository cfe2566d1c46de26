import { amount, type Amount } from "../model/amount";
import { UNIT_DECIMALS, unitsOf } from "../model/exact-sum";
import type { JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";

/** Exact conversion between amounts and integers of one common power of ten, ten-millionths or smaller. */
export class Scale {
  private constructor(readonly decimals: number) {}

  /** The coarsest scale on which every figure of the identities is whole. */
  static covering(identities: readonly JudgedIdentity[]): Scale {
    let decimals = UNIT_DECIMALS;
    const widen = ({ figure: { value } }: Term) => {
      if (unitsOf(value) === undefined) decimals = Math.max(decimals, value.decimalPlaces());
    };
    for (const { identity } of identities) {
      for (const term of identity.left) widen(term);
      for (const term of identity.right) widen(term);
    }
    return new Scale(decimals);
  }

  toInteger(value: Amount): bigint {
    const units = this.decimals === UNIT_DECIMALS ? unitsOf(value) : undefined;
    return BigInt(units ?? value.toFixed(this.decimals).replace(".", ""));
  }

  toAmount(value: bigint): Amount {
    return amount(`${value.toString()}e-${this.decimals}`);
  }
}

/** |value| of an integer. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
