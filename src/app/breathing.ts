/** Milliseconds of work after which the page gets to draw and to answer. */
const BREATH_MS = 40;

/**
 * Makes a question to ask between the steps of long work on the page's thread: where some time has passed since the
 * last break it answers a promise to wait for, so that nothing is ever blocked for long.
 * @param now milliseconds, a clock
 */
export function breathing(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let last = now();
  return () => {
    if (now() - last < BREATH_MS) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        last = now();
        resolve();
      }, 0),
    );
  };
}
