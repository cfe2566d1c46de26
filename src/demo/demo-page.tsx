import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ChangeEvent, type ReactNode } from "react";
import type { OfficeTheme } from "../emulator/bridge";
import { HostError } from "../host/errors";
import { DEMO_TEXT } from "../text/demo";
import { EXERCISE_TEXT } from "../text/exercise";
import { troubleText } from "../text/trouble";
import type { ChosenFile } from "./files/check-files";
import { offerWorkbook } from "./offer-workbook";
import { openWorkbook, type OpenedWorkbook } from "./opened-workbook";
import { PaneFrame } from "./pane-frame";
import { usePaneEvents } from "./pane-events";
import { savedWorkbook } from "./save-workbook";
import { useUnsaved } from "./unsaved";
import { Welcome } from "./welcome";

const FileList = lazy(() => import(/* webpackChunkName: "files" */ "./files/file-list"));
const loadGrid = () => import(/* webpackChunkName: "grid" */ "./workbook-grid");
const WorkbookGrid = lazy(loadGrid);

const ExerciseStrip = lazy(() => import(/* webpackChunkName: "lesson" */ "./exercise/exercise-strip"));
const TourStrip = lazy(() => import(/* webpackChunkName: "lesson" */ "./exercise/tour-strip"));

/** The file that is being opened, and which part of it is read, from 0 to 1. */
interface Busy {
  readonly name: string;
  readonly done: number;
}

/**
 * The whole page: a bar, the spreadsheet, and the pane docked at its right. It begins with a sample, as the demo does, or
 * with a word on what it can do.
 */
