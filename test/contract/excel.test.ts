import { afterEach } from "vitest";
import { BUILDS, type ExcelBuild } from "../../src/emulator/builds";
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

async function open(contents: WorkbookContents, build: ExcelBuild): Promise<ContractSubject> {
  runtime?.unload();
  const workbook = new WorkbookModel(contents);
  runtime = await loadOfficeRuntime(new ExcelEmulator(workbook, build));
  return {
    host: createExcelHost(),
    reopen: () => open(JSON.parse(JSON.stringify(workbook.contents())) as WorkbookContents, build),
    fingerprint: () => JSON.stringify(workbook.contents()),
  };
}

for (const build of BUILDS) {
  describeHostContract(`Excel ${build.name}`, (sheets) => open(emulatedContents(sheets), build));
}
