import { makeStyles, tokens } from "@fluentui/react-components";

/** Looks of the browser's own fields, alike wherever one stands. */
export const useFieldStyles = makeStyles({
  field: {
    boxSizing: "border-box",
    maxWidth: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  tick: {
    width: "16px",
    height: "16px",
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    accentColor: tokens.colorCompoundBrandBackground,
  },
});
