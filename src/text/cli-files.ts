const quoted = (paths: readonly string[]): string => paths.map((path) => `“${path}”`).join("、");

/** Texts of the command line about the files it writes. */
export const filesTexts = {
  /** Why a file was kept, and where the new ones went. */
  kept: {
    input: (kept: string, written: readonly string[]): string =>
      `“${kept}”是本次读取的文件，不会覆盖；新的写为${quoted(written)}。`,
    readOnly: (kept: string, written: readonly string[]): string =>
      `“${kept}”设为只读，已保留；新的写为${quoted(written)}（--force 覆盖）。`,
    foreign: (kept: string, written: readonly string[]): string =>
      `“${kept}”不是本程序写出的，或写出后改动过，已保留；新的写为${quoted(written)}（--force 覆盖）。`,
  },
  diskFull: (path: string): string => `未能写出“${path}”：磁盘已满。原有文件都未改动，请腾出空间或换一个目录。`,
  noPermission: (path: string): string =>
    `未能写出“${path}”：没有写入权限，或磁盘、目录是只读的。原有文件都未改动，请换一个目录。`,
  inUse: (path: string): string => `未能写出“${path}”：它正被其他程序使用。原有文件都未改动，请关闭后再试。`,
  isFolder: (path: string): string => `未能写出“${path}”：同名的文件夹已经存在。原有文件都未改动，请换一个名称。`,
  folderIsFile: (path: string): string =>
    `未能写出“${path}”：它所在的目录不是文件夹，或已没有可用的名称。原有文件都未改动，请换一个目录。`,
  nameTooLong: (path: string): string => `未能写出“${path}”：名称过长。原有文件都未改动，请换一个目录或名称。`,
  failed: (path: string): string => `未能写出“${path}”。原有文件都未改动，请确认磁盘可用，或换一个目录。`,
} as const;
