/** How long the chat is kept: warns before silence ends it, also beside the closed panel, and keeps it when somebody asks for that. */

import { Failure } from "./api.js";
import { el } from "./dom.js";
import { Silence } from "./silence.js";

/** @typedef {import("./api.js").Client} Client */
/** @typedef {import("./view.js").View} View */

export class Keeping {
  /** What is on the screen; the panel sets it each time it is built. @type {View} */ view;
  /** Minutes that were left when the person was told. */
  #left = 0;

  /**
   * @param {Client} client
   * @param {number} minutes of silence after which the server deletes the chat
   * @param {(text: string) => void} outside says something beside the closed panel
   */
  constructor(client, minutes, outside) {
    this.client = client;
    this.outside = outside;
    this.silence = new Silence(
      minutes,
      (left) => this.#soon(left),
      () => this.#over(),
    );
  }

  /** There is nothing to warn of any more, be it seen or not. */
  clear() {
    this.view.trouble.warn();
    this.outside("");
  }

  /** @param {number} left minutes; while there are some, the chat can be kept */
  #soon(left) {
    const { words, isOpen } = this.view;
    const time = words.minutes(left);
    this.#left = left;
    this.#warn(words.say("silence_soon", { time }), words.say("silence_how"), () => void this.#keep());
    this.outside(isOpen() ? "" : words.say("silence_outside", { time }));
  }

  #over() {
    this.#warn(this.view.words.say("silence_over"));
    this.outside("");
  }

  /**
   * Say something that is seen in the panel and heard once. While the panel is closed it must not wait there to be heard later.
   * @param {string} text
   * @param {string} [how] what to do about it
   * @param {() => void} [keep] offers to keep the chat
   */
  #warn(text, how = "", keep) {
    const { trouble, speaker, isOpen } = this.view;
    trouble.warn(text, keep);
    if (isOpen()) speaker.say(`${text} ${how}`.trim());
  }

  async #keep() {
    const { words, composer, speaker } = this.view;
    try {
      await this.client.stay();
      this.clear();
      this.silence.begin();
      speaker.say(words.say("silence_kept"));
      composer.box.focus();
    } catch (error) {
      const kind = error instanceof Failure ? error.kind : "failed";
      if (kind === "expired") this.#over();
      else if (kind === "final") this.#warn(words.say("silence_last", { time: words.minutes(this.#left) }));
      else return this.#sayBeside(words.say("silence_failed"));
      composer.box.focus();
    }
  }

  /** @param {string} text what is said in the warning, where the button was pressed */
  #sayBeside(text) {
    const { warning } = this.view.trouble;
    warning.querySelector(".again")?.remove();
    warning.append(el("p", { class: "again" }, text));
    this.view.speaker.say(text);
  }
}
