import { HostError } from "../host/errors";

/** A file the user picked. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Far more than any 情况说明 or its template has; what is larger is another file. */
const TEXT_BYTES = 5 * 1024 * 1024;

/**
 * The text of a file in UTF-8, UTF-16 or, as older editors save it, GB 18030.
 * @throws HostError `tooLarge`; `notAWorkbook` where it is no text
 */
export function decodeTextFile(bytes: Uint8Array): string {
  if (bytes.length > TEXT_BYTES) throw new HostError("tooLarge", { technical: `${bytes.length} bytes of text` });
  const text = decode(bytes);
  if (text.includes("\u0000")) throw new HostError("notAWorkbook", { format: "other" });
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
