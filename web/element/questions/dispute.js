/** Say that a note is wrong where it stands. */

import { openDialog } from '../dialog.js';
import { h, prose, setProp, setText } from '../dom.js';
import { errorText } from '../reasons.js';
import { drawExcerpt } from '../runs.js';
import { say } from './words.js';

const EXCERPT = 600;
const MOST = 500;

/**
 * @param {object} parts
 * @param {Node} parts.host
 * @param {import('../types.js').Context} parts.context
 * @param {import('../../types.js').ChatMessage} parts.message
 * @param {string} parts.entry
 * @param {() => void} parts.onthanks
 */
export function openDispute({ host, context: { words, client }, message, entry, onthanks }) {
  const field = h('textarea', { id: 'why-wrong', class: 'text-input', rows: 3, maxlength: MOST, dir: 'auto', 'aria-describedby': 'dispute-problem', autofocus: true });
  const problem = h('p', { id: 'dispute-problem', class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button' }, words.t('proposeSend'));
  const refuse = (/** @type {string} */ why) => {
    setText(problem, why);
    setProp(field, 'aria-invalid', 'true');
    field.focus();
  };
  const propose = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (field.value.trim() === '') return refuse(say(words, 'disputeEmpty'));
    if (send.disabled) return;
    send.disabled = true;
    const refused = await client.dispute(message.seq ?? 0, entry, field.value.trim());
    send.disabled = false;
    if (refused) return refuse(errorText(words, refused));
    close();
    onthanks();
  };
  const { close } = openDialog({
    host, title: say(words, 'disputeTitle'), closeLabel: words.t('close'), kind: 'dialog-dispute',
    body: [
      prose('blockquote', message.lang, { class: 'sentence' }, ...drawExcerpt(message.runs, EXCERPT)),
      h('form', { class: 'form-field', novalidate: true, onsubmit: propose },
        h('label', { for: 'why-wrong' }, say(words, 'disputeWhy')), field, problem,
        h('p', { class: 'quiet' }, say(words, 'disputeLead')),
        h('div', { class: 'dialog-actions' }, send)),
    ],
  });
}
