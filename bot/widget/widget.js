/**
 * `<advisor-chat>`: an inline chat panel that tells people whether a Social Security task needs an office visit.
 *
 * One module, no dependencies. Works under the CSP `default-src 'self'`: no inline style, no inline script.
 * All text that comes from people or from the server goes into text nodes, never into markup.
 * Nothing is written to cookies or storage; the session token lives in a private field and goes with the page.
 *
 * @typedef {{title: string, payload: string}} Choice
 * @typedef {{id?: string, title?: string, url?: string, published?: string, checked?: string}} Source
 * @typedef {{type?: string, as_of?: string, sources?: Source[], next_question?: ?string}} Custom
 * @typedef {{text?: string, buttons?: Choice[], custom?: Custom}} Message
 * @typedef {{id: string, text: string, shown: string, button?: HTMLElement}} Outgoing
 *   `text` is what the server gets, `shown` what the person sees, `button` what was pressed if it was not typed.
 */

/** Everything the panel says itself, by language. */
const STRINGS = {
  en: {
    title: "Ask the assistant",
    conversation: "Conversation",
    assistant: "Assistant",
    you: "You",
    choices: "Answers to choose from",
    label: "Your message",
    hint: "Please do not type your Social Security number.",
    send: "Send",
    print: "Print this list",
    counter: (used, most) => `${used} of ${most}`,
    nearLimit: "Almost no room left.",
    atLimit: (most) => `No more room. A message can have ${most} characters.`,
    overLimit: (over) => `Too long. Please take out ${over} characters.`,
    writing: "Writing an answer",
    nothing: "I have no answer to that. Please try again in other words.",
    sendFailed: "Sorry, your message did not go through. This is not your fault.",
    startFailed: "Sorry, the chat could not start. This is not your fault.",
    kept: "What you wrote is still in the box.",
    call: "You can also call Social Security at 1-800-772-1213 (TTY 1-800-325-0778).",
    retry: "Try again",
    sources: (date) => (date ? `Sources (as of ${date})` : "Sources"),
    published: (date) => `published: ${date}`,
    checked: (date) => `checked: ${date}`,
    newTab: "opens in a new tab",
  },
};

/** Most characters in one message; the server has the same limit. */
const MAX_LENGTH = 500;

/** With so few characters left, the counter speaks up. */
const NEAR_LIMIT = 50;

/** How long to wait for the server, in milliseconds. */
const TIMEOUT = 30000;

/** The Social Security number that every error must offer. */
const SSA_PHONE = "1-800-772-1213";

/** Where the server is: beside this file. */
const API = new URL("webhooks/web/", import.meta.url);

