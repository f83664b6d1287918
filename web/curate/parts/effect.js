/** What a change would do to what was said lately: notes that come and go, translations that would read otherwise. */

import { h } from '../../element/dom.js';
import { LONG_MS } from '../state/api.js';
import { Area } from './area.js';
import { difference, sentence, when } from './texts.js';

/** @typedef {import('../types.js').Effect} EffectAnswer */
/** @typedef {import('../types.js').Sighting} Sighting */
/** @typedef {import('./words.js').CurateWords} CurateWords */

/** Longer lists stay closed until somebody opens them. */
const FEW = 6;

export class EffectPanel {
  #api;
  #words;
  #area;
  #stale;
  #title;
  /** @type {(() => Record<string, unknown>) | null} */
  #question = null;

  /** @param {{ api: import('../state/api.js').Api, words: CurateWords }} context */
  constructor({ api, words }) {
    this.#api = api;
    this.#words = words;
    this.#area = new Area(words);
    this.#title = h('h2', { class: 'group-title', tabindex: -1 }, words.c('effect'));
    this.#stale = h('p', { class: 'stale', hidden: true }, words.c('effectStale'), ' ',
      h('button', { type: 'button', class: 'text-button', onclick: () => this.look() }, words.c('effectAgain')));
    this.node = h('section', { class: 'effect', 'aria-label': words.c('effect') }, this.#title, this.#stale, this.#area.node);
  }

  /** @param {() => Record<string, unknown>} question the body of the request, as things stand */
  about(question) {
    this.#question = question;
  }

  look() {
    const question = this.#question;
    if (question === null) return;
    this.#stale.hidden = true;
    void this.#area.fill(
      () => this.#api.send('POST', '/glossary/effect', question(), { patience: LONG_MS }),
      (/** @type {EffectAnswer} */ answer) => drawEffect(answer, this.#words));
  }

  /** What is shown is not what would be any more. */
  outdate() {
    this.#stale.hidden = false;
  }

  focus() {
    this.#title.focus();
    this.node.scrollIntoView({ block: 'start' });
  }
}

/**
 * @param {EffectAnswer} effect
 * @param {CurateWords} words
 */
function drawEffect(effect, words) {
  const { messages, hits, inside, lost, translations } = effect;
  const counts = effect.counts ?? { hits: hits.length, inside: inside.length, lost: lost.length };
  const none = hits.length + inside.length + lost.length + translations.length === 0;
  return [
    h('p', { class: 'quiet' }, words.c(none ? 'effectNone' : 'effectOf', { n: messages })),
    ...sightings(words.c('effectHits', { n: counts.hits }), hits, words, 'good'),
    ...sightings(words.c('effectInside', { n: counts.inside }), inside, words, 'warn'),
    ...sightings(words.c('effectLost', { n: counts.lost }), lost, words, 'bad'),
    ...(translations.length === 0 ? [] : [group(words.c('effectTranslations', { n: translations.length }), 'warn', translations.length,
      translations.map((each) => h('li', { class: 'sighting' }, sentence([{ text: each.text }], null),
        h('p', { class: 'sighting-where' }, words.c('into', { language: words.language(each.lang) })), difference(each.before, each.after, each.lang))))]),
  ];
}

/**
 * @param {string} title
 * @param {readonly Sighting[]} found
 * @param {CurateWords} words
 * @param {string} mood
 */
function sightings(title, found, words, mood) {
  return found.length === 0 ? [] : [group(title, mood, found.length, found.map((each) => drawSighting(each, words)))];
}

/**
 * @param {Sighting} sighting
 * @param {CurateWords} words
 */
export function drawSighting({ runs, text, room, at }, words) {
  return h('li', { class: 'sighting' }, sentence(runs?.length ? runs : [{ text }], null), h('p', { class: 'sighting-where' }, h('bdi', {}, room), ' · ', when(at, words)));
}

/**
 * @param {string} title
 * @param {string} mood
 * @param {number} count
 * @param {readonly Node[]} items
 */
function group(title, mood, count, items) {
  return h('details', { class: 'found', 'data-mood': mood, open: count <= FEW }, h('summary', {}, title), h('ul', { role: 'list' }, ...items));
}
