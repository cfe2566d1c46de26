import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A shipped template by its name; undefined where there is none. */
export function shippedAsset(name: string): Uint8Array<ArrayBuffer> | undefined {
  const path = join(process.cwd(), "assets/templates", name);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}