const CSS = `
:host {
  color-scheme: light dark;
  --panel: #fffefb; --ink: #22302f; --soft: #51605f; --accent: #1d5566; --on-accent: #fff;
  --line: #dcd6c8; --edge: #74817f; --mine: #e0edef; --bar: #f1ede3; --warn: #fbf0d9; --warn-edge: #b58a2c;
  display: block;
  color: var(--ink);
  font: 1.125rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :host {
    --panel: #1b2326; --ink: #e6ebe9; --soft: #b0bcba; --accent: #8fcbd9; --on-accent: #0f1b1e;
    --line: #333f42; --edge: #82908e; --mine: #26424a; --bar: #222c2f; --warn: #3a301a; --warn-edge: #c9a24a;
  }
}
:host([hidden]), [hidden] { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
h2, p, ul { margin: 0; }

.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 1px 3px #0000000f, 0 8px 28px #0000000d; }
h2 { padding: .75rem 1.25rem; background: var(--bar); border-bottom: 1px solid var(--line); border-radius: 13px 13px 0 0; font-size: 1.125rem; line-height: 1.4; }

.log { display: flow-root; min-height: 10rem; padding: .25rem 1.25rem 1.25rem; overflow-wrap: anywhere; }
.turn { margin-top: 1.1rem; scroll-margin: 1rem 0; }
.who { font-size: 1.0625rem; font-weight: 600; color: var(--soft); }
.bot { padding-left: .9rem; border-left: 3px solid var(--line); }
.body > * + * { margin-top: .65rem; }
.body p { white-space: pre-wrap; }
.body ul { padding-left: 1.3rem; }
.body details ul { padding: 0 1rem .8rem 2.1rem; }
.body li + li { margin-top: .3rem; }
.user { width: fit-content; max-width: 85%; margin-left: auto; }
.user .who { text-align: right; }
.user .body { padding: .55rem .95rem; background: var(--mine); border: 1px solid transparent; border-radius: 14px 14px 4px 14px; }

.choices { display: flex; flex-wrap: wrap; gap: .6rem; }
button {
  min-height: 3rem; padding: .5rem 1.1rem; border: 2px solid var(--accent); border-radius: 10px;
  background: transparent; color: var(--accent); font: inherit; font-weight: 600; line-height: 1.3; text-align: left; cursor: pointer;
}
button:hover { background: var(--mine); }
.choices button:disabled { border-color: transparent; color: var(--soft); background: var(--bar); font-weight: 400; cursor: default; }
.send { background: var(--accent); color: var(--on-accent); padding-inline: 1.6rem; }
.send:hover { background: var(--accent); text-decoration: underline; text-underline-offset: .2em; }
.send[aria-disabled=true] { opacity: .65; cursor: default; text-decoration: none; }

a { color: var(--accent); text-underline-offset: .15em; }
a[href^="tel:"] { white-space: nowrap; font-weight: 600; }
a[target]::after { content: "\\2009\\2197" / ""; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
button:focus-visible { border-radius: 10px; }

details { border: 1px solid var(--line); border-radius: 10px; }
summary { padding: .6rem .9rem; color: var(--accent); font-weight: 600; cursor: pointer; }
.dates { display: block; font-size: 1.0625rem; color: var(--soft); }

.wait { display: flex; align-items: center; gap: .6rem; margin-top: 1.1rem; color: var(--soft); }
.dots { display: flex; gap: .3rem; }
.dots i { width: .5rem; height: .5rem; border-radius: 50%; background: var(--accent); opacity: .35; }
@media (prefers-reduced-motion: no-preference) {
  .dots i { animation: breathe 1.5s ease-in-out infinite; }
  .dots i:nth-child(2) { animation-delay: .25s; }
  .dots i:nth-child(3) { animation-delay: .5s; }
  @keyframes breathe { 40% { opacity: 1; } 80% { opacity: .35; } }
}

form { padding: .85rem 1.25rem 1rem; background: var(--bar); border-top: 1px solid var(--line); border-radius: 0 0 13px 13px; }
.row { display: flex; align-items: center; gap: .2rem 1rem; }
.top { flex-wrap: wrap; align-items: baseline; justify-content: space-between; margin-bottom: .3rem; }
label { font-weight: 600; }
textarea {
  display: block; width: 100%; min-height: 4.6rem; max-height: 12rem; padding: .6rem .8rem; resize: vertical; field-sizing: content;
  border: 2px solid var(--edge); border-radius: 10px; background: var(--panel); color: var(--ink); font: inherit; line-height: 1.45;
}
textarea:focus-visible { border-color: var(--accent); outline-offset: 1px; border-radius: 10px; }
.bottom { justify-content: space-between; margin-top: .6rem; }
.small { font-size: 1.0625rem; line-height: 1.4; color: var(--soft); }
.full { font-weight: 600; color: var(--ink); }
.alert { margin-bottom: .85rem; padding: .8rem 1rem; background: var(--warn); border: 1px solid var(--warn-edge); border-radius: 10px; }
.alert > * + * { margin-top: .6rem; }
.alert:empty { display: none; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* In a large window the box stays in view; what gets the focus must not end up behind it. */
@media (min-height: 36rem) and (min-width: 48rem) {
  form { position: sticky; bottom: 0; }
  .log :is(a, button, summary) { scroll-margin-bottom: 15rem; }
}
@media (max-width: 30rem) {
  h2, .log, form { padding-left: .9rem; padding-right: .9rem; }
  .user { max-width: 92%; }
  .bot { padding-left: .7rem; }
}
@media print {
  .panel { border: 0; box-shadow: none; }
  h2, form, .choices, .print { display: none; }
  .log:has(.list) .turn:not(.list) { display: none; }
  .user .body { border-color: currentColor; }
}
`;

