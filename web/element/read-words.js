/** Draw Chinese word by word, pinyin above where that is wanted, and what a word's card says. */

import { Readings } from '../client/readings.js';
import { safeHref } from '../client/links.js';
import { h, prose, setProp } from './dom.js';
import { drawRuns, isNote } from './runs.js';

/** @typedef {import('../types.js').Run} Run */
/** @typedef {import('../types.js').ReadWord} ReadWord */
/** @typedef {import('../types.js').Reading} Reading */
/** @typedef {import('./types.js').Choices['doubtful']} Doubtful */

const PINYIN = 'zh-Latn-pinyin';
const BUTTON = Object.freeze({ role: 'button', tabindex: -1, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
const STOPS = '.read-word, .note';

export class ReadWords {
  #readings;
  /** What stands in each node. @type {WeakMap<Element, { word: ReadWord, licence: Reading['licence'] }>} */
  #nodes = new WeakMap();

  /** @param {string} base */
  constructor(base) {
    this.#readings = new Readings({ base });
  }

  /** @param {string} text @param {string} lang */
  peek(text, lang) {
    return this.#readings.peek(text, lang);
  }

  /** @param {string} text @param {string} lang */
  ask(text, lang) {
    return this.#readings.ask(text, lang);
  }

  /**
   * Notes keep their place and are one word each; what is no word stands between the words.
   * @param {readonly Run[]} runs
   * @param {Reading} reading of the same text
   * @param {string | null} me
   * @param {Doubtful} doubtful
   * @param {boolean} above
   * @returns {(Node | string)[]}
   */
  draw(runs, { words, licence }, me, doubtful, above) {
    let at = 0;
    return runs.flatMap((run) => {
      const [from, to] = [at, at += run.text.length];
      const parts = within(words, from, to);
      const noted = isNote(run, doubtful);
      if (noted || run.kind !== undefined) {
        const drawn = drawRuns([run], me, doubtful);
        const said = parts.flatMap(({ word, whole }) => (whole && word.reading ? [word.reading] : [])).join(' ');
        return above && noted && said !== '' ? [ruby(drawn, said, '')] : drawn;
      }
      return parts.map(({ word, text, whole }) => (whole && word.reading !== null ? this.#word(word, licence, above) : text));
    });
  }

  /**
   * Null: it is no word of ours.
   * @param {HTMLElement} term
   * @param {import('./i18n.js').Words} words
   * @param {(() => void) | null} onpinyin
   * @returns {Node[] | null}
   */
  card(term, words, onpinyin) {
    const known = this.#nodes.get(term);
    if (!known) return null;
    const { word: { text, reading, meanings }, licence } = known;
    const lang = licence?.lang ?? '';
    return [
      h('div', { class: 'card-head' }, prose('h2', 'zh', { class: 'card-term' }, text), h('p', { class: 'card-reading', lang: PINYIN }, reading)),
      h('div', { class: 'card-body' },
        ...meanings.map((each, i) => h('div', { class: 'card-meaning' },
          i > 0 && h('p', { class: 'card-reading', lang: PINYIN }, each.reading),
          prose(each.senses.length > 1 ? 'ol' : 'p', lang, { class: 'card-senses' },
            ...(each.senses.length > 1 ? each.senses.map((sense) => h('li', {}, sense)) : each.senses)))),
        onpinyin && h('button', { type: 'button', class: 'text-button', onclick: onpinyin }, words.t('pinyinShow')),
        meanings.length > 0 && licence && attribution(licence, words)),
    ];
  }

  /** The first word there; from it the arrow keys lead to the next. @param {Element} place @returns {HTMLElement | null} */
  enter(place) {
    const first = /** @type {HTMLElement | null} */ (place.querySelector('.read-word'));
    const text = /** @type {HTMLElement | null} */ (first?.closest('.text') ?? null);
    if (!first || !text) return null;
    text.onkeydown = (event) => step(text, event);
    stop(first);
    return first;
  }

  /** Its card is about to open. @param {HTMLElement} word */
  mark(word) {
    mark(word);
  }

  /**
   * @param {ReadWord} word
   * @param {Reading['licence']} licence
   * @param {boolean} above
   */
  #word(word, licence, above) {
    const node = above && word.reading !== null ? ruby([word.text], word.reading, 'read-word') : h('span', { class: 'read-word' }, word.text);
    this.#nodes.set(node, { word, licence });
    return node;
  }
}

/** One word at a time is a button: a text of thirty would be heard as thirty. @param {HTMLElement} word */
function mark(word) {
  const root = /** @type {ShadowRoot} */ (word.getRootNode());
  // Not this one itself: what loses its `tabindex` loses the focus.
  for (const other of root.querySelectorAll('.read-word[role]')) if (other !== word) Object.keys(BUTTON).forEach((name) => setProp(other, name, null));
  if (word.matches('.read-word:not([role])')) Object.entries(BUTTON).forEach(([name, value]) => setProp(word, name, value));
}

/**
 * The reading is no text of the page: who copies, searches or listens gets the words alone.
 * @param {readonly (Node | string)[]} base
 * @param {string} reading
 * @param {string} kind a class
 */
function ruby(base, reading, kind) {
  return h('ruby', { class: kind || null }, ...base, h('rt', { 'data-reading': reading, 'aria-hidden': 'true' }));
}

/**
 * The words, or parts of words, between two places of the text.
 * @param {readonly ReadWord[]} words
 * @param {number} from
 * @param {number} to
 */
function within(words, from, to) {
  let at = 0;
  return words.flatMap((word) => {
    const [start, end] = [at, at += word.text.length];
    const text = word.text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    return end <= from || start >= to ? [] : [{ word, text, whole: start >= from && end <= to }];
  });
}

/** @param {HTMLElement} text @param {KeyboardEvent} event */
function step(text, event) {
  const stops = /** @type {HTMLElement[]} */ ([...text.querySelectorAll(STOPS)]);
  const at = stops.findIndex((node) => node === event.target);
  const to = { ArrowRight: stops[at + 1], ArrowLeft: stops[at - 1], Home: stops[0], End: stops.at(-1) }[event.key];
  if (at < 0 || !to) return;
  event.preventDefault();
  stop(to);
}

/** @param {HTMLElement} word */
function stop(word) {
  mark(word);
  word.focus();
}

/** @param {import('../types.js').Licence} licence @param {import('./i18n.js').Words} words */
function attribution({ name, url, attribution: who }, words) {
  const href = url === null ? null : safeHref(url);
  return h('p', { class: 'card-licence' }, words.t('dictionaryFrom', { who }), ' ',
    href === null ? name : h('a', { class: 'link', href, target: '_blank', rel: 'noopener noreferrer license' }, name));
}
