/** What is this? Hooks for asking, answering and judging notes; the parts come when first needed. */

import { h, setProp } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('../types.js').ChatState} ChatState */
/** @typedef {import('./questions/parts.js').Parts} Parts */

/** A selection that still grows is none yet. */
const REST_MS = 250;

/**
 * @typedef {object} Around
 * @property {ShadowRoot} root
 * @property {import('./types.js').Context} context
 * @property {HTMLElement} list where messages stand
 * @property {() => Node} host where dialogs are put
 * @property {(text: string) => void} tell
 */

export class Questions {
  #around;
  /** @type {Promise<Parts> | null} */
  #parts = null;
  /** @type {Parts | null} */
  #here = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Notes whose use was told already. */
  #told = new Set();
  /** Where open questions are shown. */
  node = h('div', { class: 'questions' });

  /** @param {Around} around */
  constructor(around) {
    this.#around = around;
  }

  /** @param {AbortSignal} signal */
  start(signal) {
    document.addEventListener('selectionchange', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#selected(), REST_MS);
    }, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#here?.stop();
    });
  }

  /** @param {ChatState} state */
  update(state) {
    if (this.#here) this.#here.update(state);
    else if (state.questions.length > 0) void this.#load().then((parts) => parts.update(this.#around.context.client.state));
  }

  /** By the menu, for whoever cannot select with a pointer. @param {ChatMessage} message */
  async ask(message) {
    (await this.#load()).ask(message);
  }

  /**
   * What stands at the end of a note's card.
   * @param {HTMLElement} term
   * @param {string} entry
   * @returns {Node[]}
   */
  feedback(term, entry) {
    const { words, client } = this.#around.context;
    this.#use(entry, 'opened');
    const seq = Number(/** @type {HTMLElement | null} */ (term.closest('.message'))?.dataset['seq'] ?? 0);
    const helped = h('button', {
      type: 'button', class: 'text-button', 'aria-pressed': this.#told.has(`helpful ${entry}`) ? 'true' : 'false',
      onclick: () => {
        this.#use(entry, 'helpful');
        setProp(helped, 'aria-pressed', 'true');
      },
    }, icon('check'), words.t('noteHelped'));
    const wrong = seq > 0 && h('button', {
      type: 'button', class: 'text-button',
      onclick: async () => (await this.#load()).dispute(client.state.messages.find((each) => each.seq === seq), entry),
    }, icon('flag'), words.t('noteWrong'));
    return [h('div', { class: 'card-acts' }, helped, wrong)];
  }

  /** @param {string} entry @param {'opened' | 'helpful'} what */
  #use(entry, what) {
    const key = `${what} ${entry}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#around.context.client.noteUsed(entry, what);
  }

  #selected() {
    if (this.#here) this.#here.selected();
    else if (document.getSelection()?.type === 'Range') void this.#load().then((parts) => parts.selected());
  }

  #load() {
    this.#parts ??= import('./questions/parts.js').then(({ Parts }) => {
      this.#here = new Parts(this.#around);
      this.node.append(this.#here.node);
      return this.#here;
    });
    return this.#parts;
  }
}