/** An answer of the server other than 2xx, with the kind words it came with. */
class ServerError extends Error {
  /**
   * @param {number} status HTTP status
   * @param {string} message what to show; may be empty
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Build an element.
 * @param {string} tag tag name
 * @param {Object<string, string>} [attributes] attributes to set
 * @param {...(Node|string)} children nodes, or strings that become text nodes
 * @returns {HTMLElement}
 */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * Make a random UUID (version 4). `crypto.randomUUID` is missing on pages without HTTPS and in older browsers.
 * @returns {string}
 */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * Write an ISO date the way people do; leave anything else as it is.
 * @param {unknown} value such as "2026-01-31"
 * @param {string} language BCP 47 tag
 * @returns {string}
 */
function readableDate(value, language) {
  const text = typeof value === "string" ? value : "";
  const date = /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/**
 * Build a link to a web page, or plain text when the address is not https.
 * @param {string} url
 * @param {string} text what to show
 * @param {string} newTab words for screen readers
 * @returns {Node}
 */
function webLink(url, text, newTab) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return document.createTextNode(text);
  }
  if (address.protocol !== "https:") return document.createTextNode(text);
  return el(
    "a",
    { href: address.href, target: "_blank", rel: "noopener noreferrer" },
    // A long address may break after a slash.
    ...(text.match(/^https:\/\/[^/]*\/?|[^/]+\/?|\//g) ?? []).flatMap((part) => [part, el("wbr")]),
    el("span", { class: "spoken" }, ` (${newTab})`),
  );
}

/**
 * Turn the phone numbers and https addresses in a text into links.
 * @param {string} text
 * @param {string} newTab words for screen readers
 * @returns {Node[]}
 */
function linked(text, newTab) {
  const nodes = [];
  const pattern = /https:\/\/[^\s<>"]+|(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}/g;
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const web = match[0].startsWith("https");
    const found = web ? match[0].replace(/[.,;:!?)\]}'’”»]+$/, "") : match[0];
    const end = start + found.length;
    // Part of a longer number is no phone number.
    if (!web && (/[\d-]/.test(text.charAt(start - 1)) || /^-?\d/.test(text.slice(end)))) continue;
    nodes.push(document.createTextNode(text.slice(done, start)));
    if (web) {
      nodes.push(webLink(found, found, newTab));
    } else {
      const digits = found.replace(/\D/g, "");
      nodes.push(el("a", { href: `tel:+${digits.length === 10 ? "1" : ""}${digits}` }, found));
    }
    done = end;
  }
  nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

/**
 * Build paragraphs and lists from a text: an empty line starts a paragraph, lines starting with "• " make a list.
 * @param {string} text
 * @param {string} newTab words for screen readers
 * @returns {HTMLElement[]}
 */
function blocks(text, newTab) {
  const result = [];
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    const bullet = /^\s*• /.test(line);
    if (!line.trim()) {
      open = null;
      continue;
    }
    const tag = bullet ? "UL" : "P";
    const fresh = !open || open.tagName !== tag;
    if (fresh) {
      open = el(tag);
      result.push(open);
    }
    if (bullet) {
      open.append(el("li", {}, ...linked(line.replace(/^\s*• /, ""), newTab)));
    } else {
      open.append(...(fresh ? [] : ["\n"]), ...linked(line, newTab));
    }
  }
  return result;
}

/** The chat panel. */
class AdvisorChat extends HTMLElement {
  /** Session token; only here, never stored. @type {?string} */
  #session = null;
  /** The request for a session under way. @type {?Promise<void>} */
  #opening = null;
  #greeted = false;
  #busy = false;
  /** What did not go through, to send again. @type {?Outgoing} */
  #failed = null;
  /** Buttons of the newest turn. @type {HTMLButtonElement[]} */
  #live = [];
  #language = "en";
  #words = STRINGS.en;
  #log;
  #form;
  #box;
  #counter;
  #speaker;
  #alert;
  #send;
  #wait;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    if (!this.#session) this.#start();
  }

