import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { Assistant, type AssistantParts } from "../app/assistant";
import { zh } from "../text/zh";
import { Head } from "./components/Head";
import { SessionMessage } from "./components/Message";
import { Tabs, tabId } from "./components/Tabs";
import { Filling, useFilling, useFillState } from "./filling/fill-context";
import { fillMessagePart } from "./report-parts";
import { Session, useAssistant } from "./session";
import { firstTab } from "./start-place";
import { TABS } from "./tabs";
import { useTelling } from "./tell-page";
import { colorSchemeOf, useTheme, type OfficeColors } from "./theme";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // At high zoom the head would fill the pane: then everything scrolls together.
    "@media (max-height: 480px), (max-width: 240px)": { height: "auto", minHeight: "100vh" },
  },
  main: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  tabs: {
    flexShrink: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  panel: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    gap: tokens.spacingVerticalM,
    overflowY: "auto",
    overflowX: "hidden",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    outlineStyle: "none",
  },
});

export interface AppProps extends AssistantParts {
  readonly officeColors?: OfficeColors | undefined;
}

/** The task pane on a workbook. */
export function App({ host, check, recheck, officeColors }: AppProps): ReactNode {
  const theme = useTheme(officeColors);
  const assistant = useMemo(
    () => new Assistant({ host, check, ...(recheck ? { recheck } : {}) }),
    [host, check, recheck],
  );
  useEffect(() => void assistant.start(), [assistant]);
  useTelling(assistant);
  useEffect(() => {
    const follow = (): void => assistant.setVisible(document.visibilityState !== "hidden");
    const look = (): void => assistant.look();
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("focus", look);
    };
  }, [assistant]);
  return (
    <FluentProvider theme={theme} style={{ colorScheme: colorSchemeOf(theme) }}>
      <Session assistant={assistant}>
        <Filling host={host}>
          <Pane />
        </Filling>
      </Session>
    </FluentProvider>
  );
}

function Pane(): ReactNode {
  const styles = useStyles();
  const [selected, setSelected] = useState(firstTab);
  const panel = useId();
  const { component: Content, id } = TABS.find((tab) => tab.id === selected) ?? TABS[0];
  const assistant = useAssistant();
  const filling = useFilling();
  const box = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<string, number>());
  // Each tab keeps its place; what was done in one needs no telling in the next.
  const select = (next: typeof id): void => {
    if (box.current) places.current.set(id, box.current.scrollTop);
    assistant.dismissNotice();
    filling.dismissNotice();
    setSelected(next);
  };
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = places.current.get(id) ?? 0;
  }, [id]);
  return (
    <div className={styles.pane}>
      <Head />
      <main className={styles.main}>
        <div className={styles.tabs}>
          <Tabs label={zh.tabs.list} tabs={TABS} selected={id} panel={panel} onSelect={select} />
        </div>
        <div
          ref={box}
          className={styles.panel}
          id={panel}
          role="tabpanel"
          aria-labelledby={tabId(panel, id)}
          tabIndex={-1}
        >
          <SessionMessage />
          <FillNotice />
          <Suspense fallback={<p>{zh.tabs.loading}</p>}>
            <Content />
          </Suspense>
        </div>
      </main>
    </div>
  );
}

/** What filling says, once it has something to say. */
function FillNotice(): ReactNode {
  const { notice, trouble } = useFillState();
  if (!notice && !trouble) return null;
  return (
    <Suspense fallback={null}>
      <fillMessagePart.Part />
    </Suspense>
  );
}
