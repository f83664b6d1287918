/** What a proposal is about: the sentence in its room, what is proposed, which entries lie near. */

import { h, prose } from '../../element/dom.js';
import { difference, sentence, whom } from '../parts/texts.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').OpenProposal} OpenProposal */
/** @typedef {import('../parts/words.js').CurateWords} CurateWords */

/**
 * @param {OpenProposal} proposal
 * @param {CurateWords} words
 */
export function drawEvidence({ evidence, matter }, words) {
  if (evidence === null) return [h('p', { class: 'quiet gone' }, words.c('evidenceGone'))];
  const { runs, lang, from, translation, text } = evidence;
  return [h('section', { class: 'evidence', 'aria-label': words.c('evidence') },
    h('h2', { class: 'group-title' }, words.c('evidence')),
    h('div', { class: 'both' },
      h('div', {}, h('p', { class: 'byline' }, whom(from, words), ' · ', words.language(lang)), sentence(runs?.length ? runs : [{ text }], lang, matter.entry ?? null)),
      translation !== null && h('div', {}, h('p', { class: 'byline' }, words.c('readAs', { language: words.language(translation.lang) })), sentence(translation.runs, translation.lang))))];
}

/**
 * @param {OpenProposal} proposal
 * @param {CurateWords} words
 */
export function drawMatter({ kind, matter }, words) {
  const box = (/** @type {string} */ title, /** @type {readonly Node[]} */ body) => [h('section', { class: 'matter', 'aria-label': title }, h('h2', { class: 'group-title' }, title), ...body)];
  if (kind === 'translation') {
    return box(words.c('matterTranslation'), [
      prose('p', matter.source_lang ?? null, { class: 'sentence' }, matter.source ?? ''),
      difference(matter.shown ?? '', matter.better ?? '', matter.target_lang ?? null)]);
  }
  if (kind === 'dispute') {
    const path = (matter.entry ?? '').split('/');
    return box(words.c('matterDispute'), [
      h('p', {}, h('a', { class: 'link', href: hashOf({ path: ['entries', ...path], query: {} }) }, h('bdi', { lang: path[0] || null }, matter.term ?? ''))),
      prose('p', null, { class: 'sentence' }, matter.why ?? '')]);
  }
  return box(words.c('matterNote'), [
    prose('p', matter.readers ?? null, { class: 'card-gloss' }, matter.gloss ?? ''),
    ...(matter.body ? [prose('p', matter.readers ?? null, {}, matter.body)] : [])]);
}

/**
 * @param {readonly import('../types.js').Near[]} near
 * @param {CurateWords} words
 */
export function drawNear(near, words) {
  if (near.length === 0) return [];
  return [h('section', { class: 'near', 'aria-label': words.c('near') }, h('h2', { class: 'group-title' }, words.c('near')),
    h('ul', { role: 'list' }, ...near.map(({ entry, why }) => h('li', { class: 'near-item' },
      h('span', { class: 'tag' }, words.of('near', why)), ' ',
      h('a', { class: 'link', href: hashOf({ path: ['entries', ...entry.id.split('/')], query: {} }) }, h('bdi', { lang: entry.lang }, entry.term)), ' ',
      prose('span', entry.for, { class: 'quiet' }, entry.gloss ?? '')))))];
}
