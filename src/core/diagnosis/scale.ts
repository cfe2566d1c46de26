import { amount, type Amount } from "../model/amount";

/** Exact conversion between amounts and integers of one common power of ten; half a cent (0.005) always fits. */
export class Scale {
  private constructor(readonly decimals: number) {}

  /** The smallest scale on which all amounts are whole. */
  static covering(amounts: Iterable<Amount>): Scale {
    let decimals = 3;
    for (const value of amounts) decimals = Math.max(decimals, value.decimalPlaces());
    return new Scale(decimals);
  }

  toInteger(value: Amount): bigint {
    if (value.isZero()) return 0n;
    return BigInt(value.toFixed(this.decimals).replace(".", ""));
  }

  toAmount(value: bigint): Amount {
    return amount(`${value.toString()}e-${this.decimals}`);
  }
}

/** |value| of an integer. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
