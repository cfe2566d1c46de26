import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".xml": "text/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const policy = JSON.parse(readFileSync(join(import.meta.dirname, "content-security-policy.json"), "utf8"));

/** The headers every answer carries; sample configurations for real servers repeat them. */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": `${Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ")}; frame-ancestors 'self'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/**
 * A plain static server, on this machine only, under the product's content security policy.
 * @param {string} root folder to serve
 * @param {number} port 0 for any free one
 * @returns {Promise<{ readonly address: string, close(): Promise<void> }>} rejects with EADDRINUSE where the port is taken
 */
export async function serveStatic(root, port) {
  const folder = resolve(root) + sep;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      response.writeHead(500, SECURITY_HEADERS).end();
    });
  });

  async function answer(request, response) {
    const file = await locate(new URL(request.url ?? "/", "http://localhost").pathname);
    if (file === undefined) {
      response.writeHead(404, { ...SECURITY_HEADERS, "Content-Type": "text/plain" }).end("not found");
      return;
    }
    const body = await readFile(file);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { ...SECURITY_HEADERS, "Content-Type": type, "Cache-Control": "no-cache" });
    response.end(request.method === "HEAD" ? undefined : body);
  }

  /** The file an address stands for, or undefined; never one outside the folder. */
  async function locate(pathname) {
    const path = decodeURIComponent(pathname);
    const file = resolve(folder, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    if (!file.startsWith(folder)) return undefined;
    const found = await stat(file).catch(() => undefined);
    return found?.isFile() ? file : undefined;
  }

  await new Promise((listening, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => listening());
  });
  return {
    address: `http://localhost:${server.address().port}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
