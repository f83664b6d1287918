/** Draw a text word by word: how each is read above it, what it means below. */

import { h } from './dom.js';
import { drawRuns } from './runs.js';

/** @typedef {import('../types.js').Run} Run */
/** @typedef {import('../types.js').Word} Word */

/**
 * The text stays whole: links and notes work as ever, and what is no word stands between the words.
 * @param {readonly Run[]} runs the text
 * @param {readonly Word[]} words in the order of the text
 * @param {string} lang of the meanings
 * @param {string | null} me one's own name, to mark where one is mentioned
 * @returns {(Node | string)[]}
 */
export function drawWords(runs, words, lang, me) {
  const text = runs.map((run) => run.text).join('');
  /** @type {(Node | string)[]} */
  const out = [];
  let at = 0;
  for (const word of words) {
    const start = text.indexOf(word.text, at);
    if (start < 0) continue;
    const end = start + word.text.length;
    const base = drawRuns(slice(runs, start, end), me);
    out.push(...drawRuns(slice(runs, at, start), me), ...(isSilent(word) ? base : [column(word, base, lang)]));
    at = end;
  }
  return [...out, ...drawRuns(slice(runs, at, text.length), me)];
}

/** @param {Word} word */
function isSilent({ reading, meaning }) {
  return reading === null && meaning === null;
}

/**
 * @param {Word} word
 * @param {(Node | string)[]} base
 * @param {string} lang
 */
function column({ reading, meaning }, base, lang) {
  const read = reading === null ? h('span', {}, ...base) : h('ruby', {}, ...base, h('rt', { lang: 'zh-Latn-pinyin' }, reading));
  return h('span', { class: 'word', part: 'word' }, read, meaning !== null && h('span', { class: 'word-meaning', lang, dir: 'auto' }, meaning));
}

/**
 * The runs of a part of the text.
 * @param {readonly Run[]} runs
 * @param {number} start
 * @param {number} end
 * @returns {Run[]}
 */
function slice(runs, start, end) {
  let at = 0;
  return runs.flatMap((run) => {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, run.text.length)];
    at += run.text.length;
    if (from >= to) return [];
    // A part of a link would lead elsewhere.
    return to - from === run.text.length ? [run] : [{ text: run.text.slice(from, to), ...(run.entry ? { entry: run.entry } : {}) }];
  });
}
