// In Node 20 a thread does not take over the loader that runs TypeScript: this entry registers it first.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
