/** Writes to standard output and waits until a slow reader has taken it, so that nothing piles up in memory. */
export function print(text: string): Promise<void> {
  if (text === "") return Promise.resolve();
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

/** Writes a line to standard error about a file, folder or pattern. */
export function warn(what: string, message: string): void {
  process.stderr.write(`${what}：${message}\n`);
}
