/** Everything the chat says by itself: words of the knowledge (data/knowledge/widget.yml) that the server sends on opening. */

export class Words {
  /**
   * @param {Record<string, string>} texts name -> text
   * @param {string} language BCP 47 tag
   */
  constructor(texts, language) {
    this.texts = texts;
    this.language = language;
  }

  /**
   * Return a text with its {names} filled in.
   * @param {string} name
   * @param {Record<string, string|number>} [values]
   * @returns {string}
   */
  say(name, values = {}) {
    return (this.texts[name] ?? "").replace(/{(\w+)}/g, (all, key) => (key in values ? String(values[key]) : all));
  }

  /**
   * Join as people do: "a, b and c".
   * @param {string[]} items
   * @returns {string}
   */
  all(items) {
    return new Intl.ListFormat(this.language).format(items);
  }

  /**
   * Write a number of minutes.
   * @param {number} count
   * @returns {string}
   */
  minutes(count) {
    return new Intl.NumberFormat(this.language, { style: "unit", unit: "minute", unitDisplay: "long" }).format(count);
  }

  /**
   * Write the ISO dates in a text the way people do, also those without a day; leave anything else as it is.
   * @param {unknown} value such as "2026-01-31" or "2025-12 (updated 2026-01-31)"
   * @returns {string}
   */
  day(value) {
    return (typeof value === "string" ? value : "").replace(/\b(\d{4}-\d\d)(-\d\d)?\b/g, (all, month, day) => {
      const date = new Date(`${month}${day ?? "-01"}T00:00:00Z`);
      if (Number.isNaN(date.getTime())) return all;
      const parts = /** @type {Intl.DateTimeFormatOptions} */ ({ year: "numeric", month: "long", day: day && "numeric", timeZone: "UTC" });
      return new Intl.DateTimeFormat(this.language, parts).format(date);
    });
  }
}
