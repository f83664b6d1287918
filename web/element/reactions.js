/** Show the reactions under a message, and the small picker to add one. */

import { Floating } from './floating.js';
import { h } from './dom.js';

/** Understood on both sides of the bridge; a few mean different things, which notes explain. */
const EMOJI = Object.freeze(['👍', '❤️', '😂', '😮', '😢', '🙏', '🎉', '🔥', '👏', '🤔', '😅', '👀']);
const COLUMNS = 6;

/**
 * @param {import('../types.js').ChatMessage} message
 * @param {import('./types.js').Context} context
 */
export function drawReactions({ reactions, seq }, { words, client, nameOf }) {
  const chips = reactions.map(({ emoji, users, mine }) => {
    const names = words.list(users.map((id) => nameOf(id) ?? words.t('unknownPerson')));
    const label = words.t('reactedBy', { emoji, names });
    return h('button', {
      type: 'button', class: 'reaction', part: 'reaction', 'data-key': `reaction ${emoji}`,
      'aria-pressed': mine ? 'true' : 'false', title: label,
      onclick: () => seq !== null && client.react(seq, emoji, !mine),
    }, h('span', { class: 'emoji' }, emoji), h('span', { class: 'count' }, String(users.length)), h('span', { class: 'hidden' }, label));
  });
  return h('div', { class: 'reactions' }, ...chips);
}

/** One picker for all messages. */
export class ReactionPicker {
  #floating;
  #buttons;
  /** @type {((emoji: string) => void) | null} */
  #pick = null;

  /**
   * @param {ShadowRoot} root
   * @param {import('./i18n.js').Words} words
   */
  constructor(root, words) {
    this.#buttons = EMOJI.map((emoji) => h('button', {
      type: 'button', class: 'pick', tabindex: -1, 'aria-label': words.t('reactWith', { emoji }),
      onclick: () => this.#choose(emoji),
    }, emoji));
    this.node = h('div', {
      class: 'picker', role: 'toolbar', 'aria-label': words.t('react'),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#move(event),
    }, ...this.#buttons);
    this.#floating = new Floating(root, this.node, 'floating-picker', (byKey) => this.close(byKey));
  }

  /**
   * @param {HTMLElement} anchor
   * @param {(emoji: string) => void} pick
   */
  open(anchor, pick) {
    this.#pick = pick;
    this.#floating.open(anchor);
    this.#focus(0);
  }

  close(giveFocusBack = false) {
    // First the focus, then the closing: the toolbar shows only while it has either.
    if (giveFocusBack) this.#floating.anchor?.focus({ preventScroll: true });
    this.#floating.close();
  }

  /** @param {string} emoji */
  #choose(emoji) {
    const pick = this.#pick;
    this.close(true);
    pick?.(emoji);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS });
    if (event.key === 'Tab') return this.close(true);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const now = this.#buttons.findIndex((button) => button === event.target);
    this.#focus((now + step + EMOJI.length) % EMOJI.length);
  }

  /** @param {number} index */
  #focus(index) {
    this.#buttons.forEach((button, i) => { button.tabIndex = i === index ? 0 : -1; });
    this.#buttons[index]?.focus();
  }
}
