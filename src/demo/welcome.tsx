import type { ReactNode } from "react";
import { DEMO_TEXT } from "../text/demo";

/** What stands in the page before a workbook is open: what can be done here, and what cannot. */
export function Welcome({ children }: { readonly children: ReactNode }): ReactNode {
  const { title, can, cannot, able, unable } = DEMO_TEXT.welcome;
  return (
    <section className="demo-welcome" aria-label={title}>
      <h2>{title}</h2>
      <p className="demo-welcome-actions">{children}</p>
      <h3>{can}</h3>
      <Lines lines={able} />
      <h3>{cannot}</h3>
      <Lines lines={unable} />
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
