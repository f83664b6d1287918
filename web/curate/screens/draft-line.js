/** The better translation that a proposal brings, to be taken as it is or made better still. */

import { h } from '../../element/dom.js';
import { textField } from '../parts/fields.js';
import { ApiError } from '../state/api.js';

const ROWS = 2;

export class DraftLine {
  #proposed;
  #field;
  #words;

  /**
   * @param {import('../types.js').Context} context
   * @param {import('../types.js').OpenProposal} proposal
   * @param {any} kept
   * @param {() => void} onchange
   */
  constructor({ words }, { matter }, kept, onchange) {
    this.#words = words;
    this.#proposed = matter.better ?? '';
    this.#field = textField({ id: 'better', label: words.c('betterLine'), value: kept?.better ?? this.#proposed, lang: matter.target_lang ?? null, rows: ROWS, oninput: () => onchange() });
    this.node = h('section', { class: 'draft', 'aria-label': words.c('betterLine') }, this.#field.node);
  }

  get value() {
    return this.#field.input.value.trim();
  }

  isChanged() {
    return this.value !== this.#proposed.trim();
  }

  kept() {
    return { better: this.#field.input.value };
  }

  edit() {
    this.#field.input.focus();
  }

  check() {
    this.#field.complain(this.value === '' ? this.#words.c('betterMissing') : '');
    if (this.value === '') this.#field.input.focus();
    return this.value !== '';
  }

  answer() {
    return this.isChanged() ? { better: this.value } : {};
  }

  /** @param {unknown} error */
  refused(error) {
    if (!(error instanceof ApiError) || error.code !== 'bad-request') return null;
    this.#field.complain(error.message);
    return '';
  }

  stop() {}
}
