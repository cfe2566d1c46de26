import { MORE_SECTIONS } from "./more/sections";
import { TABS } from "./tabs";

/** The part of 更多 that the ribbon's 新建套表 opens; the manifest's address of the pane says so. */
const NEW_SET = "new-set";

const asksForNewSet = (): boolean => new URLSearchParams(window.location.search).has(NEW_SET);

/** The tab that the pane opens with. */
export function firstTab(): string {
  return asksForNewSet() ? "more" : TABS[0].id;
}

/** The part that 更多 opens with. */
export function firstSection(): string {
  return asksForNewSet() ? NEW_SET : MORE_SECTIONS[0].id;
}
