/**
 * `npm run docs:rules [-- --check]`: writes docs/rules, one page a rule and an index, from the rules and their examples.
 * With --check nothing is written: it fails where a page is missing, left over or not what would be written.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "./rule-pages/rule-pages";

const folder = join(import.meta.dirname, "../docs/rules");
const pages = rulePages();
mkdirSync(folder, { recursive: true });
const present = readdirSync(folder).filter((name) => name.endsWith(".md"));
const leftOver = present.filter((name) => !pages.has(name));
const stale = [...pages].filter(([name, text]) => !present.includes(name) || read(name) !== text);

if (process.argv.includes("--check")) {
  const names = [...leftOver, ...stale.map(([name]) => name)];
  if (names.length > 0) {
    console.error(`docs/rules is out of step (run npm run docs:rules): ${names.join(", ")}`);
    process.exitCode = 1;
  }
} else {
  for (const name of leftOver) rmSync(join(folder, name));
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  console.log(`docs/rules: ${pages.size} pages, ${stale.length} written, ${leftOver.length} removed.`);
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
