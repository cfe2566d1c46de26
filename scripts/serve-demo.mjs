/**
 * `npm run demo [-- --port 5010]`: builds the add-in and 网页版 and serves them on this machine, on a sample. The pane is
 * the very files that dist/ ships, under the policy they ship with.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildProduct } from "./build-product.mjs";
import { serveStatic } from "./serve-static.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "5010" } } });
const folder = join(import.meta.dirname, "../out/product");

console.log("正在生成演示页面，首次需一两分钟…");
await buildProduct(folder, undefined, (told) => console.log(told));
const { address } = await serveStatic(folder, Number(values.port)).catch((error) => {
  if (error.code === "EADDRINUSE") return serveStatic(folder, 0);
  throw error;
});
console.log(`演示页面：${address}web/#demo（按 Ctrl+C 结束）`);
