export const DEVELOPMENT_ADDRESS: string;
export function manifestFor(manifest: string, baseUrl: string | undefined): string;
