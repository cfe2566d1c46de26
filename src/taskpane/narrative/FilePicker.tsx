import { Button } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import type { PickedFile } from "../../app/picked-file";

/** A button that lets the user pick one file, which is read here and sent nowhere. */
export function FilePicker({
  label,
  name,
  accept,
  onPick,
}: {
  readonly label: string;
  /** What is picked, for those who cannot see what the button stands beside. */
  readonly name: string;
  readonly accept: string;
  readonly onPick: (file: PickedFile) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const pick = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    onPick({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    // Picking the same file again, mended meanwhile, must count as a change.
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <Button size="small" aria-label={`${label}：${name}`} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={name}
        onChange={(event) => void pick(event.target.files?.[0])}
      />
    </>
  );
}
