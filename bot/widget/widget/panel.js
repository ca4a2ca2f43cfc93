/**
 * The chat when it is open: how it stands on the page, its parts, its language. What is said in it: conversation.js.
 *
 * @typedef {import("./api.js").Opening} Opening
 * @typedef {import("./api.js").Client} Client
 * @typedef {import("./view.js").View} View
 * @typedef {{language: string, inline: boolean, side: string, scheme: string, exit: string, shift: boolean,
 *   closed: () => void, outside: (text: string) => void}} Options
 *   `shift`: whether Shift three times leaves; `outside` says something beside the closed panel
 */

import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { askToDelete } from "./deleting.js";
import { button, el } from "./dom.js";
import { header } from "./header.js";
import { Keeping } from "./keeping.js";
import { leaveQuickly, watchForLeaving } from "./leaving.js";
import { SMALL, fitKeyboard, hide, reveal, show } from "./showing.js";
import { Speaker } from "./speaking.js";
import { Trouble } from "./trouble.js";
import { toggle, welcome } from "./welcome.js";
import { Words } from "./words.js";

const DARK = "(prefers-color-scheme: dark)";

export class Panel {
  // Built anew when the language is switched (#build).
  /** @type {View} */ view;
  /** @type {HTMLElement} */ panel;
  /** Says to screen readers what "Leave quickly" does. @type {HTMLElement} */ leaveHint;

  /** Whether Shift three times leaves. Kept here only: nothing about anybody is stored. */
  #shift;

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
    this.keeping = new Keeping(client, opening.minutes, options.outside);
    this.conversation = new Conversation(client, this.keeping);
    this.#build(opening);
    watchForLeaving(() => {
      if (this.isOpen && this.#shift) this.#leave();
    });
    matchMedia(DARK).addEventListener?.("change", () => this.#dress());
    matchMedia(SMALL).addEventListener?.("change", () => this.#turned());
    window.visualViewport?.addEventListener("resize", () => fitKeyboard(this.panel));
  }

  get isOpen() {
    return this.panel.isConnected && (this.options.inline || this.panel.hasAttribute("open"));
  }

  /**
   * Show the panel; an inline one takes no focus from the page. Someone who opens it is led to its heading: there a screen reader
   * begins to read, and on a phone no keyboard covers the first screen. Who types there writes into the box.
   */
  open() {
    if (this.options.inline) return;
    this.options.outside("");
    show(this.panel);
    this.view.heading.focus();
  }

  close() {
    hide(this.panel);
    this.options.closed();
  }

  /** @param {Opening} opening */
  #build(opening) {
    const words = new Words(opening.strings, opening.language);
    const { inline } = this.options;
    const head = header(opening, words, {
      leave: () => this.#leave(),
      close: inline ? null : () => this.close(),
      switchTo: (language) => void this.#switchTo(language),
    });
    const composer = new Composer(words, (text) => void this.conversation.sendTyped(text));
    const waiting = el("p", { class: "waiting" }, el("span"), dots());
    // A region that scrolls must be reachable with the keyboard; the inline panel scrolls with the page.
    const log = el("div", { class: "log", role: "region", "aria-label": words.say("conversation"), ...(inline ? {} : { tabindex: "0" }) });
    this.view = {
      words,
      composer,
      trouble: new Trouble(words),
      speaker: new Speaker(),
      waiting,
      heading: head.heading,
      log,
      isOpen: () => this.isOpen,
      dress: () => this.#dress(),
      reveal: (first) => reveal(first, log, inline ? null : this.panel),
      focused: () => this.#focused,
    };
    this.leaveHint = head.hint;
    this.root.lang = opening.language;
    this.#sayHowToLeave();
    log.append(this.#welcome(opening), this.conversation.turns, waiting);
    this.panel = this.#frame(head.element);
    this.#dress();
    this.root.replaceChildren(this.panel);
    this.keeping.view = this.view;
    this.conversation.view = this.view;
  }

  /**
   * Put the parts together, and listen to the keys.
   * @param {HTMLElement} head
   * @returns {HTMLElement}
   */
  #frame(head) {
    const { words, composer, trouble, log, speaker, heading } = this.view;
    const { inline } = this.options;
    composer.form.append(button(words.say("delete"), "quiet", () => askToDelete(this.view, this.client, this.conversation)));
    const foot = el("div", { class: "foot-bar" }, trouble.warning, trouble.alert, composer.form);
    /** @type {HTMLElement} */
    const panel = el(inline ? "section" : "dialog", { class: "panel", "aria-labelledby": "title" }, head, log, foot, speaker.region);
    panel.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    panel.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !event.isComposing && !inline) this.close();
      // Who opens the chat and types at once means the box.
      if (event.target === heading && isLetter(event)) composer.box.focus();
    });
    return panel;
  }

  #dress() {
    const { inline, side, scheme } = this.options;
    const dark = scheme === "dark" || (scheme !== "light" && matchMedia(DARK).matches);
    const talking = this.conversation.turns.hasChildNodes();
    this.root.className = ["root", inline ? "inline" : "floating", side, dark ? "dark" : "", talking ? "talking" : ""].join(" ");
  }

  /** The window became small or large. Turning a phone must not take the person out of the box. */
  #turned() {
    if (!this.isOpen || this.options.inline) return;
    const focused = this.#focused;
    show(this.panel);
    if (focused instanceof HTMLElement) focused.focus();
  }

  /** @param {Opening} opening */
  #welcome(opening) {
    const { words } = this.view;
    const shift = toggle(words.say("leave_shift"), this.#shift, (on) => {
      this.#shift = on;
      this.#sayHowToLeave();
    });
    return welcome(opening, words, (choice, pressed) => void this.conversation.choose(choice, pressed), shift);
  }

  #sayHowToLeave() {
    this.leaveHint.textContent = this.view.words.say(this.#shift ? "leave_long_shift" : "leave_long");
  }

  get #focused() {
    const root = this.root.getRootNode();
    return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  }

  #leave() {
    leaveQuickly(this.client, this.options.exit);
  }

  /** @param {string} language */
  async #switchTo(language) {
    try {
      const opening = await this.client.open(language);
      const typed = this.view.composer.text;
      this.#build(opening);
      this.view.composer.text = typed;
      this.keeping.silence.again();
      if (!this.options.inline) show(this.panel);
      this.#languages?.focus();
    } catch {
      // The head says again which language it is.
      if (this.#languages) this.#languages.value = this.view.words.language;
      this.view.trouble.say(this.view.words.say("switch_failed"), () => void this.#switchTo(language));
    }
  }

  get #languages() {
    return this.root.querySelector("select");
  }
}

/**
 * Tell whether a key writes something, and is no command.
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function isLetter({ key, ctrlKey, metaKey, altKey }) {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}

function dots() {
  return el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
}
