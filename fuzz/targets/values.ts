import fc from "fast-check";
import { normaliseLabel } from "../../src/core/glossary/normalise";
import { amount } from "../../src/core/model/amount";
import { parseNumberText, readFigure } from "../../src/core/reading/read-figure";
import { moneyPrinting } from "../../src/core/units/printing";
import { parseIndicatorValue } from "../../src/core/reading/self-evaluation/parse-value";
import { target, type Target } from "../target";
import { anyValue } from "../workbooks";

const CELL = { sheet: "表", row: 0, column: 0 };
const PRINTING = moneyPrinting("万元", "万元");

const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

/** −123456n → "-1234.56". */
function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
const fullWidth = (text: string) =>
  text.replace(/[-.,\d]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Numbers and labels as people type them. */
export const VALUES: readonly Target[] = [
  target(
    "amounts as text",
    300,
    fc.tuple(cents, fc.constantFrom("plain", "grouped", "full width", "blanks")),
    ([n, form]) => {
      const plain = decimal(n);
      const text =
        form === "grouped"
          ? grouped(plain)
          : form === "full width"
            ? fullWidth(grouped(plain))
            : form === "blanks"
              ? `　${plain} `
              : plain;
      const read = parseNumberText(text);
      if (!read?.eq(amount(plain))) throw new Error(`${text} read as ${read?.toString() ?? "no number"}`);
    },
  ),
  target("any cell as a figure", 500, anyValue, (value) => {
    const figure = readFigure(CELL, value, PRINTING);
    if (!figure.value.isFinite()) throw new Error(`${String(value)} is no finite amount`);
    if (figure.kind !== "amount" && !figure.value.isZero())
      throw new Error(`${figure.kind} counts ${figure.value.toString()}`);
  }),
  target("any cell as an indicator's value", 500, anyValue, (value) => void parseIndicatorValue(CELL, value)),
  target("any text as a label", 300, fc.string({ unit: "binary", maxLength: 40 }), (text) => {
    const once = normaliseLabel(text);
    if (normaliseLabel(once) !== once) throw new Error(`${JSON.stringify(text)} changes when normalised again`);
  }),
];
