import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { documentViewTexts } from "../../text/document-view";
import { colorSchemeOf, useTheme } from "../theme";
import DocumentsView from "./DocumentsView";

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    minHeight: "100vh",
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  column: { maxWidth: "760px", marginInline: "auto" },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** 核对公开文档 by itself: a page for any browser, without Excel. */
function DocumentsPage(): ReactNode {
  const theme = useTheme(undefined);
  return (
    <FluentProvider theme={theme} style={{ colorScheme: colorSchemeOf(theme) }}>
      <Column />
    </FluentProvider>
  );
}

function Column(): ReactNode {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>{documentViewTexts.title}</h1>
        <DocumentsView />
      </div>
    </main>
  );
}

const place = document.getElementById("documents");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <DocumentsPage />
    </StrictMode>,
  );
}
