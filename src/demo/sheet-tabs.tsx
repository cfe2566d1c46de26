import { memo, useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { SheetModel } from "../emulator/model/sheet-model";
import { DEMO_TEXT } from "../text/demo";

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The tabs at the foot of a workbook; the one shown is kept in view. */
export const SheetTabs = memo(function SheetTabs({
  tabs,
  shown,
  onChoose,
}: {
  readonly tabs: readonly SheetModel[];
  readonly shown: string | undefined;
  readonly onChoose: (sheet: SheetModel) => void;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const current = (): HTMLElement | null | undefined =>
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
  useEffect(() => {
    // Answers a promise in newer browsers: nothing for an effect to hand back.
    current()?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const next = step && tabs[tabs.findIndex(({ id }) => id === shown) + step];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    requestAnimationFrame(() => current()?.focus());
  };
  return (
    <div ref={list} className="demo-tabs" role="tablist" aria-label={DEMO_TEXT.sheets} onKeyDown={onKeyDown}>
      {tabs.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          aria-selected={sheet.id === shown}
          aria-controls={sheet.id === shown ? "demo-grid" : undefined}
          tabIndex={sheet.id === shown ? 0 : -1}
          onClick={() => onChoose(sheet)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
});
