import type { ExcelBuild } from "./builds";
import type { Handle } from "./handle";
import type { WorkbookModel } from "./model/workbook-model";

/** What lasts as long as one pane is connected: the objects it keeps and the events it listens to. */
export class Session {
  private readonly kept = new Map<string, Handle>();
  private readonly keptIds = new WeakMap<Handle, string>();
  /** Names of events with at least one registration ("_RegisterDataChangedEvent" → "DataChanged"). */
  readonly registrations = new Map<string, number>();
  private nextReference = 1;

  constructor(
    readonly workbook: WorkbookModel,
    readonly build: ExcelBuild,
  ) {}

  /** Keeps an object under a reference id of its own. */
  keep(handle: Handle): void {
    if (this.keptIds.has(handle)) return;
    const id = `ref-${this.nextReference++}`;
    this.kept.set(id, handle);
    this.keptIds.set(handle, id);
  }

  referenceId(handle: Handle): string | undefined {
    return this.keptIds.get(handle);
  }

  keptObject(id: string): Handle | undefined {
    return this.kept.get(id);
  }

  release(id: string): void {
    this.kept.delete(id);
  }

  /** Number of objects the pane keeps alive: grows without end where an adapter leaks. */
  get keptCount(): number {
    return this.kept.size;
  }

  register(event: string): void {
    this.registrations.set(event, (this.registrations.get(event) ?? 0) + 1);
  }

  unregister(event: string): void {
    this.registrations.set(event, Math.max(0, (this.registrations.get(event) ?? 0) - 1));
  }
}
