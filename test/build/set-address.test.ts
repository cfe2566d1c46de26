import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestFor } from "../../scripts/manifest-for.mjs";

const root = join(import.meta.dirname, "../..");
const scripts = join(root, "scripts/release");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

const GOOD = [
  "https://jscw.example.gov.cn/addin",
  "https://jscw.example.gov.cn/addin/",
  "https://10.1.2.3:8443",
  "https://jscw.example.gov.cn/%E5%86%B3%E7%AE%97/a_b~c",
];
const BAD = [
  "",
  "http://jscw.example.gov.cn/addin",
  "https://",
  "https:///addin",
  "https://a.cn/决算",
  "https://a.cn/addin?x=1",
  "https://a.cn/a b",
  'https://a.cn/"/><x',
  "https://a.cn/a|e id",
  "https://a.cn/a&b",
  "https://user@a.cn/",
  "https://a.cn/ok\nhttps://b.cn/ok",
];

/** The administrator's scripts, in a folder laid out as the release is. */
describe("setting the address without Node", () => {
  const folder = mkdtempSync(join(tmpdir(), "set-address-"));
  const written = () => readFileSync(join(folder, "addin/manifest.xml"), "utf8");

  beforeAll(() => {
    mkdirSync(join(folder, "addin"));
    cpSync(join(root, "manifest.xml"), join(folder, "manifest-template.xml"));
    cpSync(join(scripts, "set-address.sh"), join(folder, "set-address.sh"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(GOOD)(
    "the shell script writes the manifest that the build would write for %s, one after the other",
    (address) => {
      execFileSync("sh", [join(folder, "set-address.sh"), address]);
      expect(written()).toBe(manifestFor(manifest, address));
    },
  );

  it.each(BAD)("the shell script refuses %j and leaves the manifest alone", (address) => {
    execFileSync("sh", [join(folder, "set-address.sh"), "https://before.example"]);
    const before = written();
    const run = spawnSync("sh", [join(folder, "set-address.sh"), address], { encoding: "utf8" });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("地址须以 https:// 开头");
    expect(written()).toBe(before);
  });

  it("the PowerShell script takes the same addresses", () => {
    const [, pattern = ""] = /-cnotmatch '([^']+)'/.exec(readFileSync(join(scripts, "set-address.ps1"), "utf8")) ?? [];
    const taken = new RegExp(pattern);
    const trimmed = (address: string) => address.trim().replace(/\/*$/, "");
    expect(GOOD.filter((address) => !taken.test(trimmed(address)))).toEqual([]);
    expect(BAD.filter((address) => taken.test(trimmed(address)))).toEqual([]);
  });
});
