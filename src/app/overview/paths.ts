/**
 * The folder all files lie in, with its slash: ["各单位/甲/a.xlsx", "各单位/乙.xlsx"] → "各单位/". "" where they share none.
 * Both kinds of slashes part names.
 */
export function commonFolder(files: readonly string[]): string {
  const [first, ...others] = files.map((file) => file.slice(0, lastSlash(file) + 1));
  if (first === undefined) return "";
  let folder = first;
  for (const other of others) {
    while (!other.startsWith(folder)) folder = folder.slice(0, lastSlash(folder.slice(0, -1)) + 1);
  }
  return folder;
}

/** A path as an overview shows it: below the folder all lie in. */
export function below(folder: string, file: string): string {
  return file.startsWith(folder) ? file.slice(folder.length) : file;
}

const lastSlash = (path: string): number => Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
