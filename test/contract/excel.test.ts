import { afterEach } from "vitest";
import { ExcelEmulator } from "../../src/emulator/excel-emulator";
import type { WorkbookContents } from "../../src/emulator/model/content";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { createExcelHost } from "../../src/host/excel/excel-host";
import { emulatedContents } from "../support/emulated-workbook";
import { loadOfficeRuntime, type LoadedRuntime } from "../support/office-runtime";
import { describeHostContract, type ContractSubject } from "./host-contract";

let runtime: LoadedRuntime | undefined;

afterEach(() => {
  runtime?.unload();
  runtime = undefined;
});

async function open(contents: WorkbookContents): Promise<ContractSubject> {
  runtime?.unload();
  const workbook = new WorkbookModel(contents);
  runtime = await loadOfficeRuntime(new ExcelEmulator(workbook));
  return {
    host: createExcelHost(),
    reopen: () => open(JSON.parse(JSON.stringify(workbook.contents())) as WorkbookContents),
    fingerprint: () => JSON.stringify(workbook.contents()),
  };
}

describeHostContract("Excel", (sheets) => open(emulatedContents(sheets)));
