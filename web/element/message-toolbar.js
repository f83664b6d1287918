/** What can be done with a message: react, reply, copy, correct, edit, delete. */

import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * @param {() => import('../types.js').ChatMessage} current the message as it is when pressed
 * @param {import('./types.js').Context} context
 */
export function drawToolbar(current, { words, deeds }) {
  /** @type {(name: import('./icons.js').IconName, label: string, run: (node: HTMLElement) => void) => HTMLButtonElement} */
  const tool = (name, label, run) => h('button', {
    type: 'button', class: 'icon-button tool', 'data-key': name, 'aria-label': label, title: label,
    onclick: (/** @type {Event} */ event) => run(/** @type {HTMLElement} */ (event.currentTarget)),
  }, icon(name));
  const own = current().mine ? [
    tool('edit', words.t('edit'), () => deeds.edit(current())),
    tool('trash', words.t('delete'), () => deeds.remove(current())),
  ] : [];
  return h('div', { class: 'toolbar', part: 'toolbar', role: 'group', 'aria-label': words.t('actions') },
    tool('smile', words.t('react'), (node) => deeds.react(current(), node)),
    tool('reply', words.t('reply'), () => deeds.reply(current())),
    tool('copy', words.t('copy'), () => deeds.copy(current())),
    tool('flag', words.t('wrong'), () => deeds.correct(current())),
    ...own);
}
