/** The box people write in: it grows, counts, and never throws away what was typed. */

import { el } from "./dom.js";

/** @typedef {import("./words.js").Words} Words */

/** Most characters in one message. */
export const MOST = 500;

/** With so few characters left, the counter speaks up. */
const NEAR = 50;

export class Composer {
  /**
   * @param {Words} words
   * @param {(text: string) => void} send called with what is in the box when it is fit to be sent
   */
  constructor(words, send) {
    this.words = words;
    this.box = el("textarea", { id: "box", rows: "1", enterkeyhint: "send", autocomplete: "off", "aria-describedby": "hint problem" });
    this.counter = el("span", { class: "small counter", "aria-hidden": "true" });
    this.problem = el("p", { class: "problem", id: "problem", role: "status" });
    this.sendButton = el("button", { type: "submit", class: "send" }, words.say("send"));
    this.form = el(
      "form",
      { class: "composer" },
      el("p", { class: "row" }, el("label", { for: "box" }, words.say("label")), el("span", { class: "small", id: "hint" }, words.say("hint"))),
      el("div", { class: "row entry" }, this.box, this.sendButton),
      this.problem,
      this.counter,
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(send);
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#submit(send);
    });
    this.box.addEventListener("input", () => this.#changed());
    this.#changed();
  }

  get text() {
    return this.box.value;
  }

  set text(text) {
    this.box.value = text;
    this.#changed();
  }

  /**
   * Say beside the box what is wrong.
   * @param {string} text
   */
  say(text) {
    if (this.problem.textContent !== text) this.problem.textContent = text;
  }

  /** @param {(text: string) => void} send */
  #submit(send) {
    const text = this.box.value.trim();
    if (!text) this.say(this.words.say("write_first"));
    else if (text.length <= MOST) send(text);
    if (!text || text.length > MOST) this.box.focus();
  }

  #changed() {
    const used = this.box.value.trim().length;
    const left = MOST - used;
    this.counter.textContent = this.words.say("counter", { used, most: MOST });
    this.box.toggleAttribute("aria-invalid", left < 0);
    if (left < 0) this.say(this.words.say("counter_over", { over: -left }));
    else if (left <= NEAR) this.say(this.words.say("counter_near", { left: left - (left % 10) || left }));
    else this.say("");
    this.#grow();
  }

  /** Where CSS cannot grow a box (`field-sizing`), this does. The style sheet sets the largest height. */
  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + 4}px`;
  }
}
