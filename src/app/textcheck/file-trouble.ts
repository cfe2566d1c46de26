import type { HostError } from "../../host/errors";
import { textCheckTexts } from "../../text/textcheck";
import { troubleText } from "../../text/trouble";

/** Why a chosen text file could not be read, and what to do (Chinese). */
export function textFileTrouble(error: HostError): string {
  switch (error.code) {
    case "notAWorkbook":
      return textCheckTexts.notText;
    case "password":
      return textCheckTexts.password;
    case "damaged":
      return textCheckTexts.damaged;
    case "tooLarge":
      return textCheckTexts.tooLarge;
    default:
      return textCheckTexts.fileTrouble(troubleText("check", error));
  }
}
