import { lazy, type ComponentType } from "react";
import { DOCUMENTS_TITLE } from "../../text/document-title";
import { LEARNING_TEXT } from "../../text/learning";
import { MANY_TITLE } from "../../text/many-title";
import { NEW_SET_TITLE } from "../../text/new-set-title";
import { reportTexts } from "../../text/report";
import { settingsTexts } from "../../text/settings";
import { TEXT_CHECK_TITLE } from "../../text/textcheck-title";

/** A part of the tab 更多. */
export interface MoreSection {
  readonly id: string;
  readonly label: string;
  readonly component: ComponentType;
}

/** What the tab 更多 holds, in its order; each part is loaded when it is opened. */
export const MORE_SECTIONS: readonly [MoreSection, ...MoreSection[]] = [
  { id: "learning", label: LEARNING_TEXT.title, component: lazy(() => import("../learning/LearningView")) },
  { id: "textcheck", label: TEXT_CHECK_TITLE, component: lazy(() => import("../textcheck/TextCheckView")) },
  { id: "documents", label: DOCUMENTS_TITLE, component: lazy(() => import("../document/DocumentsView")) },
  { id: "many", label: MANY_TITLE, component: lazy(() => import("../many/ManyView")) },
  { id: "new-set", label: NEW_SET_TITLE, component: lazy(() => import("../new-set/NewSetView")) },
  { id: "report", label: reportTexts.title, component: lazy(() => import("../report/ReportView")) },
  { id: "settings", label: settingsTexts.title, component: lazy(() => import("../settings/SettingsView")) },
];
