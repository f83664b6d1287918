/** An entry as it stands, as the card that its readers would open. */

import { h } from '../../element/dom.js';
import { drawSenses } from '../../element/entry-card.js';
import { cardOf } from '../state/entry.js';

/**
 * One for each language of readers.
 * @param {import('../types.js').Entry} entry
 * @param {import('./words.js').CurateWords} words
 */
export function drawCards(entry, words) {
  return Object.keys(entry.for).map((readers) => h('figure', { class: 'card-figure' },
    h('figcaption', { class: 'quiet' }, words.c('cardFor', { language: words.language(readers) })),
    h('div', { class: 'card card-flat' }, ...drawSenses([cardOf(entry, readers)], words, false))));
}
