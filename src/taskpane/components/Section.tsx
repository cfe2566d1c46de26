import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  toggle: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    width: "100%",
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  detail: {
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    alignItems: "flex-start",
  },
  chevron: {
    display: "flex",
    flexShrink: 0,
    alignItems: "center",
    height: tokens.lineHeightBase300,
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground2,
  },
  turned: { transform: "rotate(90deg)" },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  count: {
    textAlign: "end",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
  },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** A heading that shows and hides what stands below it. */
export function Section({
  title,
  count,
  initiallyOpen = false,
  level = "section",
  children,
}: {
  readonly title: string;
  readonly count?: string;
  readonly initiallyOpen?: boolean;
  /** `detail` is quieter, for use inside a card. */
  readonly level?: "section" | "detail";
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(initiallyOpen);
  const body = useId();
  const Heading = level === "detail" ? "h3" : "h2";
  return (
    <section className={styles.section}>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(styles.toggle, level === "detail" && styles.detail)}
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.chevron}>
            <ChevronRightRegular aria-hidden className={mergeClasses(open && styles.turned)} />
          </span>
          <span className={styles.title}>{title}</span>
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
        </button>
      </Heading>
      {open ? (
        <div id={body} className={styles.body}>
          {children}
        </div>
      ) : null}
    </section>
  );
}
