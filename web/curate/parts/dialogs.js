/** The dialogs of the frame: the keys, the account, leaving what is not saved. */

import { checkField, radioField } from '../../element/choices.js';
import { openDialog } from '../../element/dialog.js';
import { h } from '../../element/dom.js';
import { actButton, Complaint } from './acting.js';

/** @typedef {import('./words.js').CurateWords} CurateWords */
/** @typedef {import('../types.js').Shortcut} Shortcut */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {CurateWords} parts.words
 * @param {import('./keys.js').Keys} parts.keys
 */
export function openKeys({ host, words, keys }) {
  const { screen, always } = keys.all;
  openDialog({
    host, title: words.c('keys'), closeLabel: words.t('close'), kind: 'dialog-keys',
    body: [
      ...keyGroup(words.c('keysHere'), screen), ...keyGroup(words.c('keysAnywhere'), always),
      h('p', { class: 'quiet' }, words.c('keysLists')),
      checkField(words.c('keysOn'), keys.isOn, (on) => keys.turn(on)),
    ],
  });
}

/**
 * @param {string} title
 * @param {readonly Shortcut[]} shortcuts
 */
function keyGroup(title, shortcuts) {
  const named = shortcuts.filter(({ label }) => label !== '');
  if (named.length === 0) return [];
  return [h('h3', { class: 'group-title' }, title),
    h('dl', { class: 'key-list' }, ...named.flatMap(({ key, label }) => [h('dt', {}, h('kbd', { class: 'key' }, key)), h('dd', {}, label)]))];
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {CurateWords} parts.words
 * @param {import('../types.js').SessionUser} parts.user
 * @param {import('../../element/preferences.js').Preferences} parts.preferences
 * @param {() => void} parts.ontheme
 * @param {() => Promise<void>} parts.onroom
 * @param {() => Promise<void>} parts.onleave
 */
export function openAccount({ host, words, user, preferences, ontheme, onroom, onleave }) {
  const complaint = new Complaint(words);
  openDialog({
    host, title: words.c('account'), closeLabel: words.t('close'),
    body: [
      h('p', {}, words.c('signedInAs', { name: user.name, role: words.of('role', user.role) })),
      radioField({
        name: 'theme', label: words.t('theme'), chosen: preferences.choices.theme, inRow: true,
        onchoose: (theme) => {
          preferences.choose({ theme });
          ontheme();
        },
        options: [['auto', words.t('themeAuto')], ['light', words.t('themeLight')], ['dark', words.t('themeDark')]],
      }),
      complaint.node,
      h('div', { class: 'dialog-actions dialog-actions-tall' },
        actButton({ label: words.c('toRoom', { name: user.name }), kind: 'button-quiet', act: onroom, complaint }),
        actButton({ label: words.c('signOut'), act: onleave, complaint })),
    ],
  });
}

/**
 * Ask once more before something is lost, or cannot be taken back.
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {CurateWords} parts.words
 * @param {string} parts.title
 * @param {string} parts.lead
 * @param {string} parts.yes
 * @param {readonly Node[]} [parts.body]
 * @param {() => Promise<unknown> | void} parts.act
 */
export function askFirst({ host, words, title, lead, yes, body = [], act }) {
  const complaint = new Complaint(words);
  const { close } = openDialog({
    host, title, closeLabel: words.t('close'),
    body: [h('p', { class: 'dialog-lead', dir: 'auto' }, lead), ...body, complaint.node,
      h('div', { class: 'dialog-actions' },
        h('button', { type: 'button', class: 'button button-quiet', onclick: () => close() }, words.t('cancel')),
        actButton({
          label: yes, kind: 'button-danger', complaint,
          act: async () => {
            await act();
            close();
          },
        }))],
  });
}
