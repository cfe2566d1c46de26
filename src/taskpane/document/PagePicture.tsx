import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from "react";
import type { ShownDocument } from "../../app/document/document-desk";
import type { PagePlace } from "../../core/document/model";
import { PagePictures, type PageSize } from "../../host/pdf/page-pictures";
import { documentViewTexts } from "../../text/document-view";
import { pdfAssets } from "./pdf-assets";

/** Pixels a point of the page is drawn with: near enough to read, whole page to find the place. */
const NEAR = 1.5;
/** Points around the framed place. */
const MARGIN = 3;

const useStyles = makeStyles({
  box: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
  window: { height: "34vh", minHeight: "160px", overflow: "auto", backgroundColor: tokens.colorNeutralBackground4 },
  page: { position: "relative", width: "fit-content" },
  drawing: { display: "block", "> canvas": { display: "block", width: "100%" } },
  frame: {
    position: "absolute",
    boxSizing: "border-box",
    border: `${tokens.strokeWidthThicker} solid ${tokens.colorPaletteRedBorder2}`,
    borderRadius: tokens.borderRadiusSmall,
    pointerEvents: "none",
  },
});

type Drawing = { readonly canvas: HTMLCanvasElement; readonly size: PageSize; readonly page: number } | "failed";

/** The page a finding stands on, its cell or paragraph framed and in view. */
export function PagePicture({
  shown,
  place,
  name,
  onClose,
}: {
  readonly shown: ShownDocument;
  readonly place: PagePlace;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const styles = useStyles();
  const view = useRef<HTMLDivElement>(null);
  const framed = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const drawing = useDrawing(shown, place.page);
  const size = drawing && drawing !== "failed" ? drawing.size : undefined;
  useEffect(() => {
    const [box, frame] = [view.current, framed.current];
    if (!box || !frame || !size) return;
    box.scrollLeft = frame.offsetLeft + frame.offsetWidth / 2 - box.clientWidth / 2;
    box.scrollTop = frame.offsetTop + frame.offsetHeight / 2 - box.clientHeight / 2;
  }, [place, size, isWhole]);
  return (
    <div className={styles.box} role="group" aria-label={documentViewTexts.picture}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <Button size="small" appearance="subtle" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? documentViewTexts.near : documentViewTexts.whole}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {documentViewTexts.closePicture}
        </Button>
      </div>
      <div ref={view} className={styles.window} tabIndex={0} role="img" aria-label={documentViewTexts.framed(name)}>
        {drawing === undefined ? <Spinner size="tiny" label={documentViewTexts.drawing} /> : null}
        {drawing === "failed" ? documentViewTexts.notDrawn : null}
        {drawing && drawing !== "failed" ? (
          <div className={styles.page} style={{ width: isWhole ? "100%" : drawing.size.width * NEAR }}>
            <Canvas canvas={drawing.canvas} className={styles.drawing} />
            <div ref={framed} className={styles.frame} data-frame style={frameOf(place, drawing.size)} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The place, with a margin around it, as shares of the page: it stays where it is however large the page is shown. */
function frameOf({ left, top, right, bottom }: PagePlace, { width, height }: PageSize): CSSProperties {
  const share = (part: number, whole: number): string => `${String((100 * part) / whole)}%`;
  return {
    left: share(left - MARGIN, width),
    top: share(top - MARGIN, height),
    width: share(right - left + 2 * MARGIN, width),
    height: share(bottom - top + 2 * MARGIN, height),
  };
}

function Canvas({ canvas, className }: { readonly canvas: HTMLCanvasElement; readonly className: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.replaceChildren(canvas), [canvas]);
  return <div ref={box} className={className} />;
}

/** The picture of a page; undefined while it is drawn. The document is opened once for all its pictures. */
function useDrawing(shown: ShownDocument, page: number): Drawing | undefined {
  const pictures = useMemo(() => new PagePictures(shown.bytes, pdfAssets()), [shown]);
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly drawing: Drawing }>();
  useEffect(() => () => void pictures.close(), [pictures]);
  useEffect(() => {
    let isWanted = true;
    const ratio = window.devicePixelRatio;
    void pictures
      .draw(page, NEAR * (ratio > 0 ? ratio : 1))
      .then(
        ({ canvas, size }): Drawing => ({ canvas, size, page }),
        (): Drawing => "failed",
      )
      .then((drawing) => {
        if (isWanted) setDrawn({ page, drawing });
      });
    return () => {
      isWanted = false;
    };
  }, [pictures, page]);
  return drawn?.page === page ? drawn.drawing : undefined;
}
