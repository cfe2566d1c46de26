import { Session } from "node:inspector/promises";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Functions of the product that were loaded and those of them that ran, each by file and place. */
export interface Coverage {
  readonly loaded: readonly string[];
  readonly ran: readonly string[];
}

const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));

/** Counts from now on which functions run. @returns what tells how far it came */
export async function startCoverage(): Promise<() => Promise<Coverage>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: false });
  return async () => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const functions = result
      .filter(({ url }) => url.startsWith("file:"))
      .map(({ url, functions: all }) => ({ file: fileURLToPath(url.replace(/\?.*$/, "")), all }))
      .filter(({ file }) => file.startsWith(SOURCES))
      .flatMap(({ file, all }) =>
        all.flatMap(({ ranges: [range] }) =>
          range
            ? [{ id: `${file.slice(SOURCES.length).replaceAll(sep, "/")}:${String(range.startOffset)}`, range }]
            : [],
        ),
      );
    const ran = functions.filter(({ range }) => range.count > 0).map(({ id }) => id);
    return { loaded: functions.map(({ id }) => id), ran };
  };
}
