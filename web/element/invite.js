/** Give out the link to this room, or go to another one. */

import { openDialog } from './dialog.js';
import { h } from './dom.js';

/**
 * @param {object} parts
 * @param {Node} parts.host
 * @param {import('./i18n.js').Words} parts.words
 * @param {string} parts.link
 * @param {(text: string) => void} parts.oncopy
 * @param {(room: string) => void} parts.ongo
 */
export function openInvite({ host, words, link, oncopy, ongo }) {
  const field = h('input', { id: 'invite-link', class: 'text-input', dir: 'ltr', readonly: true, value: link, onfocus: () => { field.select(); showEnd(field); } });
  const room = h('input', { id: 'invite-room', class: 'text-input', dir: 'auto', maxlength: 64, autocomplete: 'off', autocapitalize: 'off', placeholder: words.t('otherRoomHint') });
  const share = h('div', { class: 'form-field' },
    h('label', { for: 'invite-link' }, words.t('inviteLink')),
    h('div', { class: 'field-row' }, field, h('button', { type: 'button', class: 'button', onclick: () => oncopy(link) }, words.t('copyLink'))));
  const go = h('form', {
    class: 'form-field',
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const name = room.value.trim();
      if (name === '') return room.focus();
      close();
      ongo(name);
    },
  },
  h('label', { for: 'invite-room' }, words.t('otherRoom')),
  h('div', { class: 'field-row' }, room, h('button', { type: 'submit', class: 'button button-quiet' }, words.t('go'))));
  const { close } = openDialog({
    host, title: words.t('inviteTitle'), closeLabel: words.t('close'), kind: 'dialog-invite',
    body: [h('p', { class: 'dialog-lead' }, words.t('inviteLead')), share, go],
  });
  showEnd(field);
}

/**
 * The end of a link names the room, which is what tells it from others.
 * @param {HTMLInputElement} field
 */
function showEnd(field) {
  field.scrollLeft = field.scrollWidth;
}
