/** The little of jsdom that the tests use; the package brings no types. */
declare module "jsdom" {
  export class VirtualConsole {
    on(event: "jsdomError", listener: (error: Error) => void): this;
  }
  export class JSDOM {
    constructor(
      html: string,
      options: { url: string; runScripts: "outside-only" | "dangerously"; virtualConsole: VirtualConsole },
    );
    readonly window: Window;
  }
}
