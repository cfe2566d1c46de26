import { amount, type Amount } from "../model/amount";
import { UNIT_DECIMALS, unitsOf } from "../model/exact-sum";

/** Exact conversion between amounts and integers of one common power of ten, ten-millionths or smaller. */
export class Scale {
  private constructor(readonly decimals: number) {}

  /** The coarsest scale on which all amounts are whole. */
  static covering(amounts: Iterable<Amount>): Scale {
    let decimals = UNIT_DECIMALS;
    for (const value of amounts) if (unitsOf(value) === undefined) decimals = Math.max(decimals, value.decimalPlaces());
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
