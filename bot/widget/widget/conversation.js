/**
 * What is said: sends messages one at a time, shows the answers, and puts everything back when a message does not go through.
 *
 * @typedef {import("./api.js").Choice} Choice
 * @typedef {import("./api.js").Client} Client
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./keeping.js").Keeping} Keeping
 * @typedef {import("./view.js").View} View
 * @typedef {{id: string, text: string, shown: string, pressed?: HTMLButtonElement}} Outgoing
 *   `text` is what the server gets, `shown` what the person sees, `pressed` the button if it was not typed.
 */

import { Failure } from "./api.js";
import { el, uuid } from "./dom.js";
import { assistantTurn, personTurn } from "./messages.js";

/** After so many milliseconds the person is told that it takes longer. */
const SLOW = 7000;

export class Conversation {
  turns = el("div", { class: "turns" });

  /** @type {View} */ #view;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #slow;
  /** What did not go through, to send again. @type {?Outgoing} */
  #failed = null;
  #busy = false;
  /** The newest buttons to choose from; older ones are gone. @type {?HTMLElement} */
  #choices = null;

  /**
   * @param {Client} client
   * @param {Keeping} keeping
   */
  constructor(client, keeping) {
    this.client = client;
    this.keeping = keeping;
  }

  /** Go on in a panel that was built anew. @param {View} view */
  set view(view) {
    this.#view = view;
    this.#wait(this.#busy);
  }

  /** @param {string} text */
  async sendTyped(text) {
    const { composer, words } = this.#view;
    if (this.#busy) {
      composer.say(words.say("wait_for_answer"));
      return;
    }
    // The same words after a failure keep their id, so that the server answers them once.
    const again = this.#failed && !this.#failed.pressed && this.#failed.text === text;
    const id = again && this.#failed ? this.#failed.id : uuid();
    composer.text = "";
    await this.#exchange({ id, text, shown: text });
  }

  /**
   * @param {Choice} choice
   * @param {HTMLButtonElement} pressed
   */
  async choose({ title, payload }, pressed) {
    if (!this.#busy) await this.#exchange({ id: uuid(), text: payload, shown: title, pressed });
  }

  /** Take everything off the screen that was said. */
  clear() {
    this.turns.replaceChildren();
    this.#choices = null;
    this.#failed = null;
    this.#view.composer.text = "";
    this.#view.trouble.clear();
  }

  /**
   * Send one message and show the answer.
   * @param {Outgoing} outgoing
   */
  async #exchange(outgoing) {
    this.#busy = true;
    this.#view.trouble.clear();
    this.keeping.clear();
    // What stands above is forgotten, when the silence was long enough for that.
    if (this.keeping.silence.isOver) this.#startAnew();
    const asked = this.#ask(outgoing);
    try {
      const message = { ...outgoing, language: this.#view.words.language };
      const answer = await this.client.send(message, () => this.#wait(true, "writing_again"));
      this.#failed = null;
      this.#answered(answer, asked);
    } catch (error) {
      this.#notSent(outgoing, asked, error instanceof Failure ? error : new Failure("failed"));
    } finally {
      this.#busy = false;
      this.#wait(false);
    }
  }

  /**
   * Show what the person says.
   * @param {Outgoing} outgoing
   * @returns {HTMLElement}
   */
  #ask(outgoing) {
    const { words, composer } = this.#view;
    const asked = personTurn(outgoing.shown, words);
    asked.lang = words.language;
    this.turns.append(asked);
    this.#view.dress();
    this.#wait(true);
    // A keyboard on the screen would hide the answer; and the button that was pressed will be gone.
    if (outgoing.pressed || matchMedia("(pointer: coarse)").matches) asked.focus({ preventScroll: true });
    else composer.box.focus({ preventScroll: true });
    this.#view.reveal(asked);
    return asked;
  }

  /**
   * @param {Message[]} messages
   * @param {HTMLElement} asked
   */
  #answered(messages, asked) {
    const { words, speaker, reveal } = this.#view;
    const { turn, choices, spoken } = assistantTurn(messages, words, (choice, pressed) => void this.choose(choice, pressed));
    turn.lang = words.language;
    // Once deleted at the server, nothing of it stays on the screen either.
    const deleted = messages.some((message) => message?.custom?.type === "deleted");
    if (deleted) this.turns.replaceChildren();
    // Buttons work until newer ones come; then they would only be in the way.
    if (choices) {
      this.#choices?.remove();
      this.#choices = choices;
    }
    this.turns.append(turn);
    if (deleted) this.keeping.silence.stop();
    else this.keeping.silence.begin();
    speaker.say(spoken);
    reveal(deleted ? turn : asked);
  }

  #startAnew() {
    const { words } = this.#view;
    this.keeping.silence.stop();
    this.#choices?.remove();
    this.#choices = null;
    this.turns.append(el("p", { class: "anew", lang: words.language }, words.say("new_chat")));
  }

  /**
   * Show or hide the sign that an answer is coming.
   * @param {boolean} on
   * @param {string} [what] name of what to say
   */
  #wait(on, what = "writing") {
    const { waiting, words, speaker } = this.#view;
    clearTimeout(this.#slow);
    waiting.hidden = !on;
    waiting.firstElementChild?.replaceChildren(words.say(what));
    if (what !== "writing") speaker.say(words.say(what));
    if (what !== "writing") waiting.scrollIntoView({ block: "nearest" });
    else if (on) this.#slow = setTimeout(() => this.#wait(true, "writing_slow"), SLOW);
  }

  /**
   * Put everything back the way it was before the message, and say what happened.
   * @param {Outgoing} outgoing
   * @param {HTMLElement} asked
   * @param {Failure} failure
   */
  #notSent(outgoing, asked, failure) {
    const { composer, trouble, focused } = this.#view;
    const wasFocused = focused() === asked;
    asked.remove();
    this.#failed = outgoing;
    if (!outgoing.pressed) {
      const since = composer.text.trim();
      composer.text = since ? `${outgoing.text}\n${since}` : outgoing.text;
    }
    const mend = failure.kind === "expired" ? () => this.#renew() : () => void this.#retry();
    const remedy = trouble.notSent(failure, !outgoing.pressed, mend);
    if (wasFocused) remedy.focus({ preventScroll: true });
  }

  async #retry() {
    const { composer } = this.#view;
    const failed = this.#failed;
    if (!failed || this.#busy) return;
    if (failed.pressed) await this.#exchange(failed);
    else {
      composer.box.focus();
      composer.form.requestSubmit();
    }
  }

  #renew() {
    this.client.forget();
    this.#failed = null;
    this.#view.trouble.clear();
    this.#startAnew();
    this.#view.composer.box.focus();
  }
}
