/** Offer to ask, beside what is selected in a message. */

import { h, setProp } from '../dom.js';
import { errorText } from '../reasons.js';
import { Floating } from '../floating.js';
import { selectedRange, selectedWords } from './selection.js';

export class AskHere {
  #around;
  #onask;
  #floating;
  #button;
  /** @type {{ seq: number, text: string } | null} */
  #found = null;

  /**
   * @param {import('../questions.js').Around} around
   * @param {(seq: number, text: string) => Promise<import('../../types.js').Notice | null>} onask
   */
  constructor(around, onask) {
    const { root, context: { words } } = around;
    this.#around = around;
    this.#onask = onask;
    this.#button = h('button', {
      type: 'button', class: 'button', onclick: () => this.#ask(),
      // A press must not take the selection away before it is asked about.
      onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
    }, words.t('askWhat'));
    this.node = h('div', { class: 'ask-here', part: 'ask' }, this.#button);
    this.#floating = new Floating(root, this.node, 'floating-ask', () => this.close());
  }

  /** The selection has changed. */
  look() {
    const { root, list, context: { words } } = this.#around;
    const found = selectedWords(selectedRange(root), list);
    if (!found) return this.close();
    this.#found = found;
    setProp(this.#button, 'aria-label', `${words.t('askWhat')} ${found.text}`);
    this.#floating.open(beside(found.range));
  }

  close() {
    this.#found = null;
    this.#floating.close();
  }

  async #ask() {
    const { context: { words }, tell } = this.#around;
    const found = this.#found;
    if (!found) return;
    this.close();
    const refused = await this.#onask(found.seq, found.text);
    if (refused) tell(errorText(words, refused));
  }
}

/**
 * As much of an element as a panel needs to stand beside the range.
 * @param {Range} range
 */
function beside(range) {
  const place = { getClientRects: () => range.getClientRects(), setAttribute: () => {} };
  return /** @type {HTMLElement} */ (/** @type {unknown} */ (place));
}
