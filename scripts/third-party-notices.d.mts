export function isAllowed(expression: string, allowed?: ReadonlySet<string>): boolean;
export function refusedPackages(): string[];
export function notices(): string;
