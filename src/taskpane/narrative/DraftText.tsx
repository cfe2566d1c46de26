import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import { drawChart } from "../../core/narrative/charts/draw-chart";
import { drawingAsSvg } from "../../core/narrative/charts/svg";
import type { ChartData, NarrativeDraft, Paragraph, Section, Span } from "../../core/narrative/model";
import { paragraphText } from "../../core/narrative/rendering/span-text";
import { narrativeTexts } from "../../text/narrative";
import { Figure, MissingFigure } from "./Figure";
import { ReasonField } from "./ReasonField";

const useStyles = makeStyles({
  text: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    lineHeight: "1.75",
    overflowWrap: "anywhere",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, textAlign: "center" },
  unit: { margin: 0, textAlign: "center", color: tokens.colorNeutralForeground3 },
  heading: { margin: `${tokens.spacingVerticalL} 0 0`, fontSize: tokens.fontSizeBase300 },
  subheading: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  body: { margin: `${tokens.spacingVerticalXS} 0 0`, textIndent: "2em" },
  chart: { margin: `${tokens.spacingVerticalS} 0` },
  // Black on white as printed, whatever the colours around it.
  picture: { display: "block", width: "100%", backgroundColor: "#ffffff", forcedColorAdjust: "none" },
  caption: { fontSize: tokens.fontSizeBase200, textAlign: "center", color: tokens.colorNeutralForeground2 },
});

/** The draft as it will be printed: figures lead to their cells, gaps are marked, reasons are written in place. */
export const DraftText = memo(function DraftText({ draft }: { readonly draft: NarrativeDraft }): ReactNode {
  const styles = useStyles();
  return (
    <article className={styles.text} aria-label={narrativeTexts.text.label}>
      <h2 className={styles.title}>{draft.title}</h2>
      {draft.unitName === undefined ? null : <p className={styles.unit}>{draft.unitName}</p>}
      {draft.sections.map((section) => (
        <SectionText key={section.id} section={section} />
      ))}
    </article>
  );
});

function SectionText({ section }: { readonly section: Section }): ReactNode {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.heading}>{section.title}</h3>
      {section.paragraphs.map((paragraph, index) => (
        <ParagraphText key={index} paragraph={paragraph} />
      ))}
    </section>
  );
}

function ParagraphText({ paragraph }: { readonly paragraph: Paragraph }): ReactNode {
  const styles = useStyles();
  if (paragraph.style === "chart") return <ChartFigure chart={paragraph.chart} caption={paragraphText(paragraph)} />;
  const isHeading = paragraph.style !== "body";
  const Tag = isHeading ? "h4" : "p";
  return (
    <Tag className={mergeClasses(isHeading ? styles.subheading : styles.body)}>
      {paragraph.spans.map((span, index) => (
        <SpanText key={span.kind === "text" ? index : `${span.key} ${String(index)}`} span={span} />
      ))}
    </Tag>
  );
}

function SpanText({ span }: { readonly span: Span }): ReactNode {
  switch (span.kind) {
    case "text":
      return span.text;
    case "figure":
      return <Figure span={span} />;
    case "written":
      return <ReasonField span={span} />;
    case "blank":
      return span.cause === "reason" ? <ReasonField span={span} /> : <MissingFigure span={span} />;
  }
}

function ChartFigure({
  chart,
  caption,
}: {
  readonly chart: ChartData | undefined;
  readonly caption: string;
}): ReactNode {
  const styles = useStyles();
  const drawing = chart && drawChart(chart);
  return (
    <figure className={styles.chart}>
      {drawing ? (
        <img
          className={styles.picture}
          alt={caption}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawingAsSvg(drawing))}`}
        />
      ) : null}
      <figcaption className={styles.caption}>{caption}</figcaption>
    </figure>
  );
}
