/** What screen readers say by themselves: a region that nobody sees. */

import { el } from "./dom.js";

/** Emptied and filled in the same moment, a region that gets the same text again stays silent. In milliseconds. */
const BETWEEN = 60;

export class Speaker {
  region = el("div", { class: "spoken", role: "status", "aria-live": "polite", "aria-atomic": "true" });

  /**
   * Have a screen reader say something once.
   * @param {string} text
   */
  say(text) {
    this.region.replaceChildren();
    setTimeout(() => this.region.replaceChildren(text), BETWEEN);
  }
}
