/**
 * The chat when it is open: header, conversation, box, and what happens between them.
 *
 * @typedef {import("./api.js").Opening} Opening
 * @typedef {import("./api.js").Choice} Choice
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./api.js").Client} Client
 * @typedef {{language: string, inline: boolean, side: string, scheme: string, exit: string, shift: boolean,
 *   closed: () => void}} Options `shift`: whether Shift three times leaves
 * @typedef {{id: string, text: string, shown: string, pressed?: HTMLButtonElement}} Outgoing
 *   `text` is what the server gets, `shown` what the person sees, `pressed` the button if it was not typed.
 */

import { Failure } from "./api.js";
import { Composer } from "./composer.js";
import { button, el, uuid } from "./dom.js";
import { header } from "./header.js";
import { leaveQuickly, watchForLeaving } from "./leaving.js";
import { assistantTurn, personTurn } from "./messages.js";
import { SMALL, fitKeyboard, hide, reveal, show } from "./showing.js";
import { Silence } from "./silence.js";
import { Trouble } from "./trouble.js";
import { toggle, welcome } from "./welcome.js";
import { Words } from "./words.js";

/** After so many milliseconds the person is told that it takes longer. */
const SLOW = 7000;

const DARK = "(prefers-color-scheme: dark)";

export class Panel {
  // Built anew when the language is switched (#build).
  /** @type {Opening} */ opening;
  /** @type {Words} */ words;
  /** @type {Composer} */ composer;
  /** @type {HTMLElement} */ panel;
  /** @type {HTMLElement} */ heading;
  /** @type {HTMLElement} */ log;
  /** @type {HTMLElement} */ waiting;
  /** @type {Trouble} */ trouble;
  /** Says to screen readers what "Leave quickly" does. @type {HTMLElement} */ leaveHint;
  /** Seen by nobody, spoken by screen readers. @type {HTMLElement} */ live;

  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #slow;
  /** What did not go through, to send again. @type {?Outgoing} */
  #failed = null;
  #busy = false;
  /** Whether Shift three times leaves. Kept here only: nothing about anybody is stored. */
  #shift;
  /** The newest buttons to choose from; older ones are gone. @type {?HTMLElement} */
  #choices = null;

  /**
   * @param {HTMLElement} root
   * @param {Client} client
   * @param {Options} options
   * @param {Opening} opening
   */
  constructor(root, client, options, opening) {
    this.root = root;
    this.client = client;
    this.options = options;
    this.#shift = options.shift;
    this.silence = new Silence(
      opening.minutes,
      (left) => this.#warn("silence_soon", left),
      () => this.#warn("silence_over"),
    );
    this.turns = el("div", { class: "turns" });
    this.#build(opening);
    watchForLeaving(() => {
      if (this.isOpen && this.#shift) this.#leave();
    });
    matchMedia(DARK).addEventListener?.("change", () => this.#dress());
    matchMedia(SMALL).addEventListener?.("change", () => {
      if (!this.isOpen || options.inline) return;
      const focused = this.#focused;
      show(this.panel);
      // Turning a phone must not take the person out of the box.
      if (focused instanceof HTMLElement) focused.focus();
    });
    window.visualViewport?.addEventListener("resize", () => fitKeyboard(this.panel));
  }

  get isOpen() {
    return this.panel.isConnected && (this.options.inline || this.panel.hasAttribute("open"));
  }

  /** Show the panel. Someone who opened it is led to its heading; an inline panel takes no focus from the page. */
  open() {
    if (this.options.inline) return;
    show(this.panel);
    this.heading.focus();
  }

  close() {
    hide(this.panel);
    this.options.closed();
  }

  // --- building -------------------------------------------------------------------------------------------------

  /** @param {Opening} opening */
  #build(opening) {
    const { inline } = this.options;
    const words = new Words(opening.strings, opening.language);
    this.words = words;
    this.opening = opening;
    this.root.lang = opening.language;
    this.#dress();
    this.composer = new Composer(words, (text) => void this.#sendTyped(text));
    this.trouble = new Trouble(words);
    this.live = el("div", { class: "spoken", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.waiting = el("p", { class: "waiting" }, el("span", {}, words.say("writing")), dots());
    this.waiting.hidden = true;
    const head = header(opening, words, {
      leave: () => this.#leave(),
      close: inline ? null : () => this.close(),
      switchTo: (language) => void this.#switchTo(language),
    });
    this.heading = head.heading;
    this.leaveHint = head.hint;
    // A region that scrolls must be reachable with the keyboard; the inline panel scrolls with the page.
    this.log = el("div", { class: "log", role: "region", "aria-label": words.say("conversation"), ...(inline ? {} : { tabindex: "0" }) });
    this.log.append(this.#welcome(), this.turns, this.waiting);
    this.#sayHowToLeave();
    this.composer.form.append(button(words.say("delete"), "quiet", () => this.#askToDelete()));
    const foot = el("div", { class: "foot-bar" }, this.trouble.warning, this.trouble.alert, this.composer.form);
    this.panel = el(inline ? "section" : "dialog", { class: "panel", "aria-labelledby": "title" }, head.element, this.log, foot, this.live);
    this.panel.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.panel.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !event.isComposing && !inline) this.close();
    });
    this.root.replaceChildren(this.panel);
  }

  #dress() {
    const { inline, side, scheme } = this.options;
    const dark = scheme === "dark" || (scheme !== "light" && matchMedia(DARK).matches);
    const talking = this.turns.hasChildNodes();
    this.root.className = ["root", inline ? "inline" : "floating", side, dark ? "dark" : "", talking ? "talking" : ""].join(" ");
  }

  #welcome() {
    const { words } = this;
    const shift = toggle(words.say("leave_shift"), this.#shift, (on) => {
      this.#shift = on;
      this.#sayHowToLeave();
    });
    return welcome(this.opening, words, (choice, pressed) => void this.#choose(choice, pressed), shift);
  }

  #sayHowToLeave() {
    this.leaveHint.textContent = this.words.say(this.#shift ? "leave_long_shift" : "leave_long");
  }

  /**
   * Have a screen reader say something once.
   * @param {string} text
   */
  #announce(text) {
    this.live.replaceChildren();
    // Emptied and filled in the same moment, a region that gets the same text again stays silent.
    setTimeout(() => this.live.replaceChildren(text), 60);
  }

  /** @param {HTMLElement} first where to begin to read */
  #reveal(first) {
    reveal(first, this.log, this.options.inline ? null : this.panel);
  }

