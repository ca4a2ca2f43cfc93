/**
 * The chat when it is open: header, conversation, box, and what happens between them.
 *
 * @typedef {import("./api.js").Opening} Opening
 * @typedef {import("./api.js").Choice} Choice
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./api.js").Client} Client
 * @typedef {{language: string, inline: boolean, side: string, scheme: string, exit: string,
 *   closed: () => void}} Options
 * @typedef {{id: string, text: string, shown: string, pressed?: HTMLButtonElement}} Outgoing
 *   `text` is what the server gets, `shown` what the person sees, `pressed` the button if it was not typed.
 */

import { Failure } from "./api.js";
import { Composer } from "./composer.js";
import { button, calm, el, icon, uuid } from "./dom.js";
import { leaveQuickly, watchForLeaving } from "./leaving.js";
import { assistantTurn, blocks, choiceGroup, personTurn } from "./messages.js";
import { Words } from "./words.js";

const CROSS = "M6 6l12 12M18 6 6 18";
const DOOR = "M10 4H5v16h5M10 12h10M16 8l4 4-4 4";

/** After so many milliseconds the person is told that it takes longer. */
const SLOW = 7000;

/** In a window that is narrower or lower, the panel takes all of it. */
const SMALL = "(max-width: 36rem), (max-height: 30rem)";

export class Panel {
  // Built anew when the language is switched (#build).
  /** @type {Opening} */ opening;
  /** @type {Words} */ words;
  /** @type {Composer} */ composer;
  /** @type {HTMLElement} */ panel;
  /** @type {HTMLElement} */ heading;
  /** @type {HTMLElement} */ log;
  /** @type {HTMLElement} */ waiting;
  /** Where failures and questions are said. @type {HTMLElement} */ trouble;
  /** Seen by nobody, spoken by screen readers. @type {HTMLElement} */ live;

  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #slow;
  /** What did not go through, to send again. @type {?Outgoing} */
  #failed = null;
  #busy = false;
  /** When the last answer came. */
  #lastAnswer = 0;
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
    this.turns = el("div", { class: "turns" });
    this.#build(opening);
    watchForLeaving(() => {
      if (this.isOpen) this.#leave();
    });
    matchMedia(SMALL).addEventListener?.("change", () => {
      if (!this.isOpen || options.inline) return;
      const focused = this.#focused;
      this.#show();
      // Turning a phone must not take the person out of the box.
      if (focused instanceof HTMLElement) focused.focus();
    });
    window.visualViewport?.addEventListener("resize", () => this.#fitKeyboard());
  }

  get isOpen() {
    return this.panel.isConnected && (this.options.inline || this.panel.hasAttribute("open"));
  }

  /** Show the panel. Someone who opened it is led to its heading; an inline panel takes no focus from the page. */
  open() {
    if (this.options.inline) return;
    this.#show();
    this.heading.focus();
  }

  close() {
    this.#hide();
    this.options.closed();
  }

  // --- building -------------------------------------------------------------------------------------------------

  /** @param {Opening} opening */
  #build(opening) {
    const { inline, side, scheme } = this.options;
    const words = new Words(opening.strings, opening.language);
    this.words = words;
    this.opening = opening;
    this.root.lang = opening.language;
    this.root.className = `root ${inline ? "inline" : "floating"} ${side}${/^(light|dark)$/.test(scheme) ? ` ${scheme}` : ""}`;
    this.composer = new Composer(words, (text) => void this.#sendTyped(text));
    this.trouble = el("div", { class: "trouble", role: "alert" });
    this.live = el("div", { class: "spoken", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.waiting = el("p", { class: "waiting" }, el("span", {}, words.say("writing")), dots());
    this.waiting.hidden = true;
    this.heading = el("h2", { id: "title", tabindex: "-1" }, words.say("title"));
    // A region that scrolls must be reachable with the keyboard; the inline panel scrolls with the page.
    this.log = el("div", { class: "log", role: "region", "aria-label": words.say("conversation"), ...(inline ? {} : { tabindex: "0" }) });
    this.log.append(this.#welcome(), this.turns, this.waiting);
    this.composer.form.append(button(words.say("delete"), "quiet", () => this.#askToDelete()));
    const foot = el("div", { class: "foot-bar" }, this.trouble, this.composer.form);
    this.panel = el(inline ? "section" : "dialog", { class: "panel", "aria-labelledby": "title" }, this.#header(), this.log, foot, this.live);
    this.panel.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.panel.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !event.isComposing && !inline) this.close();
    });
    this.root.replaceChildren(this.panel);
  }

  #header() {
    const { words, options } = this;
    const leave = button("", "leave", () => this.#leave());
    leave.append(icon(DOOR), words.say("leave"));
    leave.setAttribute("aria-describedby", "leave-hint");
    const close = button("", "close", () => this.close());
    close.append(icon(CROSS));
    close.setAttribute("aria-label", words.say("close"));
    close.title = words.say("close_long");
    return el(
      "div",
      { class: "header" },
      this.heading,
      ...this.#languageSwitch(),
      leave,
      el("span", { id: "leave-hint", hidden: "" }, words.say("leave_long")),
      ...(options.inline ? [] : [close]),
    );
  }

  /** Build the switch when there is something to choose. */
  #languageSwitch() {
    const { languages, language } = this.opening;
    if (languages.length < 2) return [];
    const select = el("select", { "aria-label": this.words.say("switch_language") });
    for (const { code, name } of languages) {
      const option = el("option", { value: code, lang: code }, name);
      option.selected = code === language;
      select.append(option);
    }
    select.addEventListener("change", () => void this.#switchTo(select.value));
    return [select];
  }

  #welcome() {
    const { words, opening } = this;
    const tasks = opening.tasks.map((title) => ({ title, payload: title }));
    return el(
      "div",
      { class: "welcome" },
      el("h3", { class: "ask" }, words.say("welcome")),
      el("p", {}, words.say("welcome_what")),
      el("p", { class: "small" }, words.say("welcome_who")),
      el("h4", {}, words.say("welcome_tasks")),
      choiceGroup(tasks, words, (choice, pressed) => void this.#choose(choice, pressed)),
      el(
        "div",
        { class: "keeps" },
        el("h4", {}, words.say("keeps_title")),
        el("ul", { class: "plain" }, ...opening.keeps.map((line) => el("li", {}, line)), el("li", {}, words.say("leave_hint"))),
      ),
    );
  }

  // --- showing --------------------------------------------------------------------------------------------------

  #show() {
    const { panel } = this;
    this.#hide();
    // In a small window everything else is out of reach while the panel covers it; in a large one the page stays usable.
    if (!(panel instanceof HTMLDialogElement) || !panel.showModal) panel.setAttribute("open", "");
    else if (matchMedia(SMALL).matches) panel.showModal();
    else panel.show();
    this.#fitKeyboard();
  }

  #hide() {
    const { panel } = this;
    if (panel instanceof HTMLDialogElement && panel.close) panel.close();
    else panel.removeAttribute("open");
  }

  /** A keyboard on the screen covers the lower part of a fixed panel: make room. */
  #fitKeyboard() {
    const seen = window.visualViewport;
    if (seen && seen.scale === 1) this.panel.style.setProperty("--seen", `${seen.height}px`);
  }

