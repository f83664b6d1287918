/** What a person chose about the page (name, languages, appearance), kept between visits. */

import { isTag } from '../client/langs.js';
import { load, save } from '../client/storage.js';

/** @typedef {import('./types.js').Choices} Choices */

const KEY = 'chat-bridge:preferences';
const SHOWS = ['translation', 'both', 'original-first', 'original'];
/** More is no list of languages that anybody reads. */
const MOST = 30;
const DOUBTFUL = ['marked', 'faint', 'hidden'];
const THEMES = ['auto', 'light', 'dark'];

/** Fires `change` after each change. */
export class Preferences extends EventTarget {
  #storage;
  /** @type {Choices} */
  #choices;

  /** @param {import('../types.js').StorageLike | null} storage */
  constructor(storage) {
    super();
    this.#storage = storage;
    this.#choices = checked(load(storage, KEY));
  }

  get choices() {
    return this.#choices;
  }

  /** @param {Partial<Choices>} some */
  choose(some) {
    this.#choices = { ...this.#choices, ...some };
    save(this.#storage, KEY, this.#choices);
    this.dispatchEvent(new Event('change'));
  }
}

/**
 * Anybody can write into the page's storage, so nothing in it is taken on trust.
 * @param {unknown} stored
 * @returns {Choices}
 */
function checked(stored) {
  const raw = /** @type {any} */ (stored ?? {});
  return {
    name: text(raw.name),
    lang: text(raw.lang),
    ui: text(raw.ui),
    theme: THEMES.includes(raw.theme) ? raw.theme : 'auto',
    show: SHOWS.includes(raw.show) ? raw.show : 'translation',
    reads: Array.isArray(raw.reads) ? raw.reads.filter((/** @type {unknown} */ tag) => typeof tag === 'string' && isTag(tag)).slice(0, MOST) : [],
    preview: raw.preview !== false,
    pinyin: raw.pinyin === true,
    doubtful: DOUBTFUL.includes(raw.doubtful) ? raw.doubtful : 'marked',
  };
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' && value !== '' ? value : null;
}
