/** `npm run -s check -- …`: the command line, from its bundle. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cliBundle } from "./cli-bundle.mjs";

await import(pathToFileURL(join(await cliBundle(), "lib/cli/main.js")).href);
