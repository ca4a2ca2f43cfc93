/** The head of the panel: its name, the languages, leaving quickly, closing. */

import { button, el, icon } from "./dom.js";

/** @typedef {import("./api.js").Opening} Opening */
/** @typedef {import("./words.js").Words} Words */

const CROSS = "M6 6l12 12M18 6 6 18";
const DOOR = "M10 4H5v16h5M10 12h10M16 8l4 4-4 4";

/**
 * Build it.
 * @param {Opening} opening
 * @param {Words} words
 * @param {{leave: () => void, close: ?(() => void), switchTo: (language: string) => void}} actions without `close` there is no such button
 * @returns {{element: HTMLElement, heading: HTMLElement, hint: HTMLElement}} `hint` says to screen readers what leaving quickly does
 */
export function header(opening, words, { leave, close, switchTo }) {
  const heading = el("h2", { id: "title", tabindex: "-1" }, words.say("title"));
  const hint = el("span", { id: "leave-hint", hidden: "" });
  const leaving = button("", "leave", leave);
  leaving.append(icon(DOOR), words.say("leave"));
  leaving.setAttribute("aria-describedby", "leave-hint");
  const element = el("div", { class: "header" }, heading, ...languageSwitch(opening, words, switchTo), leaving, hint);
  if (close) {
    const closing = button("", "close", close);
    closing.append(icon(CROSS));
    closing.setAttribute("aria-label", words.say("close"));
    closing.title = words.say("close_long");
    element.append(closing);
  }
  return { element, heading, hint };
}

/**
 * Build the switch when there is something to choose.
 * @param {Opening} opening
 * @param {Words} words
 * @param {(language: string) => void} switchTo
 * @returns {HTMLElement[]}
 */
function languageSwitch({ languages, language }, words, switchTo) {
  if (languages.length < 2) return [];
  const select = el("select", { "aria-label": words.say("switch_language") });
  for (const { code, name } of languages) {
    const option = el("option", { value: code, lang: code }, name);
    option.selected = code === language;
    select.append(option);
  }
  select.addEventListener("change", () => switchTo(select.value));
  return [select];
}
