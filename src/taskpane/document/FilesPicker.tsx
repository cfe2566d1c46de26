import { Button } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import type { ChosenDocument } from "../../app/document/document-desk";
import { documentViewTexts } from "../../text/document-view";

const ACCEPTED = ".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A button that lets the user choose published documents, which are read here and sent nowhere. */
export function FilesPicker({ onPick }: { readonly onPick: (files: readonly ChosenDocument[]) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const pick = (chosen: FileList | null): void => {
    const files = [...(chosen ?? [])].map((file): ChosenDocument => ({
      name: file.name,
      read: async () => new Uint8Array(await file.arrayBuffer()),
    }));
    // Choosing the same file again, mended meanwhile, must count as a change.
    if (input.current) input.current.value = "";
    if (files.length > 0) onPick(files);
  };
  return (
    <div>
      <Button appearance="primary" onClick={() => input.current?.click()}>
        {documentViewTexts.pick}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={documentViewTexts.pickName}
        onChange={(event) => pick(event.target.files)}
      />
    </div>
  );
}
