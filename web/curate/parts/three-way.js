/** Somebody was faster: what it was, what they made of it, what one wrote oneself; one chooses field by field. */

import { h } from '../../element/dom.js';
import { disputed, resolved, WHOLE } from '../state/three-way.js';
import { fieldOf } from '../state/entry.js';
import { fieldName, shownValue } from './texts.js';

/** @typedef {import('../types.js').Conflict} Conflict */
/** @typedef {import('../types.js').Entry} Entry */
/** @typedef {import('../state/three-way.js').Side} Side */
/** @typedef {import('./words.js').CurateWords} CurateWords */

/**
 * @param {object} parts
 * @param {CurateWords} parts.words
 * @param {Pick<Conflict, 'base' | 'yours' | 'theirs' | 'merged' | 'fields'>} parts.conflict
 * @param {string} parts.title
 * @param {string} parts.lead who, and what happened
 * @param {string} parts.yourName whose the one version is
 * @param {string} parts.theirName whose the other version is
 * @param {string} parts.take the button's words
 * @param {(entry: Entry | null) => void} parts.onchoose
 */
export function drawThreeWay({ words, conflict, title: called, lead, yourName, theirName, take: taken, onchoose }) {
  /** @type {Record<string, Side>} */
  const chosen = {};
  const fields = disputed(conflict);
  // Several may stand on one screen: each has its own radio groups.
  const groupName = (conflict.yours ?? conflict.theirs)?.id ?? '';
  const title = h('h2', { class: 'group-title', tabindex: -1 }, called);
  const take = h('button', { type: 'button', class: 'button', onclick: () => onchoose(resolved(conflict, chosen)) }, taken);
  const node = h('section', { class: 'three-way', 'aria-label': called }, title, h('p', {}, lead),
    fields.length === 0 && h('p', { class: 'quiet' }, words.c('threeWayFits')),
    ...fields.map((field, at) => side(words, conflict, field, { group: `way-${groupName}-${at}`, yours: yourName, theirs: theirName }, (which) => { chosen[field] = which; })),
    h('div', { class: 'actions' }, take));
  return { node, focus: () => title.focus() };
}

/**
 * @param {CurateWords} words
 * @param {Pick<Conflict, 'base' | 'yours' | 'theirs'>} conflict
 * @param {string} field
 * @param {{ group: string, yours: string, theirs: string }} names
 * @param {(which: Side) => void} onchoose
 */
function side(words, { base, yours, theirs }, field, { group, yours: yourName, theirs: theirName }, onchoose) {
  const value = (/** @type {Entry | null} */ entry) => {
    if (field === WHOLE) return entry === null ? words.c('deletedEntry') : entry.term;
    return shownValue(fieldOf(entry, field), words) || words.c('nothingThere');
  };
  const choice = (/** @type {Side} */ which, /** @type {string} */ label, /** @type {Entry | null} */ entry, /** @type {boolean} */ checked) =>
    h('label', { class: 'way' }, h('input', { type: 'radio', name: group, value: which, checked, onchange: () => onchoose(which) }), h('span', { class: 'way-label' }, label), h('span', { class: 'way-value', dir: 'auto' }, value(entry)));
  return h('fieldset', { class: 'ways' },
    h('legend', {}, fieldName(field, words)),
    h('p', { class: 'way-base' }, h('span', { class: 'way-label' }, words.c('wayBase')), h('span', { class: 'way-value', dir: 'auto' }, value(base))),
    h('div', { class: 'way-sides' }, choice('yours', yourName, yours, true), choice('theirs', theirName, theirs, false)));
}
