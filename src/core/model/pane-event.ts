/** What the pane tells the page it stands in, so that a lesson can follow what is done in it. Nobody else listens. */
export type PaneEvent = "checked" | "cardOpened" | "ruleOpened" | "marked" | "cleared";

/** Name of the event on the pane's window; its detail is a `PaneEvent`. */
export const PANE_EVENT = "final-accounts-pane";
