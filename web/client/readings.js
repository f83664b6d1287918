/** Ask how Chinese texts are read, many in one request, and keep the last few hundred answers. */

import { list, name, object, optional, text as full } from './fields.js';

/** @typedef {import('../types.js').Reading} Reading */
/** @typedef {{ text: string, lang: string, answer: Promise<Reading | null>, settle: (reading: Reading | null) => void }} Question */

/** As much as the server takes at once. */
const MOST_TEXTS = 100;
const MOST_CHARS = 10_000;
const KEPT = 600;
/** What is asked for in one go is asked for in one request. */
const GATHER_MS = 30;
const ANSWER_MS = 10_000;
/** After a failure nothing is asked for so long: the text can be read without. */
const QUIET_MS = 20_000;

export class Readings {
  #base;
  #fetch;
  #now;
  /** The longest unused first. @type {Map<string, Reading>} */
  #known = new Map();
  /** @type {Map<string, Question>} */
  #waiting = new Map();
  #busy = false;
  #quietUntil = 0;

  /** @param {{ base: string, fetch?: typeof fetch, now?: () => number }} options */
  constructor({ base, fetch: ask = (address, init) => fetch(address, init), now = () => Date.now() }) {
    this.#base = base;
    this.#fetch = ask;
    this.#now = now;
  }

  /** @param {string} text @param {string} lang */
  peek(text, lang) {
    return this.#known.get(key(text, lang)) ?? null;
  }

  /** Null: not to be had now. @param {string} text @param {string} lang the reader's @returns {Promise<Reading | null>} */
  ask(text, lang) {
    const id = key(text, lang);
    const known = this.#known.get(id) ?? null;
    if (known || text.length > MOST_CHARS || this.#now() < this.#quietUntil) return Promise.resolve(known);
    const waiting = this.#waiting.get(id) ?? question(text, lang);
    this.#waiting.set(id, waiting);
    if (!this.#busy) void this.#work();
    return waiting.answer;
  }

  async #work() {
    this.#busy = true;
    while (this.#waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      const batch = this.#next();
      const found = await this.#answers(batch).catch(() => null);
      if (!found) this.#quietUntil = this.#now() + QUIET_MS;
      batch.forEach(({ text, lang, settle }, i) => {
        const reading = found?.[i] ?? null;
        if (reading) this.#keep(key(text, lang), reading);
        this.#waiting.delete(key(text, lang));
        settle(reading);
      });
    }
    this.#busy = false;
  }

  /** Those that fit into one request. */
  #next() {
    const [{ lang } = { lang: '' }] = this.#waiting.values();
    /** @type {Question[]} */
    const batch = [];
    let chars = 0;
    for (const each of this.#waiting.values()) {
      if (each.lang !== lang) continue;
      chars += each.text.length;
      if (batch.length === MOST_TEXTS || chars > MOST_CHARS) break;
      batch.push(each);
    }
    return batch;
  }

  /** @param {readonly Question[]} batch @returns {Promise<(Reading | null)[]>} */
  async #answers(batch) {
    const answer = await this.#fetch(`${this.#base}/api/v1/words`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, credentials: 'omit', signal: AbortSignal.timeout(ANSWER_MS),
      body: JSON.stringify({ texts: batch.map(({ text }) => text), for: batch[0]?.lang }),
    });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const raw = object(await answer.json());
    const licence = optional(raw.licence, licenceOf);
    const texts = list(raw.texts, (words) => list(words, wordOf));
    // What does not give the text again cannot be laid over it.
    return batch.map(({ text }, i) => (texts[i]?.map((word) => word.text).join('') === text ? { words: texts[i], licence } : null));
  }

  /** @param {string} id @param {Reading} reading */
  #keep(id, reading) {
    this.#known.set(id, reading);
    if (this.#known.size > KEPT) this.#known.delete(/** @type {string} */ (this.#known.keys().next().value));
  }
}

/** @param {string} text @param {string} lang @returns {Question} */
function question(text, lang) {
  /** @type {(reading: Reading | null) => void} */
  let settle = () => {};
  const answer = new Promise((/** @type {(reading: Reading | null) => void} */ resolve) => { settle = resolve; });
  return { text, lang, answer, settle };
}

/** @param {string} text @param {string} lang */
function key(text, lang) {
  return `${lang}\n${text}`;
}

/** @param {unknown} value @returns {import('../types.js').ReadWord} */
function wordOf(value) {
  const raw = object(value);
  return {
    text: full(raw.text),
    reading: optional(raw.reading, name) || null,
    meanings: list(raw.meanings ?? [], (each) => ({ reading: name(object(each).reading), senses: list(object(each).senses, name) })),
  };
}

/** @param {unknown} value @returns {import('../types.js').Licence} */
function licenceOf(value) {
  const raw = object(value);
  return { name: name(raw.name), url: optional(raw.url, name), attribution: name(raw.attribution), lang: full(raw.lang) };
}
