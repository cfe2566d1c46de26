/**
 * `npm run demo [-- --port 5010]`: builds the add-in and the demo page and serves them on this machine. The pane in
 * the demo is the very files that dist/ ships, under the policy they ship with.
 */
import { parseArgs } from "node:util";
import { buildDemo, DEMO_FOLDER } from "./build-demo.mjs";
import { serveStatic } from "./serve-static.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "5010" } } });

console.log("正在生成演示页面，首次约需一分钟…");
await buildDemo();
const { address } = await serveStatic(DEMO_FOLDER, Number(values.port)).catch((error) => {
  if (error.code === "EADDRINUSE") return serveStatic(DEMO_FOLDER, 0);
  throw error;
});
console.log(`演示页面：${address}（按 Ctrl+C 结束）`);
