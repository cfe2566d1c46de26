import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveStatic, type StaticServer } from "../../scripts/serve-static.mjs";

describe("serveStatic", () => {
  const folder = mkdtempSync(join(tmpdir(), "serve-static-"));
  let server: StaticServer;

  beforeAll(async () => {
    mkdirSync(join(folder, "site/pane"), { recursive: true });
    writeFileSync(join(folder, "site/index.html"), "<p>表</p>");
    writeFileSync(join(folder, "site/pane/taskpane.js"), "1");
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(folder, "site-secret.txt"), "secret");
    server = await serveStatic(join(folder, "site"), 0);
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Asks with the path exactly as given; `fetch` would tidy it up first. */
  const get = (path: string) =>
    new Promise<{ status: number | undefined; headers: Readonly<Record<string, unknown>> }>((resolve, reject) => {
      const { port } = new URL(server.address);
      request({ host: "127.0.0.1", port, path }, (answer) => {
        answer.resume().on("end", () => resolve({ status: answer.statusCode, headers: answer.headers }));
      })
        .on("error", reject)
        .end();
    });

  it.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/index.html?_host_Info=Excel$Win32$16.01$zh-CN$$$$0", 200, "text/html; charset=utf-8"],
    ["/pane/taskpane.js", 200, "text/javascript; charset=utf-8"],
    ["/pane", 404, "text/plain"],
    ["/missing.js", 404, "text/plain"],
    ["/../secret.txt", 404, "text/plain"],
    ["/%2e%2e/secret.txt", 404, "text/plain"],
    ["/..%2fsecret.txt", 404, "text/plain"],
    ["/pane/..%2f..%2fsecret.txt", 404, "text/plain"],
    ["/..%2fsite-secret.txt", 404, "text/plain"],
  ])("answers %s with %i", async (path, status, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers["content-type"]]).toEqual([status, type]);
  });

  it.each(["/", "/missing.js", "/%"])("sends the policy with every answer (%s)", async (path) => {
    const { headers } = await get(path);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toContain("unsafe-eval");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});
