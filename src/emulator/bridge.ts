import type { ExcelBuild } from "./builds";
import type { CommandHost } from "./command-host";
import type { Connection, ExcelEmulator } from "./excel-emulator";

/** The part of a window that is made to look like a pane inside Excel. */
export interface PaneWindow {
  _richApiNativeBridge?: NativeBridge;
  external?: unknown;
}

/** What the runtime finds before it loads; it sets `onMessageFromHost` itself. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

/** Query that tells office.js it runs in Excel for Windows, in Chinese; append it to the pane's address. */
export const HOST_INFO_QUERY = "_host_Info=Excel$Win32$16.01$zh-CN$$$$0";

/** A theme of Office. */
export type OfficeTheme = keyof typeof OFFICE_THEMES;

export interface HostOptions {
  /** Office's own theme, light by default; it does not follow the system's. */
  readonly theme?: OfficeTheme;
  /** Runs function commands and shows windows; without it the page can do neither. */
  readonly commands?: CommandHost;
}

/**
 * Makes a window look like a pane inside Excel whose workbook is the emulator's. Call it before office.js loads there;
 * the window's address must carry `HOST_INFO_QUERY`. Works for an iframe of the same origin, jsdom and Node alike.
 */
export function installOfficeHost(pane: PaneWindow, emulator: ExcelEmulator, options: HostOptions = {}): Connection {
  const bridge: NativeBridge = { sendMessageToHost: (text) => connection.receive(text) };
  const connection = emulator.connect((text) => bridge.onMessageFromHost?.(text));
  pane._richApiNativeBridge = bridge;
  const context = controlContext(emulator.build, OFFICE_THEMES[options.theme ?? "colourful"]);
  const external = { ...options.commands?.external(), GetContext: () => context };
  Object.defineProperty(pane, "external", { value: external, configurable: true, writable: true });
  return connection;
}

/** What Excel for Windows hands to office.js about itself, found by reading which getters the runtime calls. */
function controlContext(
  { requirementSets, fullVersion }: ExcelBuild,
  theme: object,
): Readonly<Record<string, () => unknown>> {
  const CHINESE = 2052;
  const EXCEL = 1;
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => "final-accounts-assistant",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => CHINESE,
    GetAppDataLocale: () => CHINESE,
    GetDocUrl: () => "",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => fullVersion,
    GetDialogRequirementMatrix: () => "{}",
    GetFeaturesForSolution: () => "",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
  };
}

/** Colours of Office's themes 彩色 and 黑色 as numbers 0xRRGGBB, by the names of Office.OfficeTheme. */
const OFFICE_THEMES = {
  colourful: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x252423,
    controlBackgroundColor: 0xf3f2f1,
    controlForegroundColor: 0x252423,
  },
  black: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x0a0a0a,
    controlForegroundColor: 0xffffff,
  },
} as const;
