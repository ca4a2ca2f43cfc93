/**
 * The chat as one tag: `<script type="module" src="https://…/widget.js"></script>`. docs/embed.md says what can be set.
 *
 * This file is all that is loaded before somebody opens the chat. It puts `<advisor-chat>` on the page with one button; the rest
 * (widget/) comes when the button is pressed. It works under `default-src 'self'`: no inline style, no inline script, and nothing
 * is written to cookies or storage.
 */

/**
 * Words that are needed before the server has been asked for anything, by language. The server fills them in.
 * @type {Record<string, Record<string, string>>}
 */
const START_WORDS = /* words of the knowledge */ {};

/** A page that gives nothing away, if the site names no other: weather, from the US government, without trackers of shops. */
const EXIT = "https://www.weather.gov/";

const CSS = `
:host { all: initial; display: block !important; }
:host([hidden]) { display: none !important; }
.launcher {
  --u: max(1rem, 16px);
  position: fixed; z-index: 2147483000; inset-block-end: var(--advisor-inset, 1.25rem); inset-inline-end: var(--advisor-inset, 1.25rem);
  display: flex; align-items: center; gap: calc(var(--u) * .6); max-width: calc(100vw - 2rem); min-height: calc(var(--u) * 3.4); box-sizing: border-box;
  padding: calc(var(--u) * .7) calc(var(--u) * 1.3); border: 2px solid transparent; border-radius: calc(var(--u) * 1.8); margin: 0;
  background: var(--advisor-accent, #1d5566); color: var(--advisor-on-accent, #fff); box-shadow: 0 2px 6px #0003, 0 8px 24px #0003;
  font: 600 calc(var(--u) * 1.125)/1.3 var(--advisor-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  text-align: start; cursor: pointer;
}
.launcher:hover { text-decoration: underline; text-underline-offset: .2em; }
.launcher:focus-visible { outline: 3px solid var(--advisor-accent, #1d5566); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
.launcher svg { flex: none; width: 1.4em; height: 1.4em; }
.launcher[hidden] { display: none; }
.failed, .note {
  position: fixed; z-index: 2147483000; inset-block-end: calc(var(--advisor-inset, 1.25rem) + 5rem); inset-inline-end: var(--advisor-inset, 1.25rem);
  max-width: min(22rem, calc(100vw - 2.5rem)); box-sizing: border-box; padding: 1rem 1.2rem; border: 2px solid #b58a2c; border-radius: 12px;
  background: #fbf0d9; color: #22302f; font: max(1.0625rem, 17px)/1.5 system-ui, sans-serif;
}
.left { inset-inline: var(--advisor-inset, 1.25rem) auto; }
:is(.failed, .note):empty { display: none; }
.failed a { color: inherit; font-weight: 600; white-space: nowrap; }
:host([data-inline]) :is(.launcher, .failed, .note) { position: static; margin: .5rem 0; }
@media print { .launcher, .note { display: none; } }
`;

/** The speech bubble on the button. */
const BUBBLE = "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z";

/**
 * Build an SVG picture that says nothing to screen readers.
 * @param {string} path
 * @returns {SVGElement}
 */
function picture(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  line.setAttribute("fill", "currentColor");
  svg.append(line);
  return svg;
}

