/** Draw how a draft will read: the one line, and the box with what may go wrong. */

import { h, prose } from './dom.js';
import { plain } from './faces.js';
import { icon } from './icons.js';
import { reasonText } from './reasons.js';
import { drawNotes, drawRuns } from './runs.js';

/** @typedef {import('../types.js').Preview} Preview */
/** @typedef {import('../types.js').Warning} Warning */
/** @typedef {import('./i18n.js').Words} Words */

/**
 * What there is to say still: an idiom whose note stands in the text already is explained.
 * @param {Preview} preview
 */
export function warningsFor({ warnings, text }) {
  return warnings.filter((warning) => warning.kind !== 'idiom' || warning.note === null || !text.includes(warning.note));
}

/** Nothing that one would want to write otherwise. @param {Preview} preview */
export function isHarmless(preview) {
  return warningsFor(preview).every(({ kind }) => kind === 'doubt');
}

/**
 * @param {Preview} preview
 * @param {Words} words
 */
export function drawLine(preview, words) {
  const { translation, back, lang, from } = preview;
  const warnings = warningsFor(preview);
  const isShaky = warnings.length > 0 || translation?.status !== 'ok';
  const read = translation?.status === 'failed' ? h('span', { class: 'preview-text' }, words.t('previewFailed'))
    : translation && prose('span', lang, { class: 'preview-text' }, plain(translation));
  return [
    icon(isShaky ? 'alert' : 'translate'),
    h('span', { class: 'hidden' }, words.t('previewIn', { language: words.language(lang) })),
    read ?? h('span', { class: 'preview-text' }, words.t('previewLook')),
    back !== null && h('span', { class: 'preview-back' }, h('span', { class: 'hidden' }, words.t('previewBack')), icon('retry'), prose('span', from, {}, back)),
    warnings.length > 0 && read !== null && h('span', { class: 'preview-flag' }, words.t(isHarmless(preview) ? 'shaky' : 'previewLook')),
  ].filter((node) => node !== null && node !== false);
}

/**
 * @param {Preview} preview
 * @param {Words} words
 * @param {boolean} isWhole asked for; else only what one may want to change
 * @param {boolean} isStale what is written by now is something else
 * @param {(text: string) => void} onreplace another text for the whole draft
 */
export function drawBox(preview, words, isWhole, isStale, onreplace) {
  const draw = (/** @type {Warning} */ warning) => drawWarning(warning, preview, words, isStale, onreplace);
  if (!isWhole) return warningsFor(preview).filter(({ kind }) => kind !== 'doubt').map(draw);
  const { translation, back, from } = preview;
  const known = new Set(preview.warnings.map((warning) => (warning.kind === 'doubt' ? '' : warning.entry)));
  const notes = drawNotes(preview.notes.filter(({ entry }) => entry !== undefined && !known.has(entry)));
  return [
    translation !== null && translation.status !== 'failed' && h('div', {},
      h('p', { class: 'quiet' }, words.t('previewIn', { language: words.language(preview.lang) })),
      prose('p', preview.lang, { class: 'text' }, ...drawRuns(translation.runs, null))),
    translation?.status === 'failed' && h('p', {}, words.t('previewFailed')),
    back !== null && h('div', {}, h('p', { class: 'quiet' }, words.t('previewBack')), prose('p', from, { class: 'text' }, back)),
    ...warningsFor(preview).map(draw),
    notes.length > 0 && h('p', { class: 'quiet preview-notes' }, words.t('previewNotes'), ...notes.map((note) => prose('span', from, {}, note))),
  ].filter((node) => node !== false);
}

/**
 * @param {Warning} warning
 * @param {Preview} preview
 * @param {Words} words
 * @param {boolean} isStale
 * @param {(text: string) => void} onreplace
 */
function drawWarning(warning, { text, lang, from }, words, isStale, onreplace) {
  const language = words.language(lang);
  const act = (/** @type {import('./i18n.js').Key} */ key, /** @type {string | null} */ draft) => draft !== null
    && h('button', { type: 'button', class: 'button button-quiet', disabled: isStale, onclick: () => onreplace(draft) }, words.t(key));
  switch (warning.kind) {
    case 'idiom': return line(words.t('previewIdiom', { text: warning.text }),
      h('div', { class: 'preview-acts' }, act('sendPlainly', warning.plain), act('attachNote', warning.note && `${text} ${warning.note}`)),
      warning.plain !== null && prose('p', from, { class: 'quiet' }, warning.plain));
    case 'tone': return line(words.t(warning.reads === 'cold' ? 'previewCold' : 'previewRude', { text: warning.text, language }));
    case 'doubt': return line(words.t('previewDoubt'), h('ul', {}, ...warning.reasons.map((reason) => {
      const said = reasonText(words, reason);
      return prose('li', said.lang, {}, said.text);
    })));
  }
}

/**
 * @param {string} lead
 * @param {...import('./dom.js').Child} rest
 */
function line(lead, ...rest) {
  return h('div', { class: 'preview-warning' }, icon('alert'), h('div', {}, h('p', {}, lead), ...rest));
}
