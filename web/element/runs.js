/** Draw a text's runs: links, mentions, code, emoji, and terms that have a note. */

import { safeHref } from '../client/links.js';
import { h } from './dom.js';

/** @typedef {import('../types.js').Run} Run */

const MOST_NOTES = 3;
const BLOCK = /^```([^]*)```$/;

/**
 * @param {readonly Run[]} runs
 * @param {string | null} me one's own name, to mark where one is mentioned
 * @returns {(Node | string)[]}
 */
export function drawRuns(runs, me) {
  return runs.map((run) => {
    if (run.entry) return note(run.text, run.entry);
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
 * @returns {HTMLElement[]}
 */
export function drawNotes(runs) {
  /** @type {Map<string, string>} */
  const terms = new Map();
  for (const { text, entry } of runs) if (entry && !terms.has(entry)) terms.set(entry, text);
  return [...terms].slice(0, MOST_NOTES).map(([entry, text]) => note(text, entry));
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
 * @param {string} text
 * @param {string} entry
 */
function note(text, entry) {
  return h('span', {
    class: 'note', part: 'note', role: 'button', tabindex: 0,
    'data-entry': entry, 'aria-haspopup': 'dialog', 'aria-expanded': 'false',
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
