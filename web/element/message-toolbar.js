/** What can be done with a message: react, reply, copy, correct, edit, delete. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { say } from './order/words.js';

/**
 * @param {() => import('../types.js').ChatMessage} current the message as it is when pressed
 * @param {import('./types.js').Context} context
 * @param {() => void} onread
 */
export function drawToolbar(current, { words, deeds, reading, client }, onread) {
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
    reading.offers({ ...current(), kind: 'original' }) && tool('book', words.t('wordByWord'), onread),
    !current().mine && tool('ask', words.t('askWhat'), () => deeds.ask(current())),
    tool('copy', words.t('copy'), () => deeds.copy(current())),
    tool('flag', words.t('wrong'), () => deeds.correct(current())),
    !current().mine && (client.state.manners.mayModerate
      ? tool('shield', say(words, 'moderate'), () => deeds.moderate(current()))
      : tool('warning', say(words, 'report'), () => deeds.report(current()))),
    ...own);
}
