import type { ReactNode } from "react";

/** What stands in the strip while a lesson's workbook is made. */
export function Preparing({ region, text }: { readonly region: string; readonly text: string }): ReactNode {
  return (
    <section className="demo-lesson" aria-label={region} aria-busy>
      <p>{text}</p>
      <progress aria-label={text} />
    </section>
  );
}
