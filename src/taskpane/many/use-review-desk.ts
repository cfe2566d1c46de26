import { useSyncExternalStore } from "react";
import { ReviewDesk, type ReviewState } from "../../app/many/review-desk";
import { pdfAssets } from "../document/pdf-assets";

let desk: ReviewDesk | undefined;

/** The one desk of the page: what was checked is still there when the part is opened again. */
export function useReviewDesk(): { readonly desk: ReviewDesk; readonly state: ReviewState } {
  const own = (desk ??= new ReviewDesk(pdfAssets()));
  return { desk: own, state: useSyncExternalStore(own.subscribe, own.getState) };
}
