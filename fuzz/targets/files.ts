import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { HostError } from "../../src/host/errors";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { buildXlsx, zipParts } from "../../test/support/xlsx-builder";
import { target, type Target } from "../target";
import { CASES, randomWorkbook } from "../workbooks";

const sample = new Uint8Array(readFileSync(join(import.meta.dirname, "../../assets/samples/sample.xlsx")));
const small = buildXlsx({ sheets: CASES[0]?.sheets.slice(0, 2) ?? [] }, { calcChain: true });
const parts = unzipSync(small);
const xmlNames = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));

/** Opens a file and does to it whatever a host does. Anything but a typed refusal is a failure. */
async function work(bytes: Uint8Array): Promise<void> {
  try {
    const host = await openXlsx(bytes);
    const { sheets } = await host.read();
    await host.loadState();
    await host.clearHighlights();
    const name = sheets[0]?.name;
    if (name === undefined) return;
    const cell = { sheet: name, row: 3, column: 1 };
    await host.highlight([{ cell, severity: "error", role: "suspect" }]);
    await host.write([{ cell, content: "=1+1", isFormula: false }]);
    await openXlsx(host.save());
  } catch (error) {
    if (!(error instanceof HostError) || error.code === "unknown") throw error;
  }
}

const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });

const SNIPPETS = [
  "",
  "<",
  ">",
  '"',
  "&",
  "&#0;",
  "&#xFFFFFFFF;",
  "<!DOCTYPE a [<!ENTITY e 'e'>]>",
  "&e;",
  "]]>",
  "<x:c/>",
  'r="A0"',
  't="s"',
  's="-1"',
  "</row>",
];

/** Files as bytes: flipped, cut, patched together and with one part rewritten. */
export const FILES: readonly Target[] = [
  target(
    "flipped bytes",
    60,
    fc.tuple(fc.constantFrom(sample, small), flips, fc.option(fc.nat())),
    ([file, changes, cut]) => {
      const bytes = file.slice();
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return work(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
    },
  ),
  target(
    "rewritten parts",
    60,
    fc.tuple(fc.constantFrom(...xmlNames), fc.nat(), fc.nat(200), fc.constantFrom(...SNIPPETS)),
    ([name, at, length, snippet]) => {
      const text = strFromU8(parts[name] ?? new Uint8Array());
      const start = at % Math.max(1, text.length);
      return work(zipParts({ ...parts, [name]: text.slice(0, start) + snippet + text.slice(start + length) }));
    },
  ),
  target("written and read again", 40, randomWorkbook, async (grid) => {
    const sheets = grid.sheets.map((sheet, i) => ({ ...sheet, name: `表${String(i)}` }));
    if (sheets.length > 0) await work(buildXlsx({ sheets }));
  }),
];