/** The element: a button, or the chat at once with `data-inline`. */
class AdvisorChat extends HTMLElement {
  /** @type {HTMLButtonElement} */
  #launcher = document.createElement("button");
  #problem = document.createElement("div");
  /** What must be known while the chat is closed. */
  #note = document.createElement("div");
  /** @type {?HTMLLinkElement} */
  #sheet = null;
  /** @type {?Promise<import("./widget/panel.js").Panel>} */
  #panel = null;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    if (this.#inline) void this.open();
  }

  /** Open the chat; loads it the first time. */
  async open() {
    this.#problem.replaceChildren();
    this.#launcher.setAttribute("aria-busy", "true");
    try {
      this.#panel ??= this.#load();
      const panel = await this.#panel;
      this.#launcher.hidden = true;
      panel.open();
    } catch {
      this.#panel = null;
      this.#launcher.hidden = false;
      this.#problem.append(...withPhoneLinks(this.#words.start_failed ?? ""));
    }
    this.#launcher.removeAttribute("aria-busy");
  }

  get #inline() {
    return this.dataset.inline !== undefined;
  }

  /** Language to start in: that of the tag, else of the page, if there are words in it. */
  get #language() {
    const wished = this.dataset.language || this.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang;
    const short = wished.split("-")[0].toLowerCase();
    return Object.keys(START_WORDS).includes(short) ? short : "en";
  }

  get #words() {
    return START_WORDS[this.#language] ?? {};
  }

  #build() {
    const root = this.attachShadow({ mode: "open" });
    if ("adoptedStyleSheets" in root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } else {
      // Older browsers: a plain button in the right place.
      Object.assign(this.#launcher.style, { position: "fixed", bottom: "20px", right: "20px", zIndex: "2147483000", padding: "14px 20px", fontSize: "18px" });
    }
    const launcher = this.#launcher;
    launcher.type = "button";
    const side = this.dataset.side === "left" ? " left" : "";
    launcher.className = `launcher${side}`;
    launcher.lang = this.#language;
    launcher.hidden = this.#inline;
    launcher.setAttribute("aria-haspopup", "dialog");
    launcher.append(picture(BUBBLE), this.dataset.label || this.#words.start_open || "");
    launcher.addEventListener("click", () => void this.open());
    this.#problem.className = `failed${side}`;
    this.#problem.setAttribute("role", "alert");
    this.#note.className = `note${side}`;
    this.#note.lang = this.#language;
    this.#note.setAttribute("role", "status");
    root.append(launcher, this.#problem, this.#note);
  }

  /**
   * Load the files and the words of the chat side by side: on a slow network each wait for another costs half a second.
   * @returns {Promise<import("./widget/panel.js").Panel>}
   */
  async #load() {
    const files = new URL("widget/", import.meta.url);
    const part = (/** @type {string} */ name) => import(new URL(`${name}.js`, files).href);
    const options = {
      language: this.#language,
      inline: this.#inline,
      side: this.dataset.side === "left" ? "left" : "right",
      scheme: this.dataset.scheme ?? "",
      exit: this.dataset.exit || EXIT,
      shift: this.dataset.shiftExit !== "off",
      outside: (/** @type {string} */ text) => this.#note.replaceChildren(text),
      closed: () => {
        this.#launcher.hidden = false;
        this.#launcher.focus();
      },
    };
    const server = new URL("webhooks/web/", this.dataset.server || import.meta.url);
    const begun = part("api").then(({ begin }) => begin(server, options.language));
    const [{ Panel }, { client, opening }] = await Promise.all([part("panel"), begun, this.#dress(files)]);
    const root = document.createElement("div");
    this.shadowRoot?.append(root);
    return new Panel(root, client, options, opening);
  }

  /**
   * Load the style sheet of the panel.
   * @param {URL} files
   * @returns {Promise<unknown>}
   */
  #dress(files) {
    this.#sheet?.remove();
    const sheet = document.createElement("link");
    this.#sheet = sheet;
    sheet.rel = "stylesheet";
    sheet.crossOrigin = "anonymous";
    sheet.href = new URL("panel.css", files).href;
    const loaded = new Promise((done) => {
      sheet.addEventListener("load", done);
      sheet.addEventListener("error", done); // plain, but it works
    });
    this.shadowRoot?.append(sheet);
    return loaded;
  }
}

/**
 * Turn Social Security's numbers in a text into links.
 * @param {string} text
 * @returns {(string|Node)[]}
 */
function withPhoneLinks(text) {
  return text.split(/(1-\d{3}-\d{3}-\d{4})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = document.createElement("a");
    link.href = `tel:+${part.replace(/-/g, "")}`;
    link.textContent = part;
    return link;
  });
}

/** Put the element on the page where the tag asks for it, unless the page has one already. */
function place() {
  if (document.querySelector("advisor-chat")) return;
  const tag = [...document.scripts].find((script) => script.src === import.meta.url);
  const chat = document.createElement("advisor-chat");
  if (tag) Object.assign(chat.dataset, tag.dataset);
  if (tag && chat.dataset.inline !== undefined && document.body.contains(tag)) tag.after(chat);
  else document.body.append(chat);
}

if (!customElements.get("advisor-chat")) {
  customElements.define("advisor-chat", AdvisorChat);
  place();
  // Any button of the page with this attribute opens the chat.
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-advisor-open]");
    const chat = button && document.querySelector("advisor-chat");
    if (chat instanceof AdvisorChat) void chat.open();
  });
}
