import { makeStyles, tokens } from "@fluentui/react-components";

/** How what the workbook keeps of findings is listed: 核实说明, and what was set aside. */
export const useKeptListStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  line: { margin: 0 },
  text: { margin: 0, whiteSpace: "pre-wrap", fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  stale: { color: tokens.colorStatusWarningForeground1 },
});
