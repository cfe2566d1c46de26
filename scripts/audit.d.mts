export function judgeAudit(
  json: string,
  shipped: ReadonlySet<string>,
): { readonly code: 0 | 1; readonly lines: readonly string[] };
