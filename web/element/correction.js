/** Say that a translation is wrong: another language than was thought, or a better wording. */

import { languageField } from './choices.js';
import { openDialog } from './dialog.js';
import { h, prose, setProp, setText } from './dom.js';
import { plain } from './faces.js';
import { errorText } from './reasons.js';
import { drawExcerpt } from './runs.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */

/** As much of the sentence as helps to know it again. */
const EXCERPT = 600;

/**
 * @param {object} parts
 * @param {Node} parts.host
 * @param {import('./types.js').Context} parts.context
 * @param {ChatMessage} parts.message with a `seq`
 * @param {() => void} parts.onthanks a better wording was taken
 */
export function openCorrection({ host, context, message, onthanks }) {
  const { words } = context;
  const made = message.translation;
  const { close } = openDialog({
    host, title: words.t(made ? 'wrongTitle' : 'wrongLanguageTitle'), closeLabel: words.t('close'), kind: 'dialog-correction',
    body: [
      prose('blockquote', message.lang, { class: 'sentence' }, ...drawExcerpt(message.runs, EXCERPT)),
      made && wording(context, message, made, () => { close(); onthanks(); }),
      language(context, message, () => close()),
    ].filter((node) => node !== null),
  });
}

/**
 * @param {import('./types.js').Context} context
 * @param {ChatMessage} message
 * @param {import('../types.js').MessageTranslation} made
 * @param {() => void} ontaken
 */
function wording({ words, client }, { seq }, made, ontaken) {
  const before = plain(made);
  const field = h('textarea', { id: 'better', class: 'text-input', rows: 3, dir: 'auto', lang: made.lang, 'aria-describedby': 'better-problem better-lead', autofocus: true });
  field.value = before;
  const problem = h('p', { id: 'better-problem', class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button' }, words.t('proposeSend'));
  const refuse = (/** @type {string} */ why) => {
    setText(problem, why);
    setProp(field, 'aria-invalid', 'true');
    field.focus();
  };
  const propose = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '' || text === before.trim()) return refuse(words.t('proposeSame'));
    if (seq === null || send.disabled) return;
    send.disabled = true;
    const notice = await client.propose(seq, made.lang, text);
    send.disabled = false;
    if (notice) refuse(errorText(words, notice));
    else ontaken();
  };
  return h('form', { class: 'form-field', novalidate: true, onsubmit: propose },
    before !== '' && h('p', { class: 'dialog-lead' }, words.t('wrongNow')),
    before !== '' && prose('blockquote', made.lang, { class: 'sentence' }, ...drawExcerpt(made.runs, EXCERPT)),
    h('label', { for: 'better' }, words.t('better', { language: words.language(made.lang) })), field, problem,
    h('p', { id: 'better-lead', class: 'quiet' }, words.t('betterLead')),
    h('div', { class: 'dialog-actions' }, send));
}

/**
 * @param {import('./types.js').Context} context
 * @param {ChatMessage} message
 * @param {() => void} ondone
 */
function language({ words, client }, { seq, lang }, ondone) {
  const codes = [...new Set(client.state.languages.flatMap(({ code, from }) => [code, ...from]))];
  const { node, select } = languageField({ id: 'from', label: words.t('wrongLanguage'), codes, chosen: lang, unknown: '…' });
  const again = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (seq !== null && select.value !== 'und') client.translate(seq, select.value);
    ondone();
  };
  node.append(h('button', { type: 'submit', class: 'button button-quiet' }, words.t('translateAgain')));
  return h('form', { class: 'from-language', onsubmit: again }, node);
}
