/**
 * `npm run build [-- --base-url https://host/path]`: the add-in in dist/, with a manifest for that address.
 * The address is where the administrator will put the contents of dist/.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { manifestFor } from "./manifest-for.mjs";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { "base-url": { type: "string" } } });

const template = readFileSync(join(root, "manifest.xml"), "utf8");
let manifest;
try {
  manifest = manifestFor(template, values["base-url"]);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
await bundle(["product"]);
mkdirSync(join(root, "dist"), { recursive: true });
writeFileSync(join(root, "dist/manifest.xml"), manifest);
copyFileSync(join(root, "THIRD-PARTY-NOTICES.md"), join(root, "dist/THIRD-PARTY-NOTICES.txt"));
copyFileSync(join(root, "LICENSE"), join(root, "dist/LICENSE.txt"));
console.log(
  `dist/ is ready${values["base-url"] ? ` for ${values["base-url"]}` : " (manifest for https://localhost:3000)"}.`,
);
