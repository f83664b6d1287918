/** What people said, as the chat draws it: the sentence with its notes, who, where; and how two texts differ. */

import { h, prose } from '../../element/dom.js';
import { safeHref } from '../../client/links.js';
import { textDiff } from '../state/text-diff.js';

/** @typedef {import('../../types.js').Run} Run */
/** @typedef {import('./words.js').CurateWords} CurateWords */

/**
 * Notes are marked and not buttons: here one reads on, and the entry is a link beside it.
 * @param {readonly Run[]} runs
 * @param {string | null} [entry] the one that this is about stands out
 */
export function drawMarked(runs, entry = null) {
  return runs.map(({ text, kind, entry: id, also, doubtful }) => {
    const isThis = entry !== null && (id === entry || also?.includes(entry));
    if (id) return h('span', { class: isThis ? 'noted noted-this' : 'noted', title: id, 'data-doubtful': doubtful ?? false }, text);
    if (kind === 'link') return h('span', { class: 'link', dir: 'ltr', title: safeHref(text) ?? null }, text);
    if (kind === 'code') return h('code', { class: 'code', dir: 'ltr' }, text);
    if (kind === 'mention' || kind === 'tag') return h('bdi', { class: 'mention' }, text);
    return text;
  });
}

/**
 * @param {readonly Run[]} runs
 * @param {string | null} lang
 * @param {string | null} [entry]
 */
export function sentence(runs, lang, entry = null) {
  return prose('blockquote', lang, { class: 'sentence' }, ...drawMarked(runs, entry));
}

/**
 * Differences are told by more than colour: `ins` and `del` are read out, underlined and struck through.
 * @param {string} before
 * @param {string} after
 * @param {string | null} lang
 */
export function difference(before, after, lang) {
  return prose('p', lang, { class: 'difference' }, ...textDiff(before, after).map(({ text, what }) =>
    (what === 'same' ? text : h(what === 'gone' ? 'del' : 'ins', {}, text))));
}

/**
 * @param {string} iso
 * @param {CurateWords} words
 */
export function when(iso, words) {
  return h('time', { datetime: iso, title: words.moment(iso) }, words.ago(iso));
}

/** A person's name never turns the words around it. @param {{ name: string } | null} person @param {CurateWords} words */
export function whom(person, words) {
  return h('bdi', { class: 'who' }, person?.name ?? words.c('nobody'));
}

/**
 * The value of an entry's field, for a comparison.
 * @param {unknown} value
 * @param {CurateWords} words
 */
export function shownValue(value, words) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value === 'boolean') return words.c(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'object') return Object.entries(value).filter(([, each]) => each).map(([name, each]) => `${name}: ${each}`).join('\n');
  return String(value);
}

/** @param {string} field @param {CurateWords} words */
export function fieldName(field, words) {
  const [first, lang, name] = field.split('.');
  if (first !== 'for' || lang === undefined) return words.of('field', field);
  return name === undefined ? words.c('forReaders', { language: words.language(lang) }) : words.c('fieldFor', { field: words.of('told', name), language: words.language(lang) });
}
