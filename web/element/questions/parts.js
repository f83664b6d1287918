/** All that asking and answering needs, loaded when somebody first asks, is asked, or selects. */

import { h } from '../dom.js';
import { AnswerCard } from './answer-card.js';
import { AskHere } from './ask-here.js';
import { openAsk } from './ask-dialog.js';
import { openDispute } from './dispute.js';
import { questionStyles } from './styles.js';
import { say } from './words.js';

/** @typedef {import('../../types.js').ChatMessage} ChatMessage */

export class Parts {
  #around;
  #card;
  #here;

  /** @param {import('../questions.js').Around} around */
  constructor(around) {
    const { root } = around;
    this.#around = around;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, questionStyles()];
    this.#card = new AnswerCard(around);
    this.#here = new AskHere(around, (seq, text) => this.#ask(seq, text));
    this.node = h('div', {}, this.#card.node, this.#here.node);
  }

  stop() {
    this.#here.close();
  }

  /** @param {import('../../types.js').ChatState} state */
  update(state) {
    this.#card.update(state);
  }

  selected() {
    this.#here.look();
  }

  /** @param {ChatMessage} message */
  ask(message) {
    const { context, host } = this.#around;
    openAsk({ host: host(), context, message, onask: (text) => this.#ask(message.seq ?? 0, text) });
  }

  /** @param {ChatMessage | undefined} message @param {string} entry */
  dispute(message, entry) {
    const { context, host, tell } = this.#around;
    if (message) openDispute({ host: host(), context, message, entry, onthanks: () => tell(context.words.t('thanks')) });
  }

  /** @param {number} seq @param {string} text @returns {Promise<import('../../types.js').Notice | null>} */
  async #ask(seq, text) {
    const { context: { client, words }, tell } = this.#around;
    const refused = await client.ask(seq, text);
    if (!refused) tell(say(words, 'asked'));
    return refused;
  }
}
