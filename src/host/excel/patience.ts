import { HostError } from "../errors";

export const NO_ANSWER = "no answer";

/** Into how many turns of the event loop the time is cut. */
const TURNS = 20;

/**
 * Waits for an answer no longer than a given time without a sign of life. Counts turns of the event loop, not the clock
 * alone: while the pane itself is busy no answer can come in, and a whole minute of that is one turn.
 */
export class Patience {
  private turns = 0;

  /** @param milliseconds how long silence may last */
  constructor(private readonly milliseconds: number) {}

  /** A sign of life: the time starts again. */
  renew(): void {
    this.turns = 0;
  }

  /** What the work comes to. @throws HostError `busy` where it stays silent for too long */
  async with<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setInterval> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        this.turns += 1;
        if (this.turns >= TURNS) reject(new HostError("busy", { technical: NO_ANSWER }));
      }, this.milliseconds / TURNS);
    });
    return await Promise.race([work, silence]).finally(() => clearInterval(timer));
  }
}
