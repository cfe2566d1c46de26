import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CommentCheckmarkRegular } from "@fluentui/react-icons/svg/comment-checkmark";
import { EditFilled } from "@fluentui/react-icons/svg/edit";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import type { ProblemKind } from "../../app/problems";

const ICONS = {
  error: ErrorCircleFilled,
  toFill: EditFilled,
  verify: WarningFilled,
  hint: InfoFilled,
  explained: CommentCheckmarkRegular,
  rounding: CheckmarkCircleRegular,
} as const satisfies Record<ProblemKind, unknown>;

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  error: { color: tokens.colorPaletteRedForeground1 },
  toFill: { color: tokens.colorBrandForeground1 },
  verify: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  explained: { color: tokens.colorNeutralForeground3 },
  rounding: { color: tokens.colorNeutralForeground3 },
});

/** The icon of a kind of problem. Decorative: the severity's word always stands beside it. */
export function SeverityMark({ kind }: { readonly kind: ProblemKind }): ReactNode {
  const styles = useStyles();
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[kind])} />;
}
