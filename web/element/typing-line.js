/** Say who is typing. */

import { h, setProp, setText } from './dom.js';

const FEW = 3;

export class TypingLine {
  #words;
  #text = h('span', {});

  /** @param {import('./i18n.js').Words} words */
  constructor(words) {
    this.#words = words;
    const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i', {}), h('i', {}), h('i', {}));
    this.node = h('div', { class: 'typing', part: 'typing', 'data-idle': true }, dots, this.#text);
  }

  /** @param {import('../types.js').ChatState} state */
  update({ typing }) {
    setProp(this.node, 'data-idle', typing.length === 0);
    const names = this.#words.list(typing.map(({ name }) => `\u2068${name}\u2069`));
    const key = typing.length === 1 ? 'typingOne' : typing.length > FEW ? 'typingCrowd' : 'typingMany';
    setText(this.#text, typing.length === 0 ? '' : this.#words.t(key, { names }));
  }
}
