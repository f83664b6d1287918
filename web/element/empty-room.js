/** Welcome whoever comes first into a room, with a few ways to begin. */

import { h, setProp } from './dom.js';
import { icon } from './icons.js';

export class EmptyRoom {
  /**
   * @param {import('./i18n.js').Words} words
   * @param {(text: string) => void} onbegin one of the beginnings was chosen
   */
  constructor(words, onbegin) {
    const beginnings = /** @type {const} */ (['starter1', 'starter2', 'starter3']).map((key) => words.t(key));
    this.node = h('div', { class: 'empty', part: 'empty', hidden: true },
      h('span', { class: 'mark' }, icon('bridge')),
      h('h2', {}, words.t('emptyTitle')),
      h('p', {}, words.t('emptyLead')),
      h('div', { class: 'starters' }, ...beginnings.map((text) =>
        h('button', { type: 'button', class: 'starter', onclick: () => onbegin(text) }, text))));
  }

  /** @param {import('../types.js').ChatState} state */
  update({ connection, messages, hasOlder }) {
    setProp(this.node, 'hidden', connection !== 'online' || messages.length > 0 || hasOlder);
  }
}
