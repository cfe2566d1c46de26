import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { zh } from "../../src/text/zh";
import { offlineContext, type OfflineContext } from "./browser";
import { openInExcel } from "./excel-around-page";
import { servePlainly } from "./plain-server";

/** A file of the add-in that a page asked the server for. */
export interface LoadedFile {
  /** Below the add-in's folder ("taskpane.js"). */
  readonly path: string;
  /** Bytes as a server that packs sends them. */
  readonly gzip: number;
}

/** The pane opened in Excel, and what it has fetched so far. */
export interface OpenedPane {
  readonly page: Page;
  readonly loaded: () => Promise<readonly LoadedFile[]>;
  readonly refused: OfflineContext["refused"];
  close(): Promise<void>;
}

/**
 * Opens the pane of a built add-in on a workbook with nothing kept in it, and waits until it rests: drawn, nothing under
 * way any more, nothing clicked.
 * @param dist the folder an administrator copies to a server
 */
export async function openPane(browser: Browser, dist: string): Promise<OpenedPane> {
  const server = await servePlainly(dist);
  const { context, refused } = await offlineContext(browser);
  const page = await context.newPage();
  const answers: Promise<LoadedFile>[] = [];
  page.on("response", (response) => {
    const path = response.url().replace(server.address, "").replace(/\?.*$/, "");
    answers.push(response.body().then((body) => ({ path, gzip: gzipSync(body).length })));
  });
  const values = [["收入支出决算总表"]];
  const workbook = WorkbookModel.fromGrid({ sheets: [{ name: "一", top: 0, left: 0, values }] });
  await openInExcel(page, `${server.address}taskpane.html`, workbook);
  await page.getByRole("button", { name: zh.head.check, exact: true }).waitFor();
  await page.waitForLoadState("networkidle");
  return {
    page,
    refused,
    loaded: () => Promise.all(answers),
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** Packed bytes of what is ours: Microsoft's office.js left out. */
export function ownBytes(files: readonly LoadedFile[]): number {
  return files.filter(({ path }) => !path.startsWith("office/")).reduce((sum, { gzip }) => sum + gzip, 0);
}
