import { useSyncExternalStore } from "react";
import { DocumentDesk, type DeskState } from "../../app/document/document-desk";
import { pdfAssets } from "./pdf-assets";

let desk: DocumentDesk | undefined;

/** The one desk of the page: what was checked is still there when the part is opened again. */
export function useDesk(): { readonly desk: DocumentDesk; readonly state: DeskState } {
  const own = (desk ??= new DocumentDesk(pdfAssets()));
  return { desk: own, state: useSyncExternalStore(own.subscribe, own.getState) };
}
