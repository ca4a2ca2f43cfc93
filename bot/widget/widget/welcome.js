/** The first screen: what this is, the languages, common tasks, what is kept, how to leave. */

import { el } from "./dom.js";
import { choiceGroup } from "./messages.js";

/** @typedef {import("./api.js").Opening} Opening */
/** @typedef {import("./api.js").Choice} Choice */
/** @typedef {import("./words.js").Words} Words */

/**
 * Build it.
 * @param {Opening} opening
 * @param {Words} words
 * @param {(choice: Choice, pressed: HTMLButtonElement) => void} choose
 * @param {HTMLElement} shift the switch for leaving by the keyboard
 * @returns {HTMLElement}
 */
export function welcome(opening, words, choose, shift) {
  const tasks = opening.tasks.map((title) => ({ title, payload: title }));
  const languages = words.all(opening.languages.map(({ name }) => name));
  const kept = [...opening.keeps, words.say("leave_hint")].map((line) => el("li", {}, line));
  return el(
    "div",
    { class: "welcome" },
    el("h3", { class: "ask" }, words.say("welcome")),
    el("p", {}, words.say("welcome_what")),
    el("p", { class: "small" }, `${words.say("welcome_who")} ${words.say("welcome_languages", { languages })}`),
    el("h4", {}, words.say("welcome_tasks")),
    choiceGroup(tasks, words, choose),
    el("div", { class: "keeps" }, el("h4", {}, words.say("keeps_title")), el("ul", { class: "plain" }, ...kept), shift),
  );
}

/**
 * Build a switch, off or on.
 * @param {string} text
 * @param {boolean} on
 * @param {(on: boolean) => void} changed
 * @returns {HTMLElement}
 */
export function toggle(text, on, changed) {
  const box = el("input", { type: "checkbox" });
  box.checked = on;
  box.addEventListener("change", () => changed(box.checked));
  return el("label", { class: "toggle" }, box, text);
}
