import type { ReadingNote } from "../../model/book";
import type { HotlineSheet } from "../../model/hotline";

/** A sheet of the hotline's assessment as read. */
export interface HotlineReading {
  readonly sheet: HotlineSheet;
  readonly notes: readonly ReadingNote[];
}
