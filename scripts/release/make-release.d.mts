export function makeRelease(dist: string, version: string, out: string): Promise<readonly string[]>;
