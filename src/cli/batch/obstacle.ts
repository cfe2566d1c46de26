/** A file that cannot be used as the command line asks, and why. */
export interface Obstacle {
  readonly file: string;
  readonly message: string;
}
