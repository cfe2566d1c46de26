import { HostError } from "../host/errors";
import { cliTexts } from "../text/cli";
import { documentTroubleText } from "../text/document";
import { fileTroubleText } from "../text/host-errors";
import { programFault } from "./program-fault";

/** Why a file could not be read, in Chinese. @param kind what it was taken for */
export function readingTrouble(error: unknown, kind: "workbook" | "document" = "workbook"): string {
  if (error instanceof HostError) {
    const { happened, kept, todo } = (kind === "document" ? documentTroubleText : fileTroubleText)(error);
    return happened + kept + todo;
  }
  switch (systemCode(error)) {
    case "ENOENT":
      return cliTexts.notFound;
    case "EISDIR":
      return cliTexts.isFolder;
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return cliTexts.noAccess;
    case undefined:
      return programFault(error);
    default:
      return cliTexts.unreadable;
  }
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
