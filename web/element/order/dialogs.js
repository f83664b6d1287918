/** Ask before a message is reported, somebody is silenced, or a room gets other rules. */

import { checkField } from '../choices.js';
import { openDialog } from '../dialog.js';
import { h, prose, setProp, setText } from '../dom.js';
import { errorText } from '../reasons.js';
import { drawExcerpt } from '../runs.js';
import { duration, say } from './words.js';

/** @typedef {import('../../types.js').Act} Act */
/** @typedef {import('../../types.js').ChatMessage} ChatMessage */
/** @typedef {import('../../types.js').Notice} Notice */
/** @typedef {{ host: Node, context: import('../types.js').Context, tell: (text: string) => void }} Around */

const EXCERPT = 600;
const REASON = 500;
const MINUTES = /** @type {const} */ ([10, 60, 1440]);
const PACES = [0, 10, 30, 60, 300];

/** @param {Around} around @param {ChatMessage} message with a `seq` */
export function openReport({ host, context: { words, client }, tell }, message) {
  const reason = h('textarea', { id: 'reason', class: 'text-input', rows: 3, dir: 'auto', maxlength: REASON, autofocus: true });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button' }, say(words, 'reportSend'));
  const report = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (message.seq === null || send.disabled) return;
    send.disabled = true;
    const refused = await client.report(message.seq, reason.value.trim());
    send.disabled = false;
    if (refused) return setText(problem, errorText(words, refused));
    close();
    tell(say(words, 'reported'));
  };
  const { close } = openDialog({
    host, title: say(words, 'reportTitle'), closeLabel: words.t('close'), kind: 'dialog-report',
    body: [sentence(message), h('p', { class: 'quiet' }, say(words, 'reportLead')),
      h('form', { class: 'form-field', novalidate: true, onsubmit: report },
        h('label', { for: 'reason' }, say(words, 'reportReason')), reason, problem,
        h('div', { class: 'dialog-actions' }, send))],
  });
}

/** @param {Around} around @param {ChatMessage} message */
export function openModerate({ host, context: { words, client }, tell }, message) {
  const { name, id: user } = message.from;
  const field = h('input', { id: 'reason', class: 'text-input', dir: 'auto', maxlength: REASON, autocomplete: 'off', autofocus: true });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const done = async (/** @type {Promise<Notice | null>} */ asked) => {
    const refused = await asked;
    if (refused) return setText(problem, refused.message || errorText(words, refused));
    close();
    tell(say(words, 'moderated'));
  };
  const act = (/** @type {import('./words.js').Key} */ key, /** @type {() => Act} */ wish, danger = false) => h('button', {
    type: 'button', class: danger ? 'button button-danger' : 'button button-quiet', onclick: () => void done(client.moderate(wish())),
  }, say(words, key));
  const reason = () => field.value.trim();
  const remove = h('button', {
    type: 'button', class: 'button button-quiet',
    onclick: () => { if (message.seq !== null) client.remove(message.seq); close(); },
  }, say(words, 'moderateDelete'));
  const { close } = openDialog({
    host, title: say(words, 'moderateTitle', { name }), closeLabel: words.t('close'), kind: 'dialog-moderate',
    body: [sentence(message),
      h('div', { class: 'form-field' }, h('label', { for: 'reason' }, say(words, 'moderateReason')), field),
      h('div', { class: 'acts' }, remove,
        ...MINUTES.map((minutes) => act(`mute${minutes}`, () => ({ act: 'mute', user, minutes, reason: reason() }))),
        act('unmute', () => ({ act: 'unmute', user, reason: reason() })),
        act('ban', () => ({ act: 'ban', user, reason: reason() }), true),
        act('banAddress', () => ({ act: 'ban-address', user, reason: reason() }), true)),
      problem],
  });
}

/** @param {Around} around */
export function openRules({ host, context: { words, client } }) {
  const { manners: { slowS, readOnly } } = client.state;
  const problem = h('p', { class: 'problem', role: 'alert' });
  const ask = async (/** @type {Act} */ act) => {
    const refused = await client.moderate(act);
    setText(problem, refused ? refused.message || errorText(words, refused) : '');
  };
  const paces = PACES.includes(slowS) ? PACES : [...PACES, slowS].sort((a, b) => a - b);
  const select = h('select', { id: 'pace', class: 'select', onchange: () => void ask({ act: 'slow', seconds: Number(select.value) }) },
    ...paces.map((pace) => h('option', { value: String(pace), selected: pace === slowS }, pace === 0 ? say(words, 'slowOff') : duration(words, pace))));
  const { close } = openDialog({
    host, title: say(words, 'roomRules'), closeLabel: words.t('close'), kind: 'dialog-rules',
    body: [
      h('div', { class: 'form-field' }, h('label', { for: 'pace' }, say(words, 'slow')), h('div', { class: 'select-box' }, select)),
      checkField(say(words, 'readOnly'), readOnly, (on) => void ask({ act: 'read-only', on })),
      problem,
      h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button', onclick: () => close() }, words.t('done')))],
  });
}

/** @param {ChatMessage} message */
function sentence(message) {
  const node = prose('blockquote', message.lang, { class: 'sentence' }, ...drawExcerpt(message.runs, EXCERPT));
  setProp(node, 'dir', 'auto');
  return node;
}
