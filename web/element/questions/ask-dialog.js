/** Ask about words of a message without selecting them with a pointer. */

import { openDialog } from '../dialog.js';
import { h, setProp, setText } from '../dom.js';
import { plain } from '../faces.js';
import { errorText } from '../reasons.js';
import { MOST } from './selection.js';
import { say } from './words.js';

/**
 * @param {object} parts
 * @param {Node} parts.host
 * @param {import('../types.js').Context} parts.context
 * @param {import('../../types.js').ChatMessage} parts.message
 * @param {(text: string) => Promise<import('../../types.js').Notice | null>} parts.onask
 */
export function openAsk({ host, context: { words }, message, onask }) {
  const whole = plain(message);
  const field = h('input', { id: 'ask-words', class: 'text-input', maxlength: MOST, dir: 'auto', lang: message.lang, 'aria-describedby': 'ask-problem', autofocus: true });
  const sentence = h('textarea', { id: 'ask-sentence', class: 'text-input', readonly: true, rows: 3, dir: 'auto', lang: message.lang });
  sentence.value = whole;
  // Words that are selected above need not be typed, in a script that one may not be able to type.
  sentence.addEventListener('select', () => { field.value = whole.slice(sentence.selectionStart, sentence.selectionEnd).trim(); });
  const problem = h('p', { id: 'ask-problem', class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button' }, say(words, 'askSend'));
  const refuse = (/** @type {string} */ why) => {
    setText(problem, why);
    setProp(field, 'aria-invalid', 'true');
    field.focus();
  };
  const ask = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '' || !whole.includes(text)) return refuse(say(words, 'askNotThere'));
    if (send.disabled) return;
    send.disabled = true;
    const refused = await onask(text);
    send.disabled = false;
    if (refused) refuse(errorText(words, refused));
    else close();
  };
  const { close } = openDialog({
    host, title: words.t('askWhat'), closeLabel: words.t('close'), kind: 'dialog-ask',
    body: [h('form', { class: 'form-field', novalidate: true, onsubmit: ask },
      h('label', { for: 'ask-sentence' }, say(words, 'askSentence')), sentence,
      h('label', { for: 'ask-words' }, say(words, 'askWords')), field, problem,
      h('p', { class: 'quiet' }, say(words, 'askLead')),
      h('div', { class: 'dialog-actions' }, send))],
  });
}
