/** The answer as a card: whether a visit is needed, the ways in order, what to bring, dates, the notice, where it comes from. */

import { el, icon } from "./dom.js";
import { blocks, linked, webLink } from "./messages.js";

/** @typedef {import("./api.js").Custom} Custom */
/** @typedef {import("./api.js").Item} Item */
/** @typedef {import("./api.js").Card} Card */
/** @typedef {import("./words.js").Words} Words */

const HOUSE = "M3 11.5 12 4l9 7.5M6 10v9h12v-9";
const BUILDING = "M4 20h16M5 10h14M12 4l8 5H4zM7 10v10M12 10v10M17 10v10";
const QUESTION = "M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 1.9v.8M12 18v.01";
const PICTURES = { no_visit: HOUSE, usually_no_visit: HOUSE, visit_needed: BUILDING, visit_may_be_needed: BUILDING };

/** What the knowledge says of a source that does not tell when it was written. */
const UNDATED = "undated";

/**
 * Build the card.
 * @param {Custom} custom with a `card`
 * @param {Words} words
 * @returns {HTMLElement}
 */
export function adviceCard(custom, words) {
  const card = custom.card ?? {};
  const need = String(custom.visit_need ?? "unclear");
  return el(
    "article",
    { class: "card", "data-need": need, "aria-label": words.say("visit_label", { need: words.say(`visit_${need}`) }) },
    el(
      "div",
      { class: "verdict" },
      icon(PICTURES[/** @type {keyof typeof PICTURES} */ (need)] ?? QUESTION),
      el("h3", {}, words.say(`visit_${need}`)),
    ),
    el("div", { class: "part lead" }, ...blocks(card.answer ?? "", words)),
    ...part(card.how, waysList(card, words)),
    ...part(card.bring, itemList([...(custom.documents ?? []), ...(custom.forms ?? [])], words, "ticks")),
    ...part(words.say("deadlines"), itemList(custom.deadlines ?? [], words, "dates")),
    ...part(words.say("good_to_know"), itemList(custom.cautions ?? [], words)),
    ...(card.hints?.length ? [el("div", { class: "part" }, ...blocks(card.hints.join(" "), words))] : []),
    ...noticeBox(card, words),
    el("div", { class: "part foot" }, el("p", {}, card.dating ?? ""), sourcesFold(custom, words), el("p", {}, card.disclaimer ?? "")),
  );
}

/**
 * Say the heart of a card for a screen reader: the rest can be read at leisure.
 * @param {Custom} custom
 * @param {Words} words
 * @returns {string}
 */
export function cardInWords(custom, words) {
  const ways = custom.card?.ways ?? [];
  const numbered = ways.map((way, index) => `${index + 1}. ${way.text ?? ""}`);
  return [custom.card?.answer ?? "", ...numbered, words.say("said_ways", { count: ways.length })].join("\n");
}

/**
 * Build a part with its heading, or nothing when there is nothing in it.
 * @param {string|undefined} heading
 * @param {?HTMLElement} content
 * @returns {HTMLElement[]}
 */
function part(heading, content) {
  return content ? [el("div", { class: "part" }, el("h4", {}, (heading ?? "").replace(/:$/, "")), content)] : [];
}

/**
 * Build the ways, best first. What stands before the colon ("Online: ...") is made to stand out.
 * @param {Card} card
 * @param {Words} words
 * @returns {?HTMLElement}
 */
function waysList(card, words) {
  if (!card.ways?.length) return null;
  const items = card.ways.map(({ text = "", marks = [] }) => {
    const [, lead = "", rest = text] = /^([^:]{2,32}): (.+)$/s.exec(text) ?? [];
    return el(
      "li",
      {},
      ...(lead ? [el("strong", {}, lead), el("br")] : []),
      ...linked(lead ? rest[0].toUpperCase() + rest.slice(1) : rest, words),
      ...marks.map((mark) => el("span", { class: "mark" }, " ", mark)),
    );
  });
  return el("ol", { class: "ways", role: "list" }, ...items);
}

/**
 * @param {Item[]} items
 * @param {Words} words
 * @param {string} [kind]
 * @returns {?HTMLElement}
 */
function itemList(items, words, kind = "plain") {
  const texts = items.map((item) => item?.text).filter((text) => typeof text === "string");
  if (!texts.length) return null;
  // Without a role, lists without marks are no lists to VoiceOver.
  return el("ul", { class: kind, role: "list" }, ...texts.map((text) => el("li", {}, ...linked(/** @type {string} */ (text), words))));
}

/**
 * Build the privacy notices, each with how certain it is.
 * @param {Card} card
 * @param {Words} words
 * @returns {HTMLElement[]}
 */
function noticeBox(card, words) {
  return (card.notices ?? [])
    .filter((notice) => notice?.text)
    .map((notice) =>
      el(
        "div",
        { class: "part notice" },
        el("h4", {}, notice.title ?? ""),
        ...blocks(notice.text ?? "", words),
        el("p", { class: "small" }, el("strong", {}, words.say("certainty_label")), " ", notice.certainty ?? ""),
      ),
    );
}

/**
 * @param {Custom} custom
 * @param {Words} words
 * @returns {HTMLElement}
 */
function sourcesFold(custom, words) {
  const list = el("ul", { class: "plain" });
  for (const source of custom.sources ?? []) {
    const { published, checked } = source;
    const dates = [
      published === UNDATED && words.say("source_undated"),
      published && published !== UNDATED && words.say("source_published", { date: words.day(published) }),
      checked && words.say("source_checked", { date: words.day(checked) }),
    ].filter(Boolean);
    const title = source.title || source.url || source.id || "";
    list.append(el("li", {}, webLink(source.url ?? "", title, words), el("span", { class: "dates" }, dates.join(" · "))));
  }
  return el("details", {}, el("summary", {}, words.say("sources")), el("p", {}, custom.card?.certainty ?? ""), list);
}
