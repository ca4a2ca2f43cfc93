/**
 * What is on the screen. It is built anew when the language is switched; whoever shows something asks the newest one.
 *
 * @typedef {object} View
 * @property {import("./words.js").Words} words
 * @property {import("./composer.js").Composer} composer
 * @property {import("./trouble.js").Trouble} trouble
 * @property {import("./speaking.js").Speaker} speaker
 * @property {HTMLElement} waiting sign that an answer is coming
 * @property {HTMLElement} heading
 * @property {HTMLElement} log what scrolls
 * @property {() => boolean} isOpen
 * @property {() => void} dress dress the panel for how far the conversation is
 * @property {(first: HTMLElement) => void} reveal scroll to where one begins to read
 * @property {() => ?Element} focused what has the focus
 */
