/** Small helpers around the DOM. Text always goes into text nodes, never into markup. */

/**
 * Build an element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag tag name
 * @param {Record<string, string>} [attributes] attributes to set
 * @param {...(Node|string)} children nodes, or strings that become text nodes
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * Build a button.
 * @param {string} text
 * @param {string} kind class
 * @param {() => void} pressed
 * @returns {HTMLButtonElement}
 */
export function button(text, kind, pressed) {
  const made = el("button", { type: "button", class: kind }, text);
  made.addEventListener("click", pressed);
  return made;
}

/**
 * Build an icon that says nothing to screen readers.
 * @param {string} path
 * @returns {SVGElement}
 */
export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * Make a random UUID (version 4). `crypto.randomUUID` is missing on pages without HTTPS and in older browsers.
 * @returns {string}
 */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * Tell whether somebody asked for less motion.
 * @returns {boolean}
 */
export function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
