/** Paste a text and see at once what an entry as it stands would mark in it, and the card a reader would get. */

import { h, prose } from '../../element/dom.js';
import { Area } from './area.js';
import { drawCards } from './cards.js';
import { textField } from './fields.js';
import { drawMarked } from './texts.js';

/** @typedef {import('../types.js').Entry} Entry */

/** Typing rests for so long before the server is asked. */
const REST_MS = 350;
const TEXT_ROWS = 3;

export class TryOut {
  #context;
  #entry;
  #area;
  #text;
  #card = h('div', { class: 'try-card' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import('../types.js').Context} context
   * @param {() => Entry} entry as it stands
   */
  constructor(context, entry) {
    const { words } = context;
    this.#context = context;
    this.#entry = entry;
    this.#area = new Area(words);
    this.#text = textField({ id: 'try-text', label: words.c('tryText'), value: entry().hits.join('\n'), hint: words.c('tryHint'), rows: TEXT_ROWS, oninput: () => this.change() });
    this.node = h('section', { class: 'try-out', 'aria-label': words.c('tryOut') }, h('h2', { class: 'group-title' }, words.c('tryOut')), this.#text.node, this.#area.node, this.#card);
    this.change(0);
  }

  /** The entry or the text is another one. */
  change(rest = REST_MS) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), rest);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #look() {
    const { words, api } = this.#context;
    const entry = this.#entry();
    this.#card.replaceChildren(...drawCards(entry, words));
    const text = this.#text.input.value.trim();
    if (text === '' || entry.term === '') return this.#area.clear();
    void this.#area.fill(() => api.send('POST', '/glossary/try', { entry, text, lang: entry.lang }), (/** @type {import('../types.js').Tried} */ { runs, lang }) => {
      const found = runs.some((run) => run.entry === entry.id);
      return [prose('p', lang, { class: 'sentence' }, ...drawMarked(runs, entry.id)), h('p', { class: found ? 'good' : 'quiet', role: 'status' }, words.c(found ? 'tryFound' : 'tryMissed'))];
    });
  }
}
