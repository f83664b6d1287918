/** Decide which texts are read word by word, and fetch what reads them when it is first needed. */

import { drawRuns } from './runs.js';
import { drawWords } from './words.js';

/** @typedef {import('./types.js').Face} Face */
/** @typedef {import('./read-words.js').ReadWords} ReadWords */

const HAN = /\p{Script=Han}/u;
/** Languages that are written with some of the same characters, and read otherwise. */
const OTHERS = /^(ja|ko|vi)\b/i;
const CHINESE = /^(zh|yue)\b/i;

export class WordByWord {
  #around;
  /** @type {ReadWords | null} */
  #reader = null;
  /** @type {Promise<ReadWords> | null} */
  #loading = null;
  #drawing = false;

  /**
   * @param {object} around
   * @param {import('./preferences.js').Preferences} around.preferences
   * @param {import('./i18n.js').Words} around.words
   * @param {string} around.base of the server's HTTP addresses
   * @param {() => string} around.lang that is read
   * @param {() => void} around.onready texts can be drawn with their words now
   * @param {() => void} around.onpinyin the reader wants it above all texts
   */
  constructor(around) {
    this.#around = around;
  }

  /** Whether pinyin stands above the text. */
  get above() {
    return this.#around.preferences.choices.pinyin;
  }

  /** Whether there are words to open in it; who reads Chinese is not troubled unless they want it. @param {Face} face */
  offers({ lang, runs, words = [] }) {
    const wanted = this.above || !CHINESE.test(this.#around.lang());
    return wanted && words.length === 0 && !OTHERS.test(lang) && runs.some(({ kind, text }) => kind === undefined && HAN.test(text));
  }

  /** What the drawing of a text depends on besides the text. @param {Face} face */
  deps(face) {
    return [this.#read(face), this.above, this.#around.preferences.choices.doubtful];
  }

  /** @param {Face} face @param {string | null} me one's own name, to mark where one is mentioned */
  draw(face, me) {
    const { doubtful } = this.#around.preferences.choices;
    const read = this.#read(face);
    if (this.above && !read) void this.want(face);
    if (face.words && face.words.length > 0) return drawWords(face.runs, face.words, this.#around.lang(), me);
    return read && this.#reader ? this.#reader.draw(face.runs, read, me, doubtful, this.above) : drawRuns(face.runs, me, doubtful);
  }

  /** Have it read, if it is to be. @param {Face} face */
  async want(face) {
    if (!this.offers(face) || this.#read(face)) return;
    const reader = await this.#load().catch(() => null);
    if (reader && await reader.ask(textOf(face), this.#around.lang())) this.#drawSoon();
  }

  /** What the card of a word says. @param {HTMLElement} term */
  card(term) {
    return this.#reader?.card(term, this.#around.words, this.above ? null : this.#around.onpinyin) ?? null;
  }

  /** Its card is about to open. @param {HTMLElement} term */
  mark(term) {
    this.#reader?.mark(term);
  }

  /** A press on a text whose words are on their way: the word that is then under it. @param {MouseEvent} event @returns {Promise<HTMLElement | null>} */
  async under({ target, clientX, clientY }) {
    const text = target instanceof Element ? target.closest('[data-words]') : null;
    if (!text || text.querySelector('.read-word')) return null;
    // Once it is read another text stands in its place.
    const root = /** @type {ShadowRoot} */ (text.getRootNode());
    await this.#settled(text.closest('.bubble') ?? text);
    return /** @type {HTMLElement | null} */ (root.elementFromPoint(clientX, clientY)?.closest('.read-word') ?? null);
  }

  /** The first word of what stands in `bubble`, with the arrow keys at work. @param {Element} bubble */
  async enter(bubble) {
    await this.#settled(bubble);
    return this.#reader?.enter(bubble) ?? null;
  }

  /** Wait for the words of what stands there, as long as anybody would. @param {Element} place */
  async #settled(place) {
    for (let frames = 0; frames < 120 && place.isConnected && !place.querySelector('.read-word'); frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** @param {Face} face */
  #read(face) {
    return this.#reader && this.offers(face) ? this.#reader.peek(textOf(face), this.#around.lang()) : null;
  }

  #load() {
    this.#loading ??= import('./read-words.js').then(({ ReadWords }) => (this.#reader = new ReadWords(this.#around.base)));
    this.#loading.catch(() => { this.#loading = null; });
    return this.#loading;
  }

  /** Once for all that came together; not under somebody who selects text. */
  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    const draw = () => {
      if (document.getSelection()?.type === 'Range') return document.addEventListener('selectionchange', draw, { once: true });
      this.#drawing = false;
      this.#around.onready();
    };
    requestAnimationFrame(draw);
  }
}

/** @param {Face} face */
function textOf({ runs }) {
  return runs.map(({ text }) => text).join('');
}
