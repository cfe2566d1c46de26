import { lazy, useState, type ComponentType, type ReactNode } from "react";

/** A part of the pane that is loaded later. */
export interface LaterPart<Props> {
  /** Draws the part; below a `Suspense`, for where nobody loaded it before. */
  readonly Part: (props: Props) => ReactNode;
  /** Loads it. Rejects where the server does not give its file; another call tries again. */
  readonly load: () => Promise<unknown>;
}

/** Makes a part that, once loaded, is drawn at once: `lazy` alone would leave a moment of nothing. */
export function laterPart<Props extends object>(
  importPart: () => Promise<{ readonly default: ComponentType<Props> }>,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  const load = async (): Promise<{ default: ComponentType<Props> }> => {
    const part = await importPart();
    loaded = part.default;
    return part;
  };
  const Waiting = lazy(load) as unknown as ComponentType<Props>;
  function Part(props: Props): ReactNode {
    const [Chosen] = useState(() => loaded ?? Waiting);
    return <Chosen {...props} />;
  }
  return { Part, load };
}