  /** Build the panel. */
  #build() {
    const language = this.lang || "en";
    if (Object.hasOwn?.(STRINGS, language)) this.#language = language;
    const words = (this.#words = STRINGS[this.#language]);

    const root = this.attachShadow({ mode: "open" });
    if ("adoptedStyleSheets" in root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } // Older browsers show the panel plain; it works all the same.

    this.#log = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": words.conversation });
    this.#wait = el(
      "div",
      { class: "wait" },
      words.writing,
      el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
    );
    this.#alert = el("div", { class: "alert", role: "alert" });
    this.#box = el("textarea", {
      id: "box",
      rows: "2",
      maxlength: String(MAX_LENGTH),
      enterkeyhint: "send",
      autocomplete: "off",
      "aria-describedby": "hint",
    });
    this.#counter = el("span", { class: "small", "aria-hidden": "true" });
    this.#speaker = el("span", { class: "spoken", role: "status" });
    this.#send = el("button", { class: "send", type: "submit" }, words.send);
    this.#form = el(
      "form",
      {},
      this.#alert,
      el("div", { class: "row top" }, el("label", { for: "box" }, words.label), this.#counter),
      this.#box,
      el("div", { class: "row bottom" }, el("span", { class: "small", id: "hint" }, words.hint), this.#send),
      this.#speaker,
    );
    root.append(
      el("section", { class: "panel", "aria-labelledby": "title" }, el("h2", { id: "title" }, words.title), this.#log, this.#form),
    );

    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#submit();
    });
    this.#box.addEventListener("input", () => this.#count());
    this.#count();
  }

  /** Show how much of the box is used. */
  #count() {
    const words = this.#words;
    const used = this.#box.value.length;
    const left = MAX_LENGTH - used;
    let text = words.counter(used, MAX_LENGTH);
    let spoken = "";
    if (left < 0) text = spoken = words.overLimit(-left);
    else if (left === 0) text = spoken = words.atLimit(MAX_LENGTH);
    else if (left <= NEAR_LIMIT) spoken = words.nearLimit;
    this.#counter.textContent = text;
    this.#counter.className = left <= 0 ? "small full" : "small";
    if (this.#speaker.textContent !== spoken) this.#speaker.textContent = spoken;
  }

  /** Ask the server for a session when the panel appears, or again after that failed. */
  async #start() {
    this.#clearError();
    this.#waiting(true);
    try {
      await this.#open();
    } catch (error) {
      // A message sent in the meantime reports the failure itself.
      if (!this.#busy && !this.#failed) this.#showError(error, this.#words.startFailed);
    }
    if (!this.#busy) this.#waiting(false);
  }

  /**
   * Get a session; show the greeting the first time.
   * @returns {Promise<void>}
   */
  #open() {
    const open = async () => {
      const data = await this.#post("session", { language: this.#language });
      if (typeof data.session !== "string") throw new TypeError("no session in the answer");
      this.#session = data.session;
      if (this.#greeted) return;
      this.#greeted = true;
      const { turn, buttons } = this.#botTurn(data.messages);
      if (!turn) return;
      this.#log.prepend(turn);
      this.#live = buttons;
      this.#enable(!this.#busy);
    };
    this.#opening ??= open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /**
   * Post JSON and return the JSON that comes back.
   * @param {string} path below the API
   * @param {object} body
   * @returns {Promise<{session?: string, messages?: Message[]}>}
   */
  async #post(path, body) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), TIMEOUT);
    try {
      const response = await fetch(new URL(path, API), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: control.signal,
      });
      if (response.ok) return await response.json();
      const problem = await response.json().catch(() => null);
      throw new ServerError(response.status, typeof problem?.message === "string" ? problem.message : "");
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Post a message; when the session has run out, get a new one and post once more.
   * @param {Outgoing} outgoing
   * @returns {Promise<{messages?: Message[]}>}
   */
  async #deliver({ id, text }) {
    if (!this.#session) await this.#open();
    const session = this.#session;
    try {
      return await this.#post("message", { session, id, text });
    } catch (error) {
      if (!(error instanceof ServerError) || error.status !== 401) throw error;
    }
    this.#session = null;
    await this.#open();
    return this.#post("message", { session: this.#session, id, text });
  }

  /** Send what is in the box. */
  #submit() {
    const text = this.#box.value.trim();
    if (!text || text.length > MAX_LENGTH) {
      this.#box.focus();
      return;
    }
    if (this.#busy) return;
    // The same words after a failure keep their id, so the server can tell a repeat.
    const again = this.#failed && !this.#failed.button && this.#failed.text === text;
    const id = again ? this.#failed.id : uuid();
    this.#box.value = "";
    this.#count();
    this.#exchange({ id, text, shown: text });
  }

  /** Do again what failed. */
  #retry() {
    const failed = this.#failed;
    if (failed?.button) {
      this.#exchange(failed);
      return;
    }
    this.#clearError();
    this.#box.focus();
    if (!this.#session && !failed) this.#start();
    else this.#submit();
  }

  /**
   * Send one message and show the answer.
   * @param {Outgoing} outgoing
   */
  async #exchange(outgoing) {
    if (this.#busy) return;
    this.#busy = true;
    this.#send.setAttribute("aria-disabled", "true");
    this.#clearError();
    this.#enable(false);
    const bubble = this.#userTurn(outgoing.shown);
    this.#log.append(bubble);
    this.#waiting(true);
    // On a touch screen the keyboard would hide the answer; a pressed button loses the focus anyway.
    if (outgoing.button || matchMedia("(pointer: coarse)").matches) bubble.focus({ preventScroll: true });
    else this.#box.focus({ preventScroll: true });
    this.#reveal(bubble, this.#wait);

    let data = null;
    let problem = null;
    try {
      data = await this.#deliver(outgoing);
    } catch (error) {
      problem = error;
    }
    this.#busy = false;
    this.#send.removeAttribute("aria-disabled");
    this.#waiting(false);
    if (problem) {
      const focused = this.shadowRoot.activeElement === bubble;
      this.#giveBack(outgoing, bubble);
      const retry = this.#showError(problem, this.#words.sendFailed);
      if (focused) (outgoing.button ?? retry).focus({ preventScroll: true });
      return;
    }
    this.#failed = null;
    let answer = this.#botTurn(data?.messages);
    if (!answer.turn) answer = this.#botTurn([{ text: this.#words.nothing }]);
    this.#log.append(answer.turn);
    this.#live = answer.buttons;
    this.#reveal(bubble, answer.turn);
  }

  /**
   * Put everything back the way it was before a message that did not go through.
   * @param {Outgoing} outgoing
   * @param {HTMLElement} bubble
   */
  #giveBack(outgoing, bubble) {
    bubble.remove();
    this.#enable(true);
    this.#failed = outgoing;
    if (outgoing.button) return;
    const since = this.#box.value.trim();
    this.#box.value = since ? `${outgoing.text}\n${since}` : outgoing.text;
    this.#count();
  }

  /**
   * Build the bubble of something the person said.
   * @param {string} text
   * @returns {HTMLElement}
   */
  #userTurn(text) {
    return el(
      "div",
      { class: "turn user", tabindex: "-1" },
      el("p", { class: "who" }, this.#words.you),
      el("div", { class: "body" }, el("p", {}, text)),
    );
  }

  /**
   * Build one turn of the assistant from the messages of an answer.
   * @param {Message[]} [messages]
   * @returns {{turn: ?HTMLElement, buttons: HTMLButtonElement[]}} no turn when there is nothing to show
   */
  #botTurn(messages) {
    const body = el("div", { class: "body" });
    const buttons = [];
    let list = false;
    for (const message of Array.isArray(messages) ? messages : []) {
      if (typeof message?.text === "string") body.append(...blocks(message.text, this.#words.newTab));
      if (Array.isArray(message?.buttons) && message.buttons.length) {
        const group = el("div", { class: "choices", role: "group", "aria-label": this.#words.choices });
        for (const choice of message.buttons) {
          const title = String(choice?.title ?? "");
          const button = this.#choice(title, String(choice?.payload ?? title));
          group.append(button);
          buttons.push(button);
        }
        body.append(group);
      }
      const fold = this.#sources(message?.custom);
      if (fold) body.append(fold);
      list ||= message?.custom?.type === "checklist";
    }
    if (list) body.append(this.#printButton());
    if (!body.hasChildNodes()) return { turn: null, buttons };
    return { turn: el("div", { class: list ? "turn bot list" : "turn bot" }, el("p", { class: "who" }, this.#words.assistant), body), buttons };
  }

  /**
   * Build the button that prints a list. Only lists are printed when there is one.
   * @returns {HTMLElement}
   */
  #printButton() {
    const button = el("button", { type: "button", class: "print" }, this.#words.print);
    button.addEventListener("click", () => window.print());
    return button;
  }

  /**
   * Build a button for a suggested answer.
   * @param {string} title
   * @param {string} payload
   * @returns {HTMLButtonElement}
   */
  #choice(title, payload) {
    const button = el("button", { type: "button" }, title);
    button.addEventListener("click", () => {
      this.#exchange({ id: uuid(), text: payload, shown: title, button });
    });
    return button;
  }

  /**
   * Build the fold with the sources of an advice.
   * @param {Custom} [custom]
   * @returns {?HTMLElement} null when there is nothing to show
   */
  #sources(custom) {
    if (custom?.type !== "advice" || (custom.next_question ?? null) !== null) return null;
    if (!Array.isArray(custom.sources) || !custom.sources.length) return null;
    const words = this.#words;
    const date = (value) => readableDate(value, this.#language);
    const list = el("ul");
    for (const source of custom.sources) {
      const dates = [
        source.published && words.published(date(source.published)),
        source.checked && words.checked(date(source.checked)),
      ].filter(Boolean);
      const title = source.title || source.url || source.id || "";
      list.append(
        el("li", {}, webLink(source.url ?? "", title, words.newTab), " ", el("span", { class: "dates" }, dates.join(", "))),
      );
    }
    return el("details", {}, el("summary", {}, words.sources(date(custom.as_of))), list);
  }

  /**
   * Enable or disable the buttons of the newest turn.
   * @param {boolean} on
   */
  #enable(on) {
    for (const button of this.#live) button.disabled = !on;
  }

  /**
   * Show or hide the sign that an answer is coming.
   * @param {boolean} on
   */
  #waiting(on) {
    if (on) this.#log.append(this.#wait);
    else this.#wait.remove();
  }

  /**
   * Scroll so that an exchange can be read from its beginning, if it is not in view as it is.
   * @param {HTMLElement} first
   * @param {HTMLElement} last
   */
  #reveal(first, last) {
    const bottom = Math.min(window.innerHeight, this.#form.getBoundingClientRect().top);
    if (first.getBoundingClientRect().top >= 0 && last.getBoundingClientRect().bottom <= bottom) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  /** Take an error off the panel. */
  #clearError() {
    this.#alert.replaceChildren();
  }

  /**
   * Say kindly that something failed, offer the phone and another try.
   * @param {unknown} error
   * @param {string} otherwise what to say when the server said nothing
   * @returns {HTMLElement} the button for another try
   */
  #showError(error, otherwise) {
    const words = this.#words;
    const said = (error instanceof ServerError && error.message) || otherwise;
    const lines = [this.#failed && !this.#failed.button ? `${said} ${words.kept}` : said];
    if (!said.includes(SSA_PHONE)) lines.push(words.call);
    const retry = el("button", { type: "button" }, words.retry);
    retry.addEventListener("click", () => this.#retry());
    this.#alert.replaceChildren(...lines.flatMap((line) => blocks(line, words.newTab)), retry);
    if (this.#failed) this.#alert.scrollIntoView({ block: "nearest" });
    return retry;
  }
}

if (!customElements.get("advisor-chat")) customElements.define("advisor-chat", AdvisorChat);
