import { filesTexts } from "../../text/cli-files";

/** Why a file could not be written, in Chinese, from the file system's error. */
export function writingTrouble(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return filesTexts.diskFull(path);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return filesTexts.noPermission(path);
    case "EBUSY":
    case "ETXTBSY":
      return filesTexts.inUse(path);
    case "EISDIR":
    case "ENOTEMPTY":
      return filesTexts.isFolder(path);
    case "ENOTDIR":
    case "EEXIST":
      return filesTexts.folderIsFile(path);
    case "ENAMETOOLONG":
      return filesTexts.nameTooLong(path);
    default:
      return filesTexts.failed(path);
  }
}
