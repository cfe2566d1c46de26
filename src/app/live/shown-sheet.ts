import type { WorkbookHost } from "../../host/port";

/** Follows which sheet the user turns to. Where the pane itself turned to one, nobody is told. */
export class ShownSheet {
  #stop: (() => Promise<void>) | undefined;
  #turningTo: string | undefined;

  constructor(private readonly host: WorkbookHost) {}

  /** The pane is about to show this sheet: a list must not change because one of its cells is looked at. */
  turnTo(sheet: string): void {
    this.#turningTo = sheet;
  }

  /** Tells the sheet shown now and every one the user turns to. @throws HostError */
  async follow(listener: (sheet: string) => void): Promise<void> {
    this.#turningTo = undefined;
    this.#stop = await this.host.onActivate((sheet) => {
      const isOurs = this.#turningTo === sheet;
      this.#turningTo = undefined;
      if (!isOurs) listener(sheet);
    });
  }

  /** Follows no longer. @throws HostError */
  async leave(): Promise<void> {
    const stop = this.#stop;
    this.#stop = undefined;
    await stop?.();
  }
}
