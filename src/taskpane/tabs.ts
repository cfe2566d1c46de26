import { lazy, type ComponentType } from "react";
import { zh } from "../text/zh";
import CheckTab from "./check/CheckTab";

/** A tab of the pane. Components take what they need from the session. */
export interface TabEntry {
  readonly id: string;
  readonly label: string;
  readonly component: ComponentType;
}

/** The tabs in their order. All but the first are loaded when they are opened. */
export const TABS: readonly [TabEntry, ...TabEntry[]] = [
  { id: "check", label: zh.tabs.check, component: CheckTab },
  {
    id: "self-evaluation",
    label: zh.tabs.selfEvaluation,
    component: lazy(() => import("./self-evaluation/SelfEvaluationTab")),
  },
  { id: "filling", label: zh.tabs.filling, component: lazy(() => import("./filling/FillTab")) },
  { id: "narrative", label: zh.tabs.narrative, component: lazy(() => import("./narrative/NarrativeTab")) },
  { id: "more", label: zh.tabs.more, component: lazy(() => import("./more/MoreTab")) },
];
