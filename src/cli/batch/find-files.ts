import { readdirSync, statSync, type Dirent } from "node:fs";
import { join, resolve } from "node:path";
import { isPattern, matcher } from "./patterns";

/** What the command line's files, folders and patterns come to. */
export interface FoundFiles {
  /** In the order given, folders in the order of their names; each file once. */
  readonly files: readonly string[];
  /** Folders and patterns without any workbook or published document. */
  readonly empty: readonly string[];
  /** Workbooks of older or other formats in folders: not checked, and said so. */
  readonly passedOver: readonly string[];
}

const CHECKED = /\.(?:xls[xm]|pdf)$/i;
const OTHER_FORMAT = /\.(?:xls|xlsb|et|ods)$/i;
/** Lock files of Excel (~$) and shadow files of the Mac (._). */
const NO_DOCUMENT = /^(?:~\$|\.)/;

/**
 * Files to check. A folder gives its .xlsx, .xlsm and .pdf files, subfolders included; a pattern (*, ?, **) what matches it;
 * anything else is taken as a file, whether or not it exists.
 * @param leaveOut files and folders of ours (copies, overviews) that folders and patterns must not yield
 * @param isOurs whether a file is one that an earlier run wrote, which they must not yield either
 */
export function findFiles(
  inputs: readonly string[],
  leaveOut: readonly string[],
  isOurs: (file: string) => boolean = () => false,
): FoundFiles {
  const files = new Map<string, string>();
  const empty: string[] = [];
  const passedOver = new Set<string>();
  const out = leaveOut.map((path) => resolve(path));
  const add = (file: string): unknown => files.set(resolve(file), files.get(resolve(file)) ?? file);
  for (const input of inputs) {
    const kind = kindOf(input);
    if (kind === "file" || (kind === "none" && !isPattern(input))) {
      add(input);
      continue;
    }
    const { folder, matches } = kind === "folder" ? { folder: input, matches: () => true } : matcher(input);
    const listed = documentsIn(folder, out).filter(matches);
    const found = listed.filter((file) => CHECKED.test(file) && !isOurs(file));
    for (const file of found) add(file);
    const others = listed.filter((file) => OTHER_FORMAT.test(file));
    for (const file of others) passedOver.add(file);
    if (found.length + others.length === 0) empty.push(input);
  }
  return { files: [...files.values()], empty, passedOver: [...passedOver] };
}

/** All documents below a folder, by name; a folder that cannot be read has none. Links to folders are not followed. */
function documentsIn(folder: string, leaveOut: readonly string[]): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = folder === "" ? entry.name : join(folder, entry.name);
    if (NO_DOCUMENT.test(entry.name) || leaveOut.includes(resolve(path))) return [];
    if (entry.isDirectory()) return documentsIn(path, leaveOut);
    return entry.isFile() || (entry.isSymbolicLink() && kindOf(path) === "file") ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    const entries = readdirSync(folder === "" ? "." : folder, { withFileTypes: true });
    return entries.sort((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true }));
  } catch {
    return [];
  }
}

function kindOf(path: string): "file" | "folder" | "none" {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}
