/** Silence ends a conversation at the server. This tells in time, so that somebody who needs longer can keep it. */

const MINUTE = 60_000;

/** So many minutes before the end the person is told, or when a third of the time is left, if that is less. */
const AHEAD = 5;

export class Silence {
  /** When something was last said; 0 while there is no conversation. */
  #since = 0;
  #told = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /**
   * @param {number} minutes of silence after which the server deletes the conversation
   * @param {(left: number) => void} soon called once, with the minutes that are left
   * @param {() => void} over called when the time is up
   */
  constructor(minutes, soon, over) {
    this.end = minutes * MINUTE;
    this.ahead = Math.min(AHEAD * MINUTE, this.end / 3);
    this.soon = soon;
    this.over = over;
    // A device that slept, or a tab behind others, runs no timers on time.
    document.addEventListener("visibilitychange", () => this.#look());
  }

  /** The conversation went on: its time begins anew. */
  begin() {
    this.#since = Date.now();
    this.#told = false;
    this.#look();
  }

  /** Tell once more what was told, in other words: the language was switched. */
  again() {
    this.#told = false;
    this.#look();
  }

  /** There is no conversation any more. */
  stop() {
    this.#since = 0;
    clearTimeout(this.#timer);
  }

  /** Whether the conversation has ended by silence. */
  get isOver() {
    return this.#since > 0 && Date.now() - this.#since >= this.end;
  }

  #look() {
    clearTimeout(this.#timer);
    if (!this.#since) return;
    const left = this.#since + this.end - Date.now();
    if (left <= 0) {
      this.over();
      return;
    }
    if (left <= this.ahead && !this.#told) {
      this.#told = true;
      this.soon(Math.max(1, Math.round(left / MINUTE)));
    }
    this.#timer = setTimeout(() => this.#look(), this.#told ? left : left - this.ahead);
  }
}
