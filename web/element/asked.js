/** Show under a message what readers asked about it, and what others answered. */

import { h, prose } from './dom.js';

/** @typedef {import('../types.js').AskedAbout} AskedAbout */

/**
 * Open ones of others are for the card at the bottom.
 * @param {readonly AskedAbout[]} asked
 * @param {import('./types.js').Context} context
 * @returns {HTMLElement}
 */
export function drawAsked(asked, { words, client }) {
  const me = client.state.me?.id;
  return h('div', { class: 'asked' }, ...asked.map((each) => {
    if (each.answer) return answered(each, words);
    return each.from.id === me ? h('p', { class: 'seen' }, words.t('askWaiting', { text: each.text })) : null;
  }));
}

/**
 * @param {AskedAbout} asked with an answer
 * @param {import('./i18n.js').Words} words
 */
function answered({ text, lang, for: reads, answer, question }, words) {
  if (!answer) return null;
  return h('details', { class: 'answered' },
    h('summary', { 'data-key': `answer ${question}` }, prose('span', lang, { class: 'answered-term' }, text), ' ', h('span', { class: 'answered-mark' }, words.t('answerUnchecked'))),
    prose('p', reads, { class: 'card-gloss' }, answer.gloss),
    answer.body !== '' && prose('p', reads, {}, answer.body),
    h('p', { class: 'quiet' }, words.t('answeredBy', { name: answer.by.name })));
}
