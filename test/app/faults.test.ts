import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Assistant } from "../../src/app/assistant";
import { checkGrid, checkWorkbook, recheckSheets } from "../../src/app/check-workbook";
import { parseState } from "../../src/app/workbook-state";
import type { CellAddress } from "../../src/core/model/cell";
import type { CellValue } from "../../src/core/model/grid";
import { highlightMarkOf } from "../../src/host/highlight-style";
import { troubleText } from "../../src/text/trouble";
import { caseGrid, loadCase } from "../support/cases";
import { generator } from "../support/changes";
import { closeExcel, openInExcel, ownClock, pass, settle, type ExcelSession } from "../support/excel-session";

beforeEach(ownClock);
afterEach(() => {
  closeExcel();
  vi.useRealTimers();
});

/** 公开06表 and 三公 of a published case: something to verify, two errors, quickly checked. */
const SHEETS = caseGrid(loadCase("2022-zibo")).sheets.slice(4, 9);

interface Pane extends ExcelSession {
  readonly assistant: Assistant;
  readonly edit: (cell: CellAddress, content: CellValue) => void;
}

async function pane(timeoutMs = 30_000): Promise<Pane> {
  const excel = await openInExcel(SHEETS, { timeoutMs });
  const assistant = new Assistant({ host: excel.host, check: checkWorkbook, recheck: recheckSheets });
  const edit = ({ sheet, row, column }: CellAddress, content: CellValue): void => {
    const range = { top: row, left: column, bottom: row, right: column };
    excel.workbook.enter(excel.workbook.sheet(sheet)!, range, [[content]]);
  };
  return { ...excel, assistant, edit };
}

/** A pane that has checked, with something to verify. */
async function checked(timeoutMs?: number): Promise<Pane> {
  const session = await pane(timeoutMs);
  const { book } = checkGrid({ sheets: SHEETS });
  session.edit(book.tables.get("SG")!.byKey.get("final")!.figures.get("reception")!.cell, 5000);
  await session.assistant.check();
  return session;
}

const finding = ({ assistant }: Pane) =>
  assistant.getState().report!.result.findings.find(({ rule }) => rule === "SG-02")!;

/** What a user does in the pane. */
const ACTIONS: Readonly<Record<string, (session: Pane) => Promise<void>>> = {
  open: ({ assistant }) => assistant.start(),
  check: ({ assistant }) => assistant.check(),
  highlight: ({ assistant }) => assistant.highlight(),
  clearHighlights: ({ assistant }) => assistant.clearHighlights(),
  goTo: (session) => session.assistant.goTo(finding(session).cells[0]!),
  explain: (session) => session.assistant.explain(finding(session), "经核对凭证无误"),
  live: ({ assistant }) => assistant.setLive(true),
};
const CODES = ["InvalidOperationInCellEditMode", "AccessDenied", "ServiceNotAvailable", "SomethingNew"] as const;

/** The user's own: cells and formats, without our marks and our state. */
function usersOwn({ workbook }: Pane): string {
  const { sheets, ...rest } = workbook.contents();
  return JSON.stringify({
    ...rest,
    customXml: undefined,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      conditionalFormats: sheet.conditionalFormats.filter(
        ({ formula }) => highlightMarkOf(formula ?? "") === undefined,
      ),
    })),
  });
}

/** What the pane shows and the workbook holds, apart from times and what is being said. */
async function outcome({ assistant, host, workbook }: Pane): Promise<unknown> {
  const { phase, report, live, highlighted } = assistant.getState();
  const kept = await parseState(await host.loadState());
  const state = kept.kind === "ready" ? kept.state : undefined;
  return {
    phase,
    counts: report?.counts,
    live,
    highlighted,
    texts: Object.values(state?.explanations ?? {}).map(({ text }) => text),
    remembered: state?.live,
    sheets: workbook.contents().sheets,
  };
}

function expectTold({ assistant }: Pane): void {
  const { trouble } = assistant.getState();
  expect(trouble).toBeDefined();
  const { happened, kept, todo } = troubleText(trouble!.during, trouble!.error);
  for (const line of [happened, kept, todo]) expect(line).toMatch(/^\p{Script=Han}|^Excel/u);
}

