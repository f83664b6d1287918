/** Fetch the cards of glossary entries once each, and keep the last few hundred. */

import { flag, list, name, object, optional, text } from './fields.js';

/** @typedef {import('../types.js').EntryCard} EntryCard */
/** @typedef {import('../types.js').EntryCardsApi} EntryCardsApi */

const MOST = 300;
const ANSWER_MS = 10_000;

/**
 * The HTTP side of a socket's address: `wss://chat.example/x/ws` → `https://chat.example/x`.
 * @param {string} url
 */
export function httpBase(url) {
  return url.replace(/^ws/, 'http').replace(/[?#].*$/, '').replace(/\/ws\/?$/, '').replace(/\/$/, '');
}

/** @implements {EntryCardsApi} */
export class EntryCards {
  #fetch;
  /** By address, the longest unused first. @type {Map<string, EntryCard | null>} */
  #known = new Map();
  /** @type {Map<string, Promise<EntryCard | null>>} */
  #asked = new Map();

  /** @param {import('../types.js').EntryCardsOptions} options */
  constructor({ base, fetch: get = (address, init) => fetch(address, init) }) {
    this.base = base;
    this.#fetch = get;
  }

  /** @param {string} id @param {string} lang */
  peek(id, lang) {
    return this.#known.get(this.#address(id, lang)) ?? null;
  }

  /** @param {string} id @param {string} lang @returns {Promise<EntryCard | null>} */
  card(id, lang) {
    const address = this.#address(id, lang);
    const known = this.#known.get(address);
    if (known !== undefined) {
      this.#keep(address, known);
      return Promise.resolve(known);
    }
    const asked = this.#asked.get(address) ?? this.#ask(address);
    this.#asked.set(address, asked);
    return asked;
  }

  /** @param {string} address */
  async #ask(address) {
    try {
      const answer = await this.#fetch(address, { signal: AbortSignal.timeout(ANSWER_MS), credentials: 'omit' });
      if (answer.status !== 404 && !answer.ok) throw new Error(`the server answered ${answer.status}`);
      const card = answer.status === 404 ? null : cardOf(await answer.json());
      this.#keep(address, card);
      return card;
    } finally {
      this.#asked.delete(address);
    }
  }

  /** @param {string} address @param {EntryCard | null} card */
  #keep(address, card) {
    this.#known.delete(address);
    this.#known.set(address, card);
    if (this.#known.size > MOST) this.#known.delete(/** @type {string} */ (this.#known.keys().next().value));
  }

  /** @param {string} id @param {string} lang */
  #address(id, lang) {
    const path = id.split('/').map(encodeURIComponent).join('/');
    return `${this.base}/api/v1/entries/${path}?for=${encodeURIComponent(lang)}`;
  }
}

/** Throws a TypeError on what is no card. @param {unknown} value @returns {EntryCard} */
function cardOf(value) {
  const raw = object(value);
  /** @param {string} field */
  const maybe = (field) => optional(raw[field], name) || null;
  return {
    id: text(raw.id),
    lang: text(raw.lang),
    kind: name(raw.kind),
    term: text(raw.term),
    variants: list(raw.variants ?? [], name),
    reading: maybe('reading'),
    literal: maybe('literal'),
    plain: maybe('plain'),
    keep: optional(raw.keep, flag) ?? false,
    tone: maybe('tone'),
    caution: maybe('caution'),
    sources: list(raw.sources ?? [], name),
    for: text(raw.for),
    gloss: maybe('gloss'),
    equivalent: maybe('equivalent'),
    body: maybe('body'),
    example: maybe('example'),
  };
}
