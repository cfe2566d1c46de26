/** `npx tsx scripts/build-hostile-files.ts FOLDER`: writes the hostile files of the tests into a folder, to look at or to try. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hostileFiles, largeFile } from "../test/support/hostile-files";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder");
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of hostileFiles()) writeFileSync(join(folder, name), bytes);
writeFileSync(join(folder, "很大.xlsx"), largeFile());
