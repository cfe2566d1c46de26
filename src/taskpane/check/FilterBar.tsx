import { Button, Input, makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import type { ReactNode } from "react";
import type { VerdictCounts } from "../../app/check-report";
import { sheetChip } from "../../core/tables";
import type { ProblemKind } from "../../app/problems";
import { SEVERITY_WORDS, zh } from "../../text/zh";
import { SeverityMark } from "../components/SeverityMark";
import { useCanFill } from "../filling/fill-context";
import { useAssistant, useAssistantState } from "../session";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  search: { flexBasis: "100%", minWidth: 0 },
  toggle: { minWidth: 0, paddingInline: tokens.spacingHorizontalSNudge, fontVariantNumeric: "tabular-nums" },
  // A sheet may have a long name.
  name: { maxWidth: "100%", overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis", display: "block" },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ...shorthands.borderColor(tokens.colorNeutralStroke1Selected),
    "@media (forced-colors: active)": {
      backgroundColor: "Highlight",
      color: "HighlightText",
      forcedColorAdjust: "none",
    },
  },
});

/** Shows and hides findings by severity; rounding differences only on request. A kind without findings has no button. */
export function FilterBar({
  counts,
  rounding,
}: {
  readonly counts: VerdictCounts;
  /** Rounding differences that can be shown. */
  readonly rounding: number;
}): ReactNode {
  const styles = useStyles();
  const assistant = useAssistant();
  const canFollow = useCanFill();
  const { filter, narrowing } = useAssistantState();
  const isOnActive = narrowing.sheet !== undefined;
  const kinds: readonly (readonly [ProblemKind, number])[] = [
    ["error", counts.errors],
    ["toFill", counts.toFill],
    ["verify", counts.verify],
    ["hint", counts.hints],
    ["explained", counts.explained ?? 0],
    ["rounding", rounding],
  ];
  return (
    <div className={styles.bar} role="group" aria-label={zh.filter.label}>
      <Input
        size="small"
        type="search"
        className={styles.search}
        aria-label={zh.filter.search}
        placeholder={zh.filter.search}
        contentBefore={<SearchRegular />}
        value={narrowing.search}
        onChange={(_, { value }) => assistant.narrow({ search: value })}
      />
      {canFollow ? (
        <Button
          size="small"
          shape="circular"
          className={mergeClasses(styles.toggle, styles.name, isOnActive && styles.pressed)}
          aria-pressed={isOnActive}
          onClick={() => void assistant.narrowToActive(!isOnActive)}
        >
          {zh.filter.active(narrowing.sheet)}
        </Button>
      ) : null}
      {narrowing.table === undefined ? null : (
        <Button
          size="small"
          shape="circular"
          icon={<DismissRegular />}
          iconPosition="after"
          className={styles.toggle}
          aria-label={zh.filter.everyTable}
          title={zh.filter.everyTable}
          onClick={() => assistant.narrow({ table: undefined })}
        >
          {zh.filter.onlyTable(sheetChip(narrowing.table))}
        </Button>
      )}
      {kinds.map(([kind, count]) =>
        count === 0 ? null : (
          <Button
            key={kind}
            size="small"
            shape="circular"
            className={mergeClasses(styles.toggle, filter[kind] && styles.pressed)}
            aria-pressed={filter[kind]}
            icon={<SeverityMark kind={kind} />}
            onClick={() => assistant.filter(kind, !filter[kind])}
          >
            {zh.filter.count(SEVERITY_WORDS[kind], count)}
          </Button>
        ),
      )}
    </div>
  );
}