  // --- the conversation -----------------------------------------------------------------------------------------

  /** @param {string} text */
  async #sendTyped(text) {
    if (this.#busy) {
      this.composer.say(this.words.say("wait_for_answer"));
      return;
    }
    // The same words after a failure keep their id, so that the server answers them once.
    const again = this.#failed && !this.#failed.pressed && this.#failed.text === text;
    const id = again && this.#failed ? this.#failed.id : uuid();
    this.composer.text = "";
    await this.#exchange({ id, text, shown: text });
  }

  /**
   * @param {Choice} choice
   * @param {HTMLButtonElement} pressed
   */
  async #choose({ title, payload }, pressed) {
    if (!this.#busy) await this.#exchange({ id: uuid(), text: payload, shown: title, pressed });
  }

  /**
   * Send one message and show the answer.
   * @param {Outgoing} outgoing
   */
  async #exchange(outgoing) {
    this.#busy = true;
    this.trouble.clear();
    this.trouble.warn();
    // What stands above is forgotten, when the silence was long enough for that.
    if (this.silence.isOver) this.#startAnew();
    const asked = personTurn(outgoing.shown, this.words);
    asked.lang = this.words.language;
    this.turns.append(asked);
    this.#dress();
    this.#wait(true);
    // A keyboard on the screen would hide the answer; and the button that was pressed will be gone.
    if (outgoing.pressed || matchMedia("(pointer: coarse)").matches) asked.focus({ preventScroll: true });
    else this.composer.box.focus({ preventScroll: true });
    this.#reveal(asked);
    try {
      const message = { ...outgoing, language: this.words.language };
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
   * @param {Message[]} messages
   * @param {HTMLElement} asked
   */
  #answered(messages, asked) {
    const { turn, choices, spoken } = assistantTurn(messages, this.words, (choice, pressed) => void this.#choose(choice, pressed));
    turn.lang = this.words.language;
    // Once deleted at the server, nothing of it stays on the screen either.
    const deleted = messages.some((message) => message?.custom?.type === "deleted");
    if (deleted) this.turns.replaceChildren();
    // Buttons work until newer ones come; then they would only be in the way.
    if (choices) {
      this.#choices?.remove();
      this.#choices = choices;
    }
    this.turns.append(turn);
    if (deleted) this.silence.stop();
    else this.silence.begin();
    this.#announce(spoken);
    this.#reveal(deleted ? turn : asked);
  }

  #startAnew() {
    this.silence.stop();
    this.#choices?.remove();
    this.#choices = null;
    this.turns.append(el("p", { class: "anew", lang: this.words.language }, this.words.say("new_chat")));
  }

  /**
   * Show or hide the sign that an answer is coming.
   * @param {boolean} on
   * @param {string} [what] name of what to say
   */
  #wait(on, what = "writing") {
    clearTimeout(this.#slow);
    this.waiting.hidden = !on;
    this.waiting.firstElementChild?.replaceChildren(this.words.say(what));
    if (what !== "writing") this.#announce(this.words.say(what));
    if (what !== "writing") this.waiting.scrollIntoView({ block: "nearest" });
    else if (on) this.#slow = setTimeout(() => this.#wait(true, "writing_slow"), SLOW);
  }

  // --- when something fails -------------------------------------------------------------------------------------

  /**
   * Put everything back the way it was before the message, and say what happened.
   * @param {Outgoing} outgoing
   * @param {HTMLElement} asked
   * @param {Failure} failure
   */
  #notSent(outgoing, asked, failure) {
    const focused = this.#focused === asked;
    asked.remove();
    this.#failed = outgoing;
    if (!outgoing.pressed) {
      const since = this.composer.text.trim();
      this.composer.text = since ? `${outgoing.text}\n${since}` : outgoing.text;
    }
    const mend = failure.kind === "expired" ? () => this.#renew() : () => void this.#retry();
    const remedy = this.trouble.say(failure, !outgoing.pressed, mend);
    if (focused) remedy.focus({ preventScroll: true });
  }

  get #focused() {
    const root = this.root.getRootNode();
    return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  }

  async #retry() {
    const failed = this.#failed;
    if (!failed || this.#busy) return;
    if (failed.pressed) await this.#exchange(failed);
    else {
      this.composer.box.focus();
      this.composer.form.requestSubmit();
    }
  }

  #renew() {
    this.client.forget();
    this.#failed = null;
    this.trouble.clear();
    this.#startAnew();
    this.composer.box.focus();
  }

  // --- silence --------------------------------------------------------------------------------------------------

  /**
   * Say, seen and once heard, that silence ends the chat, or has ended it.
   * @param {"silence_soon"|"silence_over"} name
   * @param {number} [left] minutes; while there are some, the chat can be kept
   */
  #warn(name, left = 0) {
    const { words } = this;
    const text = words.say(name, { time: words.minutes(left) });
    this.trouble.warn(text, left ? () => void this.#keep() : undefined);
    this.#announce(left ? `${text} ${words.say("silence_how")}` : text);
  }

  async #keep() {
    try {
      await this.client.stay();
      this.trouble.warn();
      this.silence.begin();
      this.#announce(this.words.say("silence_kept"));
      this.composer.box.focus();
    } catch (error) {
      if (error instanceof Failure && error.kind === "expired") {
        this.#warn("silence_over");
        this.composer.box.focus();
      } else this.#announceHere(this.words.say("silence_failed"));
    }
  }

  /** @param {string} text what is said in the warning, where the button was pressed */
  #announceHere(text) {
    const { warning } = this.trouble;
    warning.querySelector(".again")?.remove();
    warning.append(el("p", { class: "again" }, text));
    this.#announce(text);
  }

  // --- leaving, deleting, languages -----------------------------------------------------------------------------

  #leave() {
    leaveQuickly(this.client, this.options.exit);
  }

  #askToDelete() {
    this.trouble.askToDelete(
      () => void this.#delete(),
      () => {
        this.trouble.clear();
        this.composer.box.focus();
      },
    );
  }

  async #delete() {
    this.turns.replaceChildren();
    this.trouble.clear();
    this.trouble.warn();
    this.silence.stop();
    this.composer.text = "";
    this.#choices = null;
    this.#failed = null;
    this.#dress();
    const gone = await this.client.end().then(
      () => true,
      () => false,
    );
    const said = this.words.say(gone ? "deleted" : "deleted_here");
    this.trouble.warn(said); // Above the box: the first screen is long, and this must be seen.
    this.#announce(said);
    this.log.scrollTo({ top: 0 });
    this.heading.focus();
  }

  /** @param {string} language */
  async #switchTo(language) {
    try {
      const opening = await this.client.open(language);
      const typed = this.composer.text;
      this.#build(opening);
      this.composer.text = typed;
      this.#wait(this.#busy);
      this.silence.again();
      if (!this.options.inline) show(this.panel);
      this.root.querySelector("select")?.focus();
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure("failed");
      this.trouble.say(failure, false, () => void this.#switchTo(language));
    }
  }
}

function dots() {
  return el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
}
