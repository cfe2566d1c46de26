import type { ReactNode } from "react";
import { narrativeTexts } from "../../text/narrative";
import { FilePicker } from "./FilePicker";
import { useDraftSession, useDraftState } from "./use-draft";

/** The button that takes last year's workbook for the check and the draft alike. */
export default function PriorPicker(): ReactNode {
  const session = useDraftSession();
  const { priorYear } = useDraftState();
  const texts = narrativeTexts.sources;
  return (
    <FilePicker
      label={priorYear ? texts.otherPrior : texts.choosePrior}
      name={texts.prior}
      accept=".xlsx,.xlsm"
      onPick={(file) => void session.choosePriorYear(file)}
    />
  );
}