describe("when a request of Excel fails", { timeout: 120_000 }, () => {
  it.each(Object.entries(ACTIONS))("%s: nothing is lost, it is told, and the way on leads on", async (name, act) => {
    const rehearsal = await checked();
    if (name === "clearHighlights") await rehearsal.assistant.highlight();
    const requests = await rehearsal.tripsOf(() => act(rehearsal));
    const wanted = await outcome(rehearsal);
    expect(requests).toBeGreaterThan(0);
    for (let nth = 1; nth <= requests; nth += 1) {
      for (const code of CODES) {
        const session = await checked();
        if (name === "clearHighlights") await session.assistant.highlight();
        const before = usersOwn(session);
        session.emulator.faults.failRequest(nth, code);
        await act(session);
        session.emulator.faults.clear();
        expect(usersOwn(session), `${code} at ${String(nth)}`).toBe(before);
        const { trouble, report } = session.assistant.getState();
        expect(report).toBeDefined();
        if (trouble) {
          expectTold(session);
          expect(trouble.wayOn).toBe("retry");
          await session.assistant.retry();
          expect(session.assistant.getState().trouble).toBeUndefined();
          if (name === "live") await session.assistant.setLive(true);
        }
        expect(await outcome(session), `${code} at ${String(nth)}, tried again`).toEqual(wanted);
      }
    }
  });

  it.each(Object.entries(ACTIONS))("%s: Excel's silence is told too", async (_, act) => {
    const session = await checked(300);
    session.emulator.faults.swallowRequest(1);
    await act(session);
    expectTold(session);
    expect(session.assistant.getState().trouble?.error.code).toBe("busy");
  });
});

describe("edits at any time", { timeout: 120_000 }, () => {
  it.each([1, 2])(
    "between two requests of a check (before request %i) are caught up with by live checking",
    async (nth) => {
      const session = await checked();
      await session.assistant.setLive(true);
      const { cell } = session.assistant
        .getState()
        .report!.book.tables.get("SG")!
        .byKey.get("final")!
        .figures.get("total")!;
      session.emulator.faults.beforeRequest(nth, () => session.edit(cell, 1));
      await session.assistant.check();
      await rest();
      await expectFollowed(session);
    },
  );

  it("an explanation written meanwhile by another pane is not overwritten", async () => {
    const session = await checked();
    await session.assistant.start();
    const other = new Assistant({ host: session.host, check: checkWorkbook });
    await other.check();
    const errors = other.getState().report!.result.findings.filter(({ rule }) => rule !== "SG-02");
    await other.explain(errors[0]!, "另一处的说明");
    await session.assistant.explain(finding(session), "这一处的说明");
    const kept = await parseState(await session.host.loadState());
    expect(kept.kind === "ready" && Object.values(kept.state.explanations).map(({ text }) => text)).toEqual([
      "另一处的说明",
      "这一处的说明",
    ]);
  });

  it("two explanations written at once are both kept", async () => {
    const session = await checked();
    const [first, second] = session.assistant.getState().report!.result.findings;
    await Promise.all([session.assistant.explain(first!, "一"), session.assistant.explain(second!, "二")]);
    const kept = await parseState(await session.host.loadState());
    expect(kept.kind === "ready" && Object.values(kept.state.explanations).map(({ text }) => text)).toEqual([
      "一",
      "二",
    ]);
  });

  it.each([1, 2, 3, 4])("events in any order (%i) end with the findings of the workbook as it is", async (seed) => {
    const random = generator(seed);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const session = await checked();
    const { assistant, workbook, emulator } = session;
    await assistant.setLive(true);
    const anySheet = () => pick(workbook.sheets);
    const events: readonly (() => unknown)[] = [
      () => session.edit({ sheet: anySheet().name, row: Math.floor(random() * 30), column: 2 }, random() * 100),
      () => session.edit({ sheet: anySheet().name, row: Math.floor(random() * 30), column: 5 }, null),
      () => {
        // Excel before 1.17 tells of a renaming only with the next edit on the sheet.
        const sheet = anySheet();
        workbook.renameSheet(sheet, `改名${String(random())}`);
        session.edit({ sheet: sheet.name, row: 40, column: 0 }, "注");
      },
      () => workbook.copySheet(anySheet(), `副本${String(random())}`),
      () => workbook.sheets.length > 3 && workbook.deleteSheet(anySheet()),
      () => assistant.setVisible(random() < 0.5),
      () => (emulator.faults.isEditMode = random() < 0.5),
      () => emulator.faults.failRequest(1, pick(CODES)),
      () => void assistant.check(),
      () => void assistant.highlight(),
      () => pass(random() * 500),
    ];
    for (let n = 0; n < 25; n += 1) await pick(events)();
    await rest();
    emulator.faults.clear();
    assistant.setVisible(true);
    await rest();
    // Whatever was told is answered as a user would; edits were only waiting for that.
    if (assistant.getState().trouble) await assistant.retry();
    await rest(1_000);
    await expectFollowed(session);
  });
});

async function rest(milliseconds = 600): Promise<void> {
  await pass(milliseconds);
  await settle();
}

async function expectFollowed({ assistant, host }: Pane): Promise<void> {
  const truth = await checkWorkbook(host);
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const { report, trouble } = assistant.getState();
  expect(trouble).toBeUndefined();
  expect(plain(report!.book.sheets)).toEqual(plain(truth.book.sheets));
  expect(plain(report!.result)).toEqual(plain(truth.result));
}