export function DemoPage({ begins }: { readonly begins: "sample" | "welcome" }): ReactNode {
  const [workbook, setWorkbook] = useState<OpenedWorkbook>();
  const [opened, setOpened] = useState(0);
  const [busy, setBusy] = useState<Busy>();
  const [trouble, setTrouble] = useState<string>();
  const [lesson, setLesson] = useState<"exercise" | "tour">();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [isOwn, setOwn] = useState(false);
  const [isExam, setExam] = useState(false);
  const [theme, setTheme] = useState<OfficeTheme>("colourful");
  const { tell, listen } = usePaneEvents();
  const unsaved = useUnsaved(isOwn ? workbook?.model : undefined);
  const latest = useRef(0);

  const open = useCallback(async (name: string, read: () => Promise<Uint8Array>) => {
    const turn = ++latest.current;
    setBusy({ name, done: 0 });
    // Loaded while the file is read. Where it fails, it is tried again, and told, once there is something to show.
    void loadGrid().catch(() => undefined);
    setTrouble(undefined);
    try {
      const next = await openWorkbook(name, await read(), (done) => {
        if (turn === latest.current) setBusy((before) => advanced(before, done));
      });
      if (turn !== latest.current) return;
      setWorkbook(next);
      setOpened(turn);
    } catch (error) {
      if (turn === latest.current) setTrouble(couldNotOpen(name, error));
    } finally {
      if (turn === latest.current) setBusy(undefined);
    }
  }, []);
  const openSample = useCallback(() => {
    setLesson(undefined);
    setOwn(false);
    void open(DEMO_TEXT.sampleName, fetchSample);
  }, [open]);
  useEffect(() => {
    if (begins === "sample") void Promise.resolve().then(openSample);
  }, [begins, openSample]);
  const learn = (next: typeof lesson) => {
    setOwn(false);
    setLesson(next);
  };
  /** Whether another workbook may take the place of this one. */
  const mayLeave = () => !unsaved.has() || window.confirm(DEMO_TEXT.leaveUnsaved);
  const openOwn = ({ name, read }: ChosenFile) => {
    setOwn(true);
    void open(name, read);
  };

  const chooseFiles = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])].map((file): ChosenFile => ({
      name: file.name,
      read: async () => new Uint8Array(await file.arrayBuffer()),
    }));
    event.target.value = "";
    const [first] = chosen;
    if (first && chosen.length === 1 && !mayLeave()) return;
    setLesson(undefined);
    setFiles(chosen.length > 1 ? chosen : []);
    if (first && chosen.length === 1) openOwn(first);
  };
  const save = async () => {
    if (!workbook) return;
    try {
      offerWorkbook(await savedWorkbook(workbook), DEMO_TEXT.savedAs(workbook.fileName));
      unsaved.saved();
    } catch (error) {
      const { happened, todo } = told(error);
      setTrouble(DEMO_TEXT.couldNotSave(happened, todo));
    }
  };

  const fileButton = (
    <label>
      {DEMO_TEXT.openFile}
      <input type="file" accept=".xlsx,.xlsm" multiple onChange={chooseFiles} />
    </label>
  );
  const sampleButton = (
    <button type="button" onClick={() => mayLeave() && openSample()}>
      {DEMO_TEXT.openSample}
    </button>
  );
  return (
    <div className={isExam ? "demo demo-exam" : "demo"}>
      <header className="demo-bar">
        <h1>{DEMO_TEXT.title}</h1>
        {sampleButton}
        {fileButton}
        <button type="button" disabled={!workbook} onClick={() => void save()}>
          {DEMO_TEXT.save}
        </button>
        <button type="button" aria-pressed={lesson === "exercise"} onClick={() => mayLeave() && learn("exercise")}>
          {EXERCISE_TEXT.open}
        </button>
        <button type="button" aria-pressed={lesson === "tour"} onClick={() => mayLeave() && learn("tour")}>
          {EXERCISE_TEXT.tour.open}
        </button>
        <a href="../documents.html" target="_blank" rel="noreferrer">
          {DEMO_TEXT.documents}
        </a>
        <button
          type="button"
          aria-pressed={theme === "black"}
          title={DEMO_TEXT.darkHint}
          onClick={() => setTheme(theme === "black" ? "colourful" : "black")}
        >
          {DEMO_TEXT.dark}
        </button>
        <span className="demo-file" role="status">
          {busy ? DEMO_TEXT.opening(busy.name, busy.done) : workbook?.fileName}
        </span>
        <span className="demo-privacy">{DEMO_TEXT.privacy}</span>
      </header>
      <Suspense fallback={null}>
        {lesson === "exercise" && (
          <ExerciseStrip workbook={workbook} open={open} onLeave={openSample} listen={listen} onExam={setExam} />
        )}
        {lesson === "tour" && (
          <TourStrip
            workbook={workbook}
            open={open}
            onLeave={openSample}
            listen={listen}
            onExercise={() => setLesson("exercise")}
          />
        )}
      </Suspense>
      <main className="demo-sheet">
        {workbook && (
          <Suspense fallback={<p className="demo-note">{DEMO_TEXT.loadingGrid}</p>}>
            <WorkbookGrid key={opened} workbook={workbook} />
          </Suspense>
        )}
        {!workbook && busy === undefined && begins === "welcome" && files.length === 0 && (
          <Welcome>
            {fileButton}
            {sampleButton}
          </Welcome>
        )}
        {files.length > 0 && (
          <Suspense fallback={null}>
            <FileList files={files} onOpen={(file) => mayLeave() && openOwn(file)} onClose={() => setFiles([])} />
          </Suspense>
        )}
        {trouble !== undefined && (
          <div className="demo-trouble" role="alert">
            <p>{trouble}</p>
            <button type="button" onClick={() => setTrouble(undefined)}>
              {DEMO_TEXT.dismiss}
            </button>
          </div>
        )}
      </main>
      {workbook && <PaneFrame key={`${opened}.${theme}`} model={workbook.model} theme={theme} onTold={tell} />}
    </div>
  );
}

/** Progress told in steps of five per cent: whoever listens hears it, and whoever looks sees no flicker. */
function advanced(before: Busy | undefined, done: number): Busy | undefined {
  const step = Math.floor(done * 20) / 20;
  return before && before.done !== step ? { ...before, done: step } : before;
}

async function fetchSample(): Promise<Uint8Array> {
  const response = await fetch("sample.xlsx");
  if (!response.ok) throw new HostError("unknown", { technical: `sample: ${response.status}` });
  return new Uint8Array(await response.arrayBuffer());
}

function couldNotOpen(name: string, error: unknown): string {
  const { happened, todo } = told(error);
  return DEMO_TEXT.couldNotOpen(name, happened, todo);
}

function told(error: unknown): { readonly happened: string; readonly todo: string } {
  return troubleText("check", error instanceof HostError ? error : new HostError("unknown", { cause: error }));
}
