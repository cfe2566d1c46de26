import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** The colours Office tells an add-in (Office.context.officeTheme), as far as they matter here. */
export interface OfficeColors {
  readonly bodyBackgroundColor?: string;
}

const FONT = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
const FORCED_COLORS = "(forced-colors: active)";
const PREFERS_DARK = "(prefers-color-scheme: dark)";

/**
 * The Fluent theme that goes with Office: high contrast where the user's colours are forced, dark on a dark body.
 * Without Office colours (the demo in a browser) the browser's preference decides.
 */
export function themeFor(
  office: OfficeColors | undefined,
  media: { readonly forcedColors: boolean; readonly dark: boolean },
): Theme {
  if (media.forcedColors) return withFont(teamsHighContrastTheme);
  const body = office?.bodyBackgroundColor;
  const dark = body === undefined ? media.dark : isDark(body);
  return withFont(dark ? webDarkTheme : webLightTheme);
}

/** How the browser draws what it draws itself (boxes to tick, scroll bars) to go with a theme. */
export function colorSchemeOf({ colorNeutralBackground2 }: Theme): "dark" | "light" {
  return isDark(colorNeutralBackground2) ? "dark" : "light";
}

function withFont(theme: Theme): Theme {
  return { ...theme, fontFamilyBase: FONT };
}

/** Whether a colour "#rrggbb" is nearer to black than to white, by perceived brightness. */
function isDark(color: string): boolean {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color);
  if (!match) return false;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** The theme to use now; follows the browser's media settings. */
export function useTheme(office: OfficeColors | undefined): Theme {
  const forcedColors = useMedia(FORCED_COLORS);
  const dark = useMedia(PREFERS_DARK);
  return themeFor(office, { forcedColors, dark });
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = mediaList(query);
      list?.addEventListener("change", listener);
      return () => list?.removeEventListener("change", listener);
    },
    () => mediaList(query)?.matches ?? false,
  );
}

function mediaList(query: string): MediaQueryList | undefined {
  return typeof window.matchMedia === "function" ? window.matchMedia(query) : undefined;
}
