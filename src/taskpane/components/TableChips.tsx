import { makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { SubtractFilled } from "@fluentui/react-icons/svg/subtract";
import type { ReactNode } from "react";
import type { CheckReport } from "../../app/check-report";
import { tableOverview, type TableOverview } from "../../app/table-overview";
import { sheetChip, sheetTitle } from "../../core/tables";
import { zh } from "../../text/zh";
import { useAssistant, useAssistantState } from "../session";
import { SeverityMark } from "./SeverityMark";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex" },
  chip: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: "24px",
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  link: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  error: {
    ...shorthands.borderColor(tokens.colorStatusDangerBorder1),
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  verify: {
    ...shorthands.borderColor(tokens.colorStatusWarningBorder1),
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  missing: {
    ...shorthands.borderStyle("dashed"),
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
  },
  clean: {},
  only: {
    fontWeight: tokens.fontWeightSemibold,
    ...shorthands.borderColor(tokens.colorBrandStroke1),
    "@media (forced-colors: active)": {
      backgroundColor: "Highlight",
      color: "HighlightText",
      forcedColorAdjust: "none",
    },
  },
  quietIcon: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Each table as a small chip: read, with errors, to verify, or not found. A chip narrows the list and goes to its sheet. */
export default function TableChips({ report }: { readonly report: CheckReport }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={zh.tables.list}>
      {tableOverview(report).map((table) => (
        <li key={table.key} className={styles.item}>
          <Chip table={table} />
        </li>
      ))}
    </ul>
  );
}

function Chip({ table }: { readonly table: TableOverview }): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const { narrowing } = useAssistantState();
  const { target } = table;
  const isOnly = narrowing.table === table.key;
  const text = zh.tables.chip(sheetChip(table.key), table.count);
  const label = describe(text, table);
  if (!target) {
    return (
      <span className={mergeClasses(styles.chip, styles.missing)} role="img" aria-label={label} title={label}>
        <SubtractFilled aria-hidden className={styles.quietIcon} />
        {text}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, styles.link, styles[table.state], isOnly && styles.only)}
      aria-label={label}
      aria-pressed={isOnly}
      title={label}
      onClick={() => {
        assistant.narrow({ table: isOnly ? undefined : table.key });
        if (!isOnly) void assistant.goTo(target);
      }}
    >
      {table.state === "error" || table.state === "verify" ? <SeverityMark kind={table.state} /> : null}
      {text}
    </button>
  );
}

function describe(chip: string, { key, state, sheet, errors, verify }: TableOverview): string {
  const title = sheetTitle(key);
  if (sheet === undefined) return zh.tables.missing(chip, title);
  return state === "clean" ? zh.tables.clean(chip, title, sheet) : zh.tables.broken(chip, title, sheet, errors, verify);
}
