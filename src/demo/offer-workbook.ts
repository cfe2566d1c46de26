const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let offered: string | undefined;

/** Hands the user a file the browser made. Its address holds until the next one: nothing tells when it has been saved. */
export function offerWorkbook(bytes: Uint8Array, name: string): void {
  if (offered !== undefined) URL.revokeObjectURL(offered);
  offered = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: SPREADSHEET }));
  const link = document.createElement("a");
  link.href = offered;
  link.download = name;
  link.click();
}
