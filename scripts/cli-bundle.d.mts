export function cliBundle(): Promise<string>;
