/**
 * `node scripts/set-up.mjs`: `npm ci` for those who watch. npm itself says nothing for minutes; this says what is under way and
 * how far it is. No package's install script is needed or run.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const EVERY_MS = 10_000;

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const folders = Object.entries(lock.packages)
  .filter(([path, { optional, devOptional }]) => path !== "" && !optional && !devOptional)
  .map(([path]) => join(root, path, "package.json"));

console.log(`正在安装 ${folders.length} 个软件包，需几分钟，不改动本目录以外的文件…`);
const npm = spawn("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});
const started = Date.now();
const timer = setInterval(() => {
  const done = folders.filter((path) => existsSync(path)).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  // npm fetches everything before it writes the first package.
  const stage = done === 0 ? "正在下载" : done < folders.length ? `已写入 ${done} 个软件包` : "正在收尾";
  console.log(`${seconds} 秒：${stage}`);
}, EVERY_MS);
const [code] = await once(npm, "exit");
clearInterval(timer);
process.exitCode = code ?? 1;
