import type { DemoWindow } from "./pane-frame";

/**
 * First script of the pane's page in the demo: asks the page around it to stand in for Excel before office.js looks
 * for its host. The pane itself knows nothing of it.
 */
(window.parent as DemoWindow).connectPane?.(window);
