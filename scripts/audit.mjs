/**
 * `npm run audit`: known weaknesses of the packages, where the registry npm is set to tells of any; says so where it does
 * not. Exit code 1 where one is known in a package whose code is passed on, or a high one in a tool.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ readonly code: 0 | 1, readonly lines: readonly string[] }} Judgement */

const GRAVE = new Set(["high", "critical"]);

/**
 * What npm's answer comes to.
 * @param {string} json output of `npm audit --json`
 * @param {ReadonlySet<string>} shipped names of the packages whose code is passed on
 * @returns {Judgement}
 */
export function judgeAudit(json, shipped) {
  let answer;
  try {
    answer = JSON.parse(json);
  } catch {
    answer = {};
  }
  if (!answer.vulnerabilities) {
    const reason = answer.message ?? answer.error?.summary ?? "no answer";
    return { code: 0, lines: [`not audited: the registry in use does not tell of weaknesses (${reason})`] };
  }
  const known = Object.values(answer.vulnerabilities).map(({ name, severity }) => ({
    name,
    severity,
    counts: shipped.has(name) || GRAVE.has(severity),
  }));
  const lines = known.map(({ name, severity, counts }) => `${counts ? "FAILED" : "noted "} ${name}: ${severity}`);
  return {
    code: known.some(({ counts }) => counts) ? 1 : 0,
    lines: [...lines, `${known.length} packages with weaknesses`],
  };
}

/** Names of the packages whose code is passed on. */
function shippedPackages() {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8"));
  return new Set(
    Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
      .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)),
  );
}

if (process.argv[1] === import.meta.filename) {
  const shell = process.platform === "win32";
  const { stdout } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8", shell, maxBuffer: 2 ** 26 });
  const { code, lines } = judgeAudit(stdout ?? "", shippedPackages());
  for (const line of lines) console.log(line);
  process.exitCode = code;
}
