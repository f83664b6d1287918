/** Say quietly how the connection is, with the seconds until the next try. */

import { h, setProp, setText } from './dom.js';
import { say } from './order/words.js';
import { endedText, errorText } from './reasons.js';

/** @typedef {import('../types.js').ChatState} ChatState */

export class Banner {
  #context;
  #text = h('span', { class: 'banner-text', role: 'status' });
  #count = h('span', { class: 'banner-count', 'aria-hidden': 'true' });
  #button = h('button', { type: 'button', class: 'text-button' });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  /** @type {ChatState | null} */
  #state = null;

  /** @param {import('./types.js').Context} context */
  constructor(context) {
    this.#context = context;
    this.#button.addEventListener('click', () => this.#press());
    this.node = h('div', { class: 'banner', part: 'banner', hidden: true }, this.#text, this.#count, this.#button);
  }

  /** @param {ChatState} state */
  update(state) {
    this.#state = state;
    this.draw();
  }

  stop() {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  draw() {
    const { words } = this.#context;
    const state = this.#state;
    const shown = state ? this.#words(state) : null;
    setProp(this.node, 'hidden', shown === null);
    setProp(this.node, 'data-kind', shown?.kind);
    setText(this.#text, shown?.text ?? '');
    setProp(this.#button, 'hidden', !shown?.button);
    setText(this.#button, shown?.button ?? '');
    const counts = shown?.kind === 'waiting' && state?.retryAt !== null;
    setText(this.#count, counts ? this.#left(state?.retryAt ?? 0, words) : '');
    if (!counts) this.stop();
    else this.#ticking ??= setInterval(() => this.draw(), 1000);
  }

  /**
   * @param {ChatState} state
   * @returns {{ kind: string, text: string, button?: string } | null}
   */
  #words({ connection, ended, notice }) {
    const { words } = this.#context;
    if (connection === 'ended') {
      // The room's own refusal says more than that the connection is over.
      const text = ended?.code === 0 && notice ? errorText(words, notice) : ended ? endedText(words, ended) : '';
      if (notice?.suggestion) return { kind: 'name', text, button: say(words, 'nameTry', { name: notice.suggestion }) };
      return ended?.code === 4409 ? { kind: 'ended', text, button: words.t('useHere') } : { kind: 'ended', text };
    }
    if (connection !== 'online' && !navigator.onLine) return { kind: 'offline', text: words.t('offline') };
    if (connection === 'waiting') return { kind: 'waiting', text: words.t('waiting'), button: words.t('tryNow') };
    if (notice) return { kind: 'notice', text: errorText(words, notice), button: words.t('dismiss') };
    if (connection === 'connecting') return { kind: 'connecting', text: words.t('connecting') };
    return null;
  }

  /**
   * @param {number} retryAt
   * @param {import('./i18n.js').Words} words
   */
  #left(retryAt, words) {
    const n = Math.ceil((retryAt - Date.now()) / 1000);
    return n > 0 ? words.t('waitingSeconds', { n }) : words.t('waitingNow');
  }

  #press() {
    const { client, deeds } = this.#context;
    const kind = this.node.dataset['kind'];
    if (kind === 'waiting') client.reconnect();
    else if (kind === 'notice') client.dismissNotice();
    else if (kind === 'ended') client.start();
    else if (kind === 'name') deeds.rename(client.state.notice?.suggestion ?? '');
  }
}
