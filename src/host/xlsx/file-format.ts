import { HostError, type FileFormat } from "../errors";
import { LIMITS } from "./limits";

/**
 * Refuses what is no .xlsx package by its first bytes, saying what it is instead.
 * @throws HostError `notAWorkbook` with the format found, `password`, `damaged`, `tooLarge`.
 */
export function assertPackage(bytes: Uint8Array): void {
  if (bytes.length > LIMITS.fileBytes) throw new HostError("tooLarge", { technical: `${bytes.length} bytes` });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    if (includesUtf16(bytes, "EncryptedPackage")) throw new HostError("password", { format: "xlsx" });
    throw new HostError("notAWorkbook", { format: includesUtf16(bytes, "Workbook") ? "xls" : "other" });
  }
  throw new HostError("notAWorkbook", { format: textFormat(bytes) });
}

function textFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return "empty";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  if (head.startsWith("%PDF-")) return "pdf";
  // BIFF 2 to 5 streams without an OLE container.
  if (/^\u0009[\u0000\u0002\u0004\u0008]/.test(head)) return "xls";
  const text = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (text === "") return "empty";
  if (/^<(?:!doctype\s+html|html|table|meta|style|head)\b/i.test(text) || /<table\b/i.test(text)) return "html";
  if (/^<\?xml/.test(text)) return "xml";
  return head.includes("\u0000") ? "other" : "csv";
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

/** Whether the bytes hold the word in UTF-16LE, as OLE directories spell stream names. */
function includesUtf16(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < word.length && bytes[at + 2 * i] === word.charCodeAt(i) && bytes[at + 2 * i - 1] === 0) i++;
    if (i === word.length) return true;
  }
  return false;
}
