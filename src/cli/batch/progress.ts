import { cliTexts } from "../../text/cli";

/** Says on standard error how far the checking is: one changing line on a terminal, a line now and then elsewhere. */
export class Progress {
  private done = 0;
  private isShown = false;

  /** @param wanted say it although standard error is no terminal */
  constructor(
    private readonly all: number,
    private readonly wanted: boolean,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** One more file is done. */
  advance(): void {
    this.done += 1;
    if (this.all < 2) return;
    if (this.stream.isTTY) {
      this.isShown = this.done < this.all;
      if (this.isShown) this.stream.write(`\r${cliTexts.progress(this.done, this.all)}`);
    } else if (this.wanted && this.stepOf(this.done) > this.stepOf(this.done - 1)) {
      this.stream.write(`${cliTexts.progress(this.done, this.all)}\n`);
    }
  }

  /** Takes the changing line away, so that other lines can be written. */
  clear(): void {
    if (this.isShown) this.stream.write("\r\u001b[K");
    this.isShown = false;
  }

  /** Twentieths that are done. */
  private stepOf(done: number): number {
    return Math.floor((done * 20) / this.all);
  }
}