  /**
   * Scroll so that an exchange can be read from its beginning, if it is not in view as it is.
   * @param {HTMLElement} first
   */
  #reveal(first) {
    const behavior = calm() ? "auto" : "smooth";
    if (this.options.inline) first.scrollIntoView({ block: "start", behavior });
    else {
      const scroller = this.log.scrollHeight > this.log.clientHeight ? this.log : this.panel;
      const top = scroller.scrollTop + first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
      scroller.scrollTo({ top, behavior });
    }
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
    this.trouble.replaceChildren();
    this.#noteSilence();
    const asked = personTurn(outgoing.shown, this.words);
    asked.lang = this.words.language;
    this.turns.append(asked);
    this.root.classList.add("talking");
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
    this.#lastAnswer = Date.now();
    this.#announce(spoken);
    this.#reveal(deleted ? turn : asked);
  }

  /** Say that what stands above is forgotten, when the silence was long enough for that. */
  #noteSilence() {
    const silent = this.#lastAnswer && Date.now() - this.#lastAnswer > this.opening.minutes * 60_000;
    if (silent) this.#startAnew();
  }

  #startAnew() {
    this.#lastAnswer = 0;
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
    const remedy = this.#say(failure, !outgoing.pressed);
    if (focused) remedy.focus({ preventScroll: true });
  }

  get #focused() {
    const root = this.root.getRootNode();
    return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  }

  /**
   * Say kindly what failed, with the phone number and what to do.
   * @param {Failure} failure
   * @param {boolean} kept whether the message is in the box again
   * @returns {HTMLButtonElement} the button that mends it
   */
  #say(failure, kept) {
    const { words } = this;
    const expired = failure.kind === "expired";
    const what = [words.say(`trouble_${failure.kind}`), kept ? words.say("trouble_kept") : ""].join(" ");
    const remedy = expired
      ? button(words.say("start_new"), "plain", () => void this.#renew())
      : button(words.say("try_again"), "plain", () => void this.#retry());
    this.trouble.replaceChildren(...blocks(what, words), ...blocks(words.say("trouble_call"), words), remedy);
    if (failure.kind === "offline") this.#tellWhenOnline(remedy);
    this.trouble.scrollIntoView({ block: "nearest" });
    return remedy;
  }

  /** @param {HTMLElement} before */
  #tellWhenOnline(before) {
    const tell = () => before.isConnected && before.before(el("p", {}, this.words.say("trouble_online")));
    window.addEventListener("online", tell, { once: true });
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

  async #renew() {
    this.client.forget();
    this.#failed = null;
    this.trouble.replaceChildren();
    this.#startAnew();
    this.composer.box.focus();
  }

  // --- leaving, deleting, languages -----------------------------------------------------------------------------

  #leave() {
    leaveQuickly(this.client, this.options.exit);
  }

  #askToDelete() {
    const { words } = this;
    const yes = button(words.say("delete_yes"), "plain", () => void this.#delete());
    const no = button(words.say("delete_no"), "plain", () => {
      this.trouble.replaceChildren();
      this.composer.box.focus();
    });
    this.trouble.replaceChildren(el("p", {}, words.say("delete_sure")), el("div", { class: "take" }, yes, no));
    yes.focus();
  }

  async #delete() {
    this.turns.replaceChildren();
    this.trouble.replaceChildren();
    this.composer.text = "";
    this.#choices = null;
    this.#failed = null;
    this.#lastAnswer = 0;
    this.root.classList.remove("talking");
    const gone = await this.client.end().then(
      () => true,
      () => false,
    );
    const said = this.words.say(gone ? "deleted" : "deleted_here");
    this.turns.append(el("p", { class: "anew", lang: this.words.language, tabindex: "-1" }, said));
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
      if (!this.options.inline) this.#show();
      this.root.querySelector("select")?.focus();
    } catch (error) {
      this.#say(error instanceof Failure ? error : new Failure("failed"), false);
    }
  }
}

function dots() {
  return el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
}
