/** Say above the composer when one may not write as usual, and for how long. */

import { h, setProp, setText } from '../dom.js';
import { duration, say } from './words.js';

/** @typedef {import('../../types.js').ChatState} ChatState */

/** A mute that lasts longer than this has no end. */
const FOR_GOOD_S = 50 * 366 * 86_400;

export class RuleLine {
  #words;
  #block;
  #told = h('p', { class: 'hidden', role: 'status' });
  #shown = h('p', { class: 'rule', 'aria-hidden': 'true' });
  node = h('div', { class: 'rules', part: 'rules' }, this.#shown, this.#told);
  /** @type {ChatState | null} */
  #state = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #kind = '';

  /**
   * @param {import('../i18n.js').Words} words
   * @param {(blocked: boolean) => void} block nothing can be sent
   */
  constructor(words, block) {
    this.#words = words;
    this.#block = block;
  }

  /** @param {ChatState} state */
  update(state) {
    this.#state = state;
    this.#draw();
  }

  stop() {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  #draw() {
    const found = this.#state && this.#found(this.#state);
    setProp(this.node, 'hidden', !found);
    setText(this.#shown, found?.text ?? '');
    // Counted down for the eye; told once to the ear.
    const kind = found?.kind ?? '';
    if (kind !== this.#kind) setText(this.#told, found?.text ?? '');
    this.#kind = kind;
    this.#block(found?.blocks ?? false);
    if (!found?.ticks) this.stop();
    else this.#ticking ??= setInterval(() => this.#draw(), 1_000);
  }

  /** @param {ChatState} state */
  #found({ manners: { slowS, readOnly, mutedUntil, reason, mayModerate }, messages, room }) {
    const words = this.#words;
    const left = mutedUntil === null ? 0 : (Date.parse(mutedUntil) - Date.now()) / 1_000;
    if (room === null) return null;
    if (left > 0) {
      const muted = left > FOR_GOOD_S ? say(words, 'ruleMutedForGood') : say(words, 'ruleMuted', { time: duration(words, left) });
      const why = reason === '' ? '' : ` ${say(words, 'ruleMutedWhy', { reason })}`;
      return { kind: `muted ${mutedUntil}`, text: muted + why, blocks: true, ticks: left <= FOR_GOOD_S };
    }
    if (mayModerate) return null;
    if (readOnly) return { kind: 'read-only', text: say(words, 'ruleReadOnly'), blocks: true, ticks: false };
    if (slowS === 0) return null;
    const last = messages.findLast(({ mine, delivery }) => mine && delivery === 'sent');
    const wait = last ? (Date.parse(last.sent) - Date.now()) / 1_000 + slowS : 0;
    const text = wait > 0 ? say(words, 'ruleSlowWait', { time: duration(words, wait) }) : say(words, 'ruleSlow', { time: duration(words, slowS) });
    return { kind: `slow ${slowS}`, text, blocks: false, ticks: wait > 0 };
  }
}
