/** Text into paragraphs, lists and links, and turns of a conversation into bubbles. */

import { adviceCard, cardInWords } from "./card.js";
import { button, el } from "./dom.js";
import { listCard } from "./lists.js";

/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").Choice} Choice */
/** @typedef {import("./words.js").Words} Words */

const LINKS = /(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|(?:\+?1-)?\b\d{3}-\d{3}-\d{4}\b|\b(?:[a-z]+\.)?ssa\.gov(?:\/[\w/-]*\w)?)/g;

/**
 * Build a link to a web page, or plain text when the address is not https.
 * @param {string} url
 * @param {string} text what to show
 * @param {Words} words
 * @returns {Node}
 */
export function webLink(url, text, words) {
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
    text,
    el("span", { class: "spoken" }, ` (${words.say("new_tab")})`),
  );
}

/**
 * Turn phone numbers, https addresses and names of ssa.gov pages in a text into links.
 * @param {string} text
 * @param {Words} words
 * @returns {(Node|string)[]}
 */
export function linked(text, words) {
  return text.split(LINKS).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.startsWith("https://")) return webLink(part, part, words);
    if (/^[a-z]/.test(part)) return webLink(`https://${part.startsWith("ssa.gov") ? "www." : ""}${part}`, part, words);
    const digits = part.replace(/\D/g, "");
    return el("a", { href: `tel:+${digits.length === 10 ? "1" : ""}${digits}`, class: "phone" }, part);
  });
}

/**
 * Build paragraphs and lists: an empty line starts a paragraph; lines starting with "• ", "☐ " or "1. " make a list.
 * @param {string} text
 * @param {Words} words
 * @returns {HTMLElement[]}
 */
export function blocks(text, words) {
  /** @type {HTMLElement[]} */
  const result = [];
  /** @type {?HTMLElement} */
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim()) {
      open = null;
      continue;
    }
    const item = /^\s*(•|☐|\d+\.) (.*)$/.exec(line);
    const kind = !item ? "p" : item[1] === "•" ? "ul" : item[1] === "☐" ? "ul.boxes" : "ol";
    const fresh = !open || open.dataset.kind !== kind;
    if (fresh || !open) {
      open = el(/** @type {"p"|"ul"|"ol"} */ (kind.split(".")[0]), { "data-kind": kind });
      if (kind === "ul.boxes") open.className = "boxes";
      result.push(open);
    }
    if (item) open.append(el("li", {}, ...linked(item[2], words)));
    else open.append(...(fresh ? [] : [el("br")]), ...linked(line, words));
  }
  return result;
}

/**
 * Build the bubble of something the person said.
 * @param {string} text
 * @param {Words} words
 * @returns {HTMLElement}
 */
export function personTurn(text, words) {
  return el(
    "div",
    // It gets the focus when a choice was pressed: then a screen reader says whose words these are.
    { class: "turn mine", tabindex: "-1", role: "group", "aria-label": `${words.say("you")} ${text}` },
    el("p", { class: "who" }, words.say("you")),
    el("div", { class: "body", dir: "auto" }, el("p", {}, text)),
  );
}

/**
 * Build one turn of the assistant.
 * @param {Message[]} messages
 * @param {Words} words
 * @param {(choice: Choice, pressed: HTMLButtonElement) => void} choose
 * @returns {{turn: HTMLElement, choices: ?HTMLElement, spoken: string}} `spoken` is what a screen reader announces
 */
export function assistantTurn(messages, words, choose) {
  const body = el("div", { class: "body" });
  const spoken = /** @type {string[]} */ ([]);
  const buttons = /** @type {Choice[]} */ ([]);
  for (const part of arranged(messages)) {
    if (part.custom?.card) {
      body.append(adviceCard(part.custom, words));
      spoken.push(cardInWords(part.custom, words));
    } else if (part.custom?.type === "checklist") {
      body.append(listCard(part.custom, words));
      spoken.push(String(part.custom.title ?? ""));
    } else if (typeof part.text === "string") {
      body.append(el("div", { class: "bubble", dir: "auto" }, ...blocks(part.text, words)));
      spoken.push(part.text.replace(/[•☐]\s*/g, ""));
    }
    if (Array.isArray(part.buttons)) buttons.push(...part.buttons);
  }
  if (!body.hasChildNodes()) return assistantTurn([{ text: words.say("no_answer") }], words, choose);
  const choices = buttons.length ? choiceGroup(buttons, words, choose) : null;
  if (choices) {
    body.append(choices);
    spoken.push(words.say("said_choices", { choices: buttons.map((choice) => String(choice?.title ?? "")).join("; ") }));
  }
  const turn = el("div", { class: "turn theirs" }, el("p", { class: "who" }, words.say("assistant")), body);
  return { turn, choices, spoken: spoken.join("\n") };
}

/**
 * Put the card of an answer, or a list, in the place of the texts that say the same; their buttons stay.
 * @param {Message[]} messages
 * @returns {Message[]}
 */
function arranged(messages) {
  const result = /** @type {Message[]} */ ([]);
  for (const message of messages) {
    if (!message || typeof message !== "object") continue;
    const count = message.custom?.type === "checklist" ? 1 : message.custom?.card?.replaces;
    if (typeof count !== "number") {
      result.push(message);
      continue;
    }
    const replaced = count > 0 ? result.splice(-count) : [];
    result.push({ custom: message.custom, buttons: replaced.flatMap((one) => one.buttons ?? []) });
  }
  return result;
}

/**
 * Build the buttons for suggested answers.
 * @param {Choice[]} choices
 * @param {Words} words
 * @param {(choice: Choice, pressed: HTMLButtonElement) => void} choose
 * @returns {HTMLElement}
 */
export function choiceGroup(choices, words, choose) {
  const group = el("div", { class: "choices", role: "group", "aria-label": words.say("choices") });
  for (const one of choices) {
    const title = String(one?.title ?? "");
    const choice = { title, payload: String(one?.payload ?? title) };
    const made = button(title, "choice", () => choose(choice, made));
    group.append(made);
  }
  return group;
}
