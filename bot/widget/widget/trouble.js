/** The box above the message: what failed and what to do, the question before deleting, the warning before silence ends the chat. */

import { button, el } from "./dom.js";
import { blocks } from "./messages.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./api.js").Failure} Failure */

export class Trouble {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    // What fails is said at once. A warning waits its turn: the panel has it announced once, when nothing else is being said.
    this.alert = el("div", { class: "trouble", role: "alert" });
    this.warning = el("div", { class: "trouble" });
  }

  clear() {
    this.alert.replaceChildren();
  }

  /**
   * Say kindly why a message was not answered.
   * @param {Failure} failure
   * @param {boolean} kept whether the message is in the box again
   * @param {() => void} mend
   * @returns {HTMLButtonElement} the button that mends it
   */
  notSent(failure, kept, mend) {
    const { words } = this;
    const what = [words.say(`trouble_${failure.kind}`), kept ? words.say("trouble_kept") : ""].join(" ");
    const remedy = this.say(what, mend, failure.kind === "expired" ? "start_new" : "try_again");
    if (failure.kind === "offline") this.#tellWhenOnline(remedy);
    return remedy;
  }

  /**
   * Say what failed, with the phone number and what to do.
   * @param {string} what
   * @param {() => void} mend
   * @param {string} [how] name of what the button says
   * @returns {HTMLButtonElement} the button that mends it
   */
  say(what, mend, how = "try_again") {
    const { words } = this;
    const remedy = button(words.say(how), "plain", mend);
    this.alert.replaceChildren(...blocks(what, words), ...blocks(words.say("trouble_call"), words), remedy);
    this.alert.scrollIntoView({ block: "nearest" });
    return remedy;
  }

  /**
   * Ask before deleting.
   * @param {() => void} yes
   * @param {() => void} no
   */
  askToDelete(yes, no) {
    const { words } = this;
    const sure = button(words.say("delete_yes"), "plain", yes);
    const choices = el("div", { class: "take" }, sure, button(words.say("delete_no"), "plain", no));
    this.alert.replaceChildren(el("p", {}, words.say("delete_sure")), choices);
    this.alert.scrollIntoView({ block: "nearest" });
    sure.focus();
  }

  /**
   * Show a warning, or nothing.
   * @param {string} [text]
   * @param {() => void} [keep] offers to keep the chat
   * @param {boolean} [done] it is good news: what was asked for is done
   */
  warn(text, keep, done = false) {
    const { words, warning } = this;
    warning.classList.toggle("done", done);
    warning.replaceChildren(...(text ? [el("p", {}, text)] : []), ...(keep ? [button(words.say("silence_keep"), "plain", keep)] : []));
    if (text) warning.scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement} before */
  #tellWhenOnline(before) {
    const tell = () => before.isConnected && before.before(el("p", {}, this.words.say("trouble_online")));
    window.addEventListener("online", tell, { once: true });
  }
}
