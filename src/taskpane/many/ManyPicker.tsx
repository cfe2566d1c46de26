import { Button } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import type { ChosenFile } from "../../app/many/check-chosen";

/** A button that lets the user choose files, or a folder with all below it; they are read here and sent nowhere. */
export function ManyPicker({
  label,
  name,
  accept,
  folder = false,
  primary = false,
  disabled = false,
  onPick,
}: {
  readonly label: string;
  /** What is picked, for those who cannot see what the button stands beside. */
  readonly name: string;
  readonly accept: string;
  readonly folder?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onPick: (files: readonly ChosenFile[]) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement | null>(null);
  const pick = (chosen: FileList | null): void => {
    const files = [...(chosen ?? [])].map((file): ChosenFile => ({
      path: file.webkitRelativePath || file.name,
      read: async () => new Uint8Array(await file.arrayBuffer()),
    }));
    // Choosing the same files again, mended meanwhile, must count as a change.
    if (input.current) input.current.value = "";
    if (files.length > 0) onPick(files);
  };
  return (
    <span>
      <Button
        appearance={primary ? "primary" : "secondary"}
        aria-label={`${label}：${name}`}
        disabledFocusable={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // Known to every browser Excel runs in, but to no type of React.
          element?.toggleAttribute("webkitdirectory", folder);
        }}
        type="file"
        hidden
        multiple
        accept={accept}
        aria-label={name}
        onChange={(event) => pick(event.target.files)}
      />
    </span>
  );
}
