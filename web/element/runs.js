/** Draw a text's runs: links, mentions, code, emoji, and terms that have a note. */

import { safeHref } from '../client/links.js';
import { h } from './dom.js';

/** @typedef {import('../types.js').Run} Run */
/** @typedef {import('./types.js').Choices['doubtful']} Doubtful */

const MOST_NOTES = 3;
const BLOCK = /^```([^]*)```$/;

/**
 * @param {readonly Run[]} runs
 * @param {string | null} me one's own name, to mark where one is mentioned
 * @param {Doubtful} [doubtful] how notes on what may be meant literally are drawn
 * @returns {(Node | string)[]}
 */
export function drawRuns(runs, me, doubtful = 'marked') {
  return runs.map((run) => {
    if (isNote(run, doubtful)) return note(run, doubtful);
    switch (run.kind) {
      case 'link': return link(run.text);
      case 'mention': return mention(run.text, me);
      case 'code': return code(run.text);
      case 'tag': return h('bdi', { class: 'mention' }, run.text);
      case 'emoji': return h('span', { class: 'emoji' }, run.text);
      default: return run.text;
    }
  });
}

/**
 * The terms that have a note, each once and the first few only: for where the text itself is hidden.
 * @param {readonly Run[]} runs
 * @param {Doubtful} [doubtful]
 * @returns {HTMLElement[]}
 */
export function drawNotes(runs, doubtful = 'marked') {
  /** @type {Map<string, Run>} */
  const terms = new Map();
  for (const run of runs) if (run.entry && isNote(run, doubtful) && !terms.has(run.entry)) terms.set(run.entry, run);
  return [...terms.values()].slice(0, MOST_NOTES).map((run) => note(run, doubtful));
}

/**
 * @param {Run} run
 * @param {Doubtful} doubtful
 */
export function isNote(run, doubtful) {
  return Boolean(run.entry) && !(run.doubtful && doubtful === 'hidden');
}

/**
 * The beginning of a text for where it is only quoted: code as code, nothing to press.
 * @param {readonly Run[]} runs
 * @param {number} length in characters
 * @returns {(Node | string)[]}
 */
export function drawExcerpt(runs, length) {
  /** @type {(Node | string)[]} */
  const out = [];
  let left = length;
  for (const { text, kind } of runs) {
    const chars = [...(kind === 'code' ? bare(text) : text)];
    const shown = chars.slice(0, left).join('');
    out.push(kind === 'code' ? h('code', { class: 'code', dir: 'ltr' }, shown) : shown);
    if (chars.length > left) return [...out, '…'];
    left -= chars.length;
  }
  return out;
}

/**
 * Nothing but one to three emoji: such a message is shown large.
 * @param {readonly Run[]} runs
 */
export function isEmojiOnly(runs) {
  const words = runs.filter(({ text }) => text.trim() !== '');
  if (words.length === 0 || words.some(({ kind }) => kind !== 'emoji')) return false;
  const count = words.reduce((sum, { text }) => sum + [...new Intl.Segmenter().segment(text)].length, 0);
  return count <= 3;
}

/**
 * A span and not a button: a button is a box that cannot break across lines.
 * @param {Run} run
 * @param {Doubtful} doubtful
 */
function note({ text, entry, also = [], doubtful: isDoubtful }, doubtful) {
  return h('span', {
    class: 'note', part: 'note', role: 'button', tabindex: 0,
    'data-key': `note ${entry}`, 'data-entry': entry, 'data-also': also.join(' ') || null, 'data-doubtful': isDoubtful && doubtful,
    'aria-haspopup': 'dialog', 'aria-expanded': 'false',
  }, text);
}

/** @param {string} text */
function link(text) {
  const href = safeHref(text);
  if (href === null) return text;
  // Letters of other alphabets can look like Latin ones: then the true host stands beside the text.
  const host = new URL(href).hostname;
  const disguised = host.includes('xn--') && h('span', { class: 'link-host' }, ` (${host})`);
  // A link reads left to right whatever surrounds it.
  return h('a', {
    class: 'link', part: 'link', href, target: '_blank', rel: 'noopener noreferrer nofollow ugc', dir: 'ltr',
  }, text, disguised);
}

/**
 * @param {string} text
 * @param {string | null} me
 */
function mention(text, me) {
  const isMe = me !== null && text.slice(1).toLocaleLowerCase() === me.toLocaleLowerCase();
  return h('bdi', { class: isMe ? 'mention mention-me' : 'mention' }, text);
}

/** @param {string} text */
function code(text) {
  return h('code', { class: BLOCK.test(text) ? 'code code-block' : 'code', dir: 'ltr' }, bare(text));
}

/**
 * Code without the ticks around it.
 * @param {string} text
 */
function bare(text) {
  const block = BLOCK.exec(text);
  return block ? (block[1] ?? '').replace(/^\n|\n$/g, '') : text.replace(/^`([^]*)`$/, '$1');
}
