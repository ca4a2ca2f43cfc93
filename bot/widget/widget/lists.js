/** The list to take along: on paper, or as text. It holds no date, time or office of anybody. */

import { button, el } from "./dom.js";
import { linked } from "./messages.js";

/** @typedef {import("./api.js").Custom} Custom */
/** @typedef {import("./words.js").Words} Words */

/**
 * Build a list with boxes to tick, and the buttons under it.
 * @param {Custom} list
 * @param {Words} words
 * @returns {HTMLElement}
 */
export function listCard(list, words) {
  const parts = (list.sections ?? []).map((section) =>
    el(
      "div",
      { class: "part" },
      el("h4", {}, (section.title ?? "").replace(/:$/, "")),
      el("ul", { class: "ticks" }, ...(section.items ?? []).map((item) => el("li", {}, ...linked(item, words)))),
    ),
  );
  const foot = (list.foot ?? []).map((line) => el("p", {}, ...linked(line, words)));
  return el(
    "article",
    { class: "card list", "aria-label": list.title ?? "" },
    el("h3", { class: "part title" }, list.title ?? ""),
    ...parts,
    el("div", { class: "part foot" }, ...foot),
    el("div", { class: "part" }, buttons(list, words)),
  );
}

/**
 * @param {Custom} list
 * @param {Words} words
 * @returns {HTMLElement}
 */
function buttons(list, words) {
  const said = el("p", { class: "small", role: "status" });
  const copied = async () => {
    said.textContent = words.say((await copy(asText(list))) ? "list_copied" : "list_not_copied");
  };
  return el(
    "div",
    { class: "take" },
    button(words.say("list_print"), "plain", () => print(list, words.language)),
    button(words.say("list_copy"), "plain", () => void copied()),
    said,
  );
}

/**
 * Write a list as plain text.
 * @param {Custom} list
 * @returns {string}
 */
export function asText({ title = "", sections = [], foot = [] }) {
  const parts = sections.map((section) => [section.title ?? "", ...(section.items ?? []).map((item) => `[ ] ${item}`)].join("\n"));
  return [title, ...parts, foot.join("\n")].join("\n\n");
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it worked
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without HTTPS and older browsers: mark the text somewhere and copy the old way.
    const box = el("textarea", { readonly: "", class: "spoken" });
    box.value = text;
    document.body.append(box);
    box.select();
    const worked = document.execCommand("copy");
    box.remove();
    return worked;
  }
}

/**
 * Print a list alone: in a frame of its own, because the page around the chat has other things on it.
 * @param {Custom} list
 * @param {string} language
 */
function print(list, language) {
  const frame = el("iframe", { title: list.title ?? "", "aria-hidden": "true", tabindex: "-1" });
  Object.assign(frame.style, { position: "fixed", width: "1px", height: "1px", border: "0", opacity: "0", insetInlineEnd: "0", insetBlockEnd: "0" });
  document.body.append(frame);
  const page = frame.contentDocument;
  const inside = frame.contentWindow;
  if (!page || !inside) return;
  const style = page.createElement("link");
  style.rel = "stylesheet";
  style.crossOrigin = "anonymous";
  style.href = new URL("print.css", import.meta.url).href;
  page.documentElement.lang = language;
  page.title = list.title ?? "";
  page.head.append(style);
  page.body.append(...printed(list));
  inside.addEventListener("afterprint", () => frame.remove());
  const start = () => inside.print();
  style.addEventListener("load", start);
  style.addEventListener("error", start);
}

/**
 * @param {Custom} list
 * @returns {HTMLElement[]}
 */
function printed({ title = "", sections = [], foot = [] }) {
  return [
    el("h1", {}, title),
    ...sections.flatMap((section) => [
      el("h2", {}, section.title ?? ""),
      el("ul", {}, ...(section.items ?? []).map((item) => el("li", {}, item))),
    ]),
    el("footer", {}, ...foot.map((line) => el("p", {}, line))),
  ];
}
