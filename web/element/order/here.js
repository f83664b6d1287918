/** Open what is asked before somebody is reported or silenced; loaded when first needed. */

/** @typedef {import('../../types.js').ChatMessage} ChatMessage */
/** @typedef {{ host: () => Node, context: import('../types.js').Context, tell: (text: string) => void }} Around */

export class OrderHere {
  #around;

  /** @param {Around} around */
  constructor(around) {
    this.#around = around;
  }

  /** @param {ChatMessage} message */
  async report(message) {
    (await this.#dialogs()).openReport(this.#asked(), message);
  }

  /** @param {ChatMessage} message */
  async moderate(message) {
    (await this.#dialogs()).openModerate(this.#asked(), message);
  }

  async rules() {
    (await this.#dialogs()).openRules(this.#asked());
  }

  #dialogs() {
    return import('./dialogs.js');
  }

  #asked() {
    return { ...this.#around, host: this.#around.host() };
  }
}
