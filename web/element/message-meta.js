/** The quiet line under a message's text: how it was translated, whether it arrived, was edited. */

import { h, prose } from './dom.js';
import { icon } from './icons.js';
import { reasonText } from './reasons.js';
import { drawNotes } from './runs.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('./types.js').Faces} Faces */
/** @typedef {import('./i18n.js').Words} Words */

/**
 * @typedef {object} MetaParts
 * @property {ChatMessage} message
 * @property {Faces} faces
 * @property {Words} words
 * @property {import('./types.js').Choices['doubtful']} doubtful how notes on what may be meant literally are drawn
 * @property {boolean} why whether the reasons are uncovered
 * @property {boolean} last last of its group: there the tick stands
 * @property {() => void} ontoggle
 * @property {() => void} onwhy
 * @property {() => void} onretranslate
 */

/** Short words for what people wrote, and the whole of it. */
const BY = Object.freeze({
  phrasebook: /** @type {const} */ (['book', 'phrasebook', 'byPhrasebook']),
  person: /** @type {const} */ (['person', 'byPerson', 'byPerson']),
});

/**
 * Nothing when there is nothing to say.
 * @param {MetaParts} parts
 * @returns {HTMLElement | null}
 */
export function drawMeta(parts) {
  const { message, words } = parts;
  const edited = message.edited !== null && !message.deleted
    && h('span', { class: 'edited', title: words.moment(message.edited) }, words.t('edited'));
  const marks = [...translationMarks(parts), edited, tick(parts)].filter(Boolean);
  if (marks.length === 0) return null;
  const reasons = parts.why && drawReasons(message, words);
  return h('div', { class: 'meta' }, h('div', { class: 'meta-line' }, ...marks), reasons);
}

/** @param {MetaParts} parts */
function translationMarks({ message, faces, words, doubtful, why, ontoggle, onwhy, onretranslate }) {
  const made = message.translation;
  if (faces.state === 'none') return [];
  if (faces.state === 'pending') return [h('span', { class: 'translating' }, words.t('translating'))];
  if (faces.state === 'failed') {
    const language = words.language(message.lang);
    return [
      h('span', { class: 'failed' }, icon('alert'), words.t('failed', { language })),
      made !== null && made.reasons.length > 0 && button('why', words.t('failedWhy'), onwhy, { 'aria-expanded': why }),
      button('again', words.t('retry'), onretranslate, {}),
    ];
  }
  if (made === null) return [];
  return [
    toggle(message, faces, words, ontoggle),
    author(made.by, faces, words),
    ...hiddenNotes(message, faces, doubtful),
    faces.state === 'shaky' && h('button', {
      type: 'button', class: 'text-button shaky', 'data-key': 'why', 'aria-label': words.t('shakyLabel'),
      'aria-expanded': why, onclick: onwhy,
    }, icon('approx'), words.t('shaky')),
  ];
}

/**
 * Who made it: people, or a machine, which goes without saying where there is anything else to say.
 * @param {import('../types.js').By} by
 * @param {Faces} faces
 * @param {Words} words
 */
function author(by, faces, words) {
  if (by === 'machine') return faces.toggle === null && h('span', { class: 'by' }, icon('translate'), words.t('byMachine'));
  const [picture, short, long] = BY[by];
  return h('span', { class: 'by', title: words.t(long) }, icon(picture), words.t(short));
}

/**
 * The original's terms, so that a note can be opened without uncovering the original first; those
 * that the translation carries are there already.
 * @param {ChatMessage} message
 * @param {Faces} faces
 * @param {import('./types.js').Choices['doubtful']} doubtful
 */
function hiddenNotes(message, faces, doubtful) {
  if (faces.toggle !== 'original' || faces.second !== null) return [];
  const here = new Set(faces.first.runs.map(({ entry }) => entry));
  return drawNotes(message.runs.filter(({ entry }) => !here.has(entry)), doubtful).map((note) => prose('span', message.lang, { class: 'meta-note' }, note));
}

/**
 * @param {ChatMessage} message
 * @param {Faces} faces
 * @param {Words} words
 * @param {() => void} ontoggle
 */
function toggle(message, faces, words, ontoggle) {
  const language = words.language(message.lang);
  if (faces.toggle === null) return null;
  const hidden = faces.toggle === 'original' ? words.t('original', { language }) : words.t('translation');
  const label = faces.toggle === 'original' ? words.t('showOriginal', { language }) : words.t('showTranslation');
  return h('button', {
    type: 'button', class: 'text-button toggle', part: 'toggle', 'data-key': 'toggle',
    'aria-label': label, 'aria-expanded': faces.second !== null, onclick: ontoggle,
  }, icon('translate'), hidden);
}

/**
 * @param {ChatMessage} message
 * @param {Words} words
 */
function drawReasons({ translation }, words) {
  if (translation === null) return null;
  const lead = words.t(translation.status === 'failed' ? 'failedLead' : 'shakyLead');
  const reasons = translation.reasons.map((reason) => {
    const { text, lang } = reasonText(words, reason);
    return prose('li', lang, {}, text);
  });
  return h('div', { class: 'reasons' }, h('p', {}, lead), h('ul', {}, ...reasons));
}

/** @param {MetaParts} parts */
function tick({ message, words, last }) {
  if (!message.mine || message.deleted || message.delivery === 'refused') return null;
  if (message.delivery === 'pending') return mark('clock', words.t('pending'), 'tick-pending');
  return last ? mark('check', words.t('sent'), 'tick-sent') : null;
}

/**
 * @param {import('./icons.js').IconName} picture
 * @param {string} label
 * @param {string} kind
 */
function mark(picture, label, kind) {
  return h('span', { class: `tick ${kind}`, role: 'img', 'aria-label': label, title: label }, icon(picture));
}

/**
 * @param {string} key
 * @param {string} label
 * @param {() => void} onclick
 * @param {Record<string, import('./dom.js').Prop>} props
 */
function button(key, label, onclick, props) {
  return h('button', { type: 'button', class: 'text-button', 'data-key': key, onclick, ...props }, label);
}
