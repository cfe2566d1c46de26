/** `npm run release`: builds what is handed to an office without Node, into out/release. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildProduct } from "./build-product.mjs";
import { makeRelease } from "./release/make-release.mjs";

const root = join(import.meta.dirname, "..");
const out = join(root, "out/release");
const dist = join(out, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

rmSync(out, { recursive: true, force: true });
console.log("正在生成，首次需一两分钟…");
await buildProduct(dist, undefined, (told) => console.log(told));
for (const path of await makeRelease(dist, version, out)) console.log(path);
rmSync(dist, { recursive: true });
