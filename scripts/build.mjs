/**
 * `npm run build [-- --base-url https://host/path]`: the add-in and 网页版 in dist/, with a manifest for that address.
 * The address is where the administrator will put the contents of dist/.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildProduct } from "./build-product.mjs";

const { values } = parseArgs({ options: { "base-url": { type: "string" } } });

try {
  await buildProduct(join(import.meta.dirname, "../dist"), values["base-url"]);
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exit(2);
}
console.log(
  `dist/ is ready${values["base-url"] ? ` for ${values["base-url"]}` : " (manifest for https://localhost:3000)"}.`,
);
