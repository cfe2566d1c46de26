import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { buildXlsx } from "../support/xlsx-builder";
import { partsOf } from "../support/xlsx-parts";
import { describeHostContract, type ContractSubject } from "./host-contract";

async function open(bytes: Uint8Array): Promise<ContractSubject> {
  const host = await openXlsx(bytes, "工作簿.xlsx");
  return {
    host,
    reopen: () => open(host.save()),
    fingerprint: () =>
      JSON.stringify(
        Object.entries(partsOf(host.save())).map(([name, data]) => [name, new TextDecoder().decode(data)]),
      ),
  };
}

describeHostContract("xlsx", (sheets) => open(buildXlsx({ sheets }, { calcChain: true })));
