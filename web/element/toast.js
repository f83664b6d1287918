/** Show a short word at the bottom for a moment. */

import { h, setProp } from './dom.js';

const STAYS_MS = 3500;

export class Toast {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  node = h('div', { class: 'toast', part: 'toast', hidden: true });

  /** @param {string} text */
  show(text) {
    clearTimeout(this.#timer);
    this.node.textContent = text;
    setProp(this.node, 'hidden', false);
    this.#timer = setTimeout(() => setProp(this.node, 'hidden', true), STAYS_MS);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
