import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments";
import { RULES } from "../../src/core/rules";
import { cliTexts } from "../../src/text/cli";
import { zh } from "../../src/text/zh";

const root = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const { scripts, engines } = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

const readme = read("README.md");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/in-excel.md",
  "docs/install.md",
  "docs/measured.md",
  "docs/method.md",
];

/** npm's own commands that need no script. */
const BUILT_IN = new Set(["ci", "cit", "test", "start", "stop", "install"]);

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  it("names only commands that exist", () => {
    const named = [...text.matchAll(/\bnpm (?:run (?:-s )?)?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
    const missing = named.filter((name) => !(name in scripts) && !BUILT_IN.has(name));
    expect(missing).toEqual([]);
  });

  it("names only node scripts and files that exist", () => {
    const files = [...text.matchAll(/`((?:src|test|scripts|assets|docs|fuzz|bench)\/[\w./-]+?)\/?`/g)].map(
      ([, f = ""]) => f,
    );
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it("links only to what is there", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const local = links.filter((target) => !/^(?:https?:|#)/.test(target)).map((target) => target.replace(/#.*/, ""));
    expect(local.filter((target) => !existsSync(join(root, normalize(join(dirname(page), target)))))).toEqual([]);
  });
});

describe("README.md", () => {
  it("tells to test as CI does", () => {
    const ci = read(".ci/run");
    expect(readme).toMatch(/^npm cit\b/m);
    expect(ci).toMatch(/^npm cit$/m);
    for (const name of ["lint", "typecheck", "build"]) expect(ci).toMatch(new RegExp(`^npm run ${name}\\b`, "m"));
    expect(scripts["demo"]).toBeDefined();
  });

  it("states the Node.js version package.json asks for, the number of rules and their families", () => {
    expect(`>=${/Node\.js (\d+\.\d+) or newer/.exec(readme)?.[1] ?? ""}`).toBe(engines.node);
    expect(/用 (\d+) 条规则/.exec(readme)?.[1]).toBe(String(RULES.length));
    const changelog = read("CHANGELOG.md");
    expect(/^- (\d+) rules within/m.exec(changelog)?.[1]).toBe(String(RULES.length));
    const families = new Set(RULES.map(({ id }) => id.replace(/-.*/, "").replace(/^Z0\d$/, "Z")));
    for (const family of families) expect(readme, family).toMatch(new RegExp(`^\\|[^|]*\\|[^|]*${family}`, "m"));
  });

  it("describes every script of package.json", () => {
    const told = (name: string) => readme.includes(`\`npm run ${name}`) || readme.includes(`npm ${name}\``);
    expect(Object.keys(scripts).filter((name) => !told(name))).toEqual(["dev-server", "icons"]);
  });

  it("lists exactly the options of the command line", () => {
    const documented = [...readme.matchAll(/^\| `(--[a-z]+)/gm)].map(([, option]) => option);
    const helped = [...cliTexts.help.matchAll(/^ {2}(--[a-z]+)/gm)].map(([, option]) => option);
    expect(helped.length).toBeGreaterThan(4);
    expect([...documented].sort()).toEqual([...helped].sort());
  });

  it("shows only command lines that the checker takes", () => {
    const lines = [...readme.matchAll(/^npm run -s check -- (.+)$/gm)].map(([, line = ""]) => line.split(" "));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(parseArguments(line), line.join(" ")).toMatchObject({ kind: "check" });
  });

  it("calls buttons and tabs by the names they have", () => {
    const names = [zh.head.check, zh.head.recheck, zh.head.live, zh.highlight.on, zh.highlight.off, zh.tabs.filling];
    for (const name of [...names, zh.tabs.selfEvaluation, zh.tabs.narrative]) expect(readme).toContain(`**${name}**`);
  });
});

describe("docs/install.md", () => {
  it("names the permission and the folder the manifest has", () => {
    const manifest = read("manifest.xml");
    const page = read("docs/install.md");
    expect(manifest).toContain("<Permissions>ReadWriteDocument</Permissions>");
    expect(page).toContain("`ReadWriteDocument`");
    for (const label of ["决算公开助手", "立即检查"]) {
      expect(manifest).toContain(label);
      expect(page).toContain(label);
    }
  });

  it("shows a registry file that names one catalogue twice", () => {
    const ids = [...read("docs/install.md").matchAll(/\{[0-9a-f-]{36}\}/g)].map(([id]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
