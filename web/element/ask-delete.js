/** Ask before a message is deleted for everyone. */

import { openDialog } from './dialog.js';
import { h } from './dom.js';

/**
 * @param {object} parts
 * @param {Node} parts.host
 * @param {import('./i18n.js').Words} parts.words
 * @param {() => void} parts.ondelete
 */
export function askDelete({ host, words, ondelete }) {
  const cancel = h('button', { type: 'button', class: 'button button-quiet', autofocus: true, onclick: () => close() }, words.t('cancel'));
  const sure = h('button', { type: 'button', class: 'button button-danger', onclick: () => { close(); ondelete(); } }, words.t('delete'));
  const { close } = openDialog({
    host, title: words.t('deleteTitle'), closeLabel: words.t('close'), kind: 'dialog-small',
    body: [h('p', { class: 'dialog-lead' }, words.t('deleteLead')), h('div', { class: 'dialog-actions' }, cancel, sure)],
  });
}
