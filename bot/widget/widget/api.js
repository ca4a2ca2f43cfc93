/**
 * Talks to the server. The session token is here and nowhere else; it goes with the page.
 *
 * @typedef {{title: string, payload: string}} Choice
 * @typedef {{id?: string, title?: string, publisher?: string, url?: string, published?: string, checked?: string}} Source
 * @typedef {{text?: string, marks?: string[]}} Way
 * @typedef {{text?: string, sure?: boolean}} Item
 * @typedef {{replaces?: number, answer?: string, how?: string, ways?: Way[], bring?: string, hints?: string[],
 *   notices?: {title?: string, text?: string, certainty?: string}[], certainty?: string, dating?: string, disclaimer?: string}} Card
 * @typedef {{type?: string, visit_need?: string, card?: Card, documents?: Item[], forms?: Item[], deadlines?: Item[],
 *   cautions?: Item[], sources?: Source[], title?: string, sections?: {title?: string, items?: string[]}[], foot?: string[]}} Custom
 * @typedef {{text?: string, buttons?: Choice[], custom?: Custom}} Message
 * @typedef {{language: string, languages: {code: string, name: string}[], strings: Record<string, string>, keeps: string[],
 *   minutes: number, tasks: string[]}} Opening
 */

/** How long to wait for the server, in milliseconds. */
const TIMEOUT = 30000;

/** A busy server is asked again by itself so often, when it says that the wait is short. */
const TRIES = 3;
const LONGEST_WAIT = 8;

/** Why a request was not answered. `kind` chooses the words; `message` is what the server said, fit to show. */
export class Failure extends Error {
  /**
   * @param {"offline"|"busy"|"expired"|"final"|"failed"} kind `final`: the server says no, and will say so again
   * @param {string} [message]
   * @param {number} [wait] seconds after which to try again
   */
  constructor(kind, message = "", wait = 0) {
    super(message);
    this.kind = kind;
    this.wait = wait;
  }
}

/**
 * Begin a conversation.
 * @param {URL} server where the routes are
 * @param {string} language
 * @returns {Promise<{client: Client, opening: Opening}>}
 */
export async function begin(server, language) {
  const client = new Client(server);
  return { client, opening: await client.open(language) };
}

export class Client {
  /** @type {?string} */
  #session = null;

  /** @param {URL} server where the routes are */
  constructor(server) {
    this.server = server;
  }

  /**
   * Begin a conversation, unless one is going on, and get the words of the chat.
   * @param {string} language
   * @returns {Promise<Opening>}
   */
  async open(language) {
    const data = await this.#post("session", { language, widget: true });
    if (typeof data.session !== "string" || !data.widget) throw new Failure("failed");
    this.#session ??= data.session;
    return data.widget;
  }

  /**
   * Send a message. A busy server is asked again with the same id, so that it answers once.
   * @param {{id: string, text: string, language: string}} outgoing
   * @param {() => void} [again] called before another try
   * @returns {Promise<Message[]>}
   */
  async send({ id, text, language }, again) {
    if (!this.#session) await this.open(language);
    for (let tries = 1; ; tries++) {
      try {
        const data = await this.#post("message", { session: this.#session, id, text, language });
        return Array.isArray(data.messages) ? data.messages : [];
      } catch (error) {
        const busy = error instanceof Failure && error.kind === "busy" && error.wait > 0 && error.wait <= LONGEST_WAIT;
        if (!busy || tries === TRIES) throw error;
        again?.();
        await new Promise((resume) => setTimeout(resume, error.wait * 1000));
      }
    }
  }

  /** Forget the token of a conversation that the server no longer knows. */
  forget() {
    this.#session = null;
  }

  /**
   * Ask the server to keep a silent conversation for as long again. It does so for some hours, not for ever.
   * @returns {Promise<void>}
   */
  async stay() {
    await this.#post("stay", { session: this.#session });
  }

  /**
   * Delete the conversation at the server, and go on using the page.
   * @returns {Promise<void>}
   */
  async end() {
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    try {
      await this.#post("end", { session, ending: "delete_button" });
    } catch (error) {
      // A server that does not know it has nothing to delete.
      if (!(error instanceof Failure) || error.kind !== "expired") throw error;
    }
  }

  /** Delete the conversation while the page goes away: nobody waits for the answer. */
  endWhileLeaving() {
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    const address = new URL("end", this.server);
    const body = JSON.stringify({ session, ending: "quick_exit" });
    if (!navigator.sendBeacon?.(address, body)) void fetch(address, { method: "POST", body, keepalive: true }).catch(() => {});
  }

  /**
   * Post JSON and return the JSON that comes back.
   * @param {string} path
   * @param {object} body
   * @returns {Promise<any>}
   */
  async #post(path, body) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), TIMEOUT);
    try {
      const response = await fetch(new URL(path, this.server), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: control.signal,
      });
      if (!response.ok) throw await refusal(response);
      return response.status === 204 ? {} : await response.json();
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(navigator.onLine === false ? "offline" : "failed");
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Read why the server did not answer.
 * @param {Response} response
 * @returns {Promise<Failure>}
 */
async function refusal(response) {
  const problem = await response.json().catch(() => null);
  const message = typeof problem?.message === "string" ? problem.message : "";
  const wait = Number(response.headers.get("Retry-After")) || 0;
  if (response.status === 401) return new Failure("expired", message);
  if (response.status === 409) return new Failure("final", message);
  if (response.status === 429 || (response.status === 503 && wait)) return new Failure("busy", message, wait);
  return new Failure("failed", message);
}
