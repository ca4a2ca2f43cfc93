/** How the panel stands in the window: over the page, or in its place when the window is small. */

import { calm } from "./dom.js";

/** In a window that is narrower or lower, the panel takes all of it. */
export const SMALL = "(max-width: 36rem), (max-height: 30rem)";

/**
 * Show the panel. In a small window everything else is out of reach while it covers the page; in a large one the page stays usable.
 * @param {HTMLElement} panel
 */
export function show(panel) {
  hide(panel);
  if (!(panel instanceof HTMLDialogElement) || !panel.showModal) panel.setAttribute("open", "");
  else if (matchMedia(SMALL).matches) panel.showModal();
  else panel.show();
  fitKeyboard(panel);
}

/** @param {HTMLElement} panel */
export function hide(panel) {
  if (panel instanceof HTMLDialogElement && panel.close) panel.close();
  else panel.removeAttribute("open");
}

/**
 * Make room for a keyboard on the screen: it covers the lower part of a fixed panel.
 * @param {HTMLElement} panel
 */
export function fitKeyboard(panel) {
  const seen = window.visualViewport;
  if (seen && seen.scale === 1) panel.style.setProperty("--seen", `${seen.height}px`);
}

/**
 * Scroll so that an exchange can be read from its beginning, if it is not in view as it is.
 * @param {HTMLElement} first
 * @param {HTMLElement} log
 * @param {?HTMLElement} panel where it floats; in the page, the page scrolls
 */
export function reveal(first, log, panel) {
  const behavior = calm() ? "auto" : "smooth";
  if (!panel) {
    first.scrollIntoView({ block: "start", behavior });
    return;
  }
  const scroller = log.scrollHeight > log.clientHeight ? log : panel;
  // Where all of it scrolls, the head of the panel stays and would cover the beginning.
  const above = scroller === panel ? /** @type {HTMLElement} */ (panel.firstElementChild).offsetHeight : 0;
  const top = scroller.scrollTop + first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - above - 12;
  scroller.scrollTo({ top, behavior });
}
