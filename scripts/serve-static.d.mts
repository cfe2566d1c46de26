export interface StaticServer {
  readonly address: string;
  close(): Promise<void>;
}
export const SECURITY_HEADERS: Readonly<Record<string, string>>;
export function serveStatic(root: string, port: number): Promise<StaticServer>;
