/** What became of one thing of last year's book. */
export interface CarriedItem {
  readonly kind: "carried" | "changed" | "emptied" | "left";
  /** What it is, in a clerk's words, and what became of it. */
  readonly what: string;
}
