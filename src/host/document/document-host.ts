import type { CellAddress } from "../../core/model/cell";
import type { WorkbookGrid } from "../../core/model/grid";
import type { SheetLooks } from "../../core/model/look";
import { HostError } from "../errors";
import type { CellState, MarkOutcome, WorkbookHost, WriteReceipt } from "../port";

/**
 * A published document behind the port: its tables can be read and a cell of them shown, nothing can be written. What is
 * to be changed is changed where the document was made.
 */
export class DocumentHost implements WorkbookHost {
  /** @param show shows where a cell is printed */
  constructor(
    private readonly grid: WorkbookGrid,
    private readonly show: (cell: CellAddress) => void,
  ) {}

  read(): Promise<WorkbookGrid> {
    return Promise.resolve(this.grid);
  }

  select(cell: CellAddress): Promise<void> {
    this.show(cell);
    return Promise.resolve();
  }

  readLooks(): Promise<readonly SheetLooks[]> {
    return refused();
  }

  readCells(): Promise<readonly CellState[]> {
    return refused();
  }

  write(): Promise<WriteReceipt> {
    return refused();
  }

  highlight(): Promise<MarkOutcome> {
    return refused();
  }

  clearHighlights(): Promise<MarkOutcome> {
    return refused();
  }

  /** A document keeps nothing for us. */
  loadState(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  saveState(): Promise<void> {
    return refused();
  }

  putSheet(): Promise<void> {
    return refused();
  }

  addSheets(): Promise<void> {
    return refused();
  }

  insertRows(): Promise<void> {
    return refused();
  }

  removeRows(): Promise<void> {
    return refused();
  }

  removeSheets(): Promise<void> {
    return refused();
  }

  /** Nobody edits it. */
  onEdit(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  /** Nobody looks at it: the listener is never called. */
  onActivate(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }
}

function refused(): Promise<never> {
  return Promise.reject(new HostError("readOnly"));
}
