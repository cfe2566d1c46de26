import { makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useId, useState, type ReactNode } from "react";
import { zh } from "../../text/zh";
import { Tabs, tabId } from "../components/Tabs";
import { firstSection } from "../start-place";
import { MORE_SECTIONS } from "./sections";

const useStyles = makeStyles({
  // The tabs' own padding goes into the margin of the panel, so that their words begin where the text does.
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** The tab 更多: what is needed now and then. */
export default function MoreTab(): ReactNode {
  const styles = useStyles();
  const [selected, setSelected] = useState(firstSection);
  const panel = useId();
  const { component: Content, id } = MORE_SECTIONS.find((section) => section.id === selected) ?? MORE_SECTIONS[0];
  const content = (
    <Suspense fallback={<p>{zh.tabs.loading}</p>}>
      <Content />
    </Suspense>
  );
  if (MORE_SECTIONS.length === 1) return content;
  return (
    <>
      <div className={styles.tabs}>
        <Tabs label={zh.tabs.more} tabs={MORE_SECTIONS} selected={id} panel={panel} onSelect={setSelected} />
      </div>
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, id)}>
        {content}
      </div>
    </>
  );
}
