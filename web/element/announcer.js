/** Say new messages to screen readers once, in the reader's language, without a flood. */

import { h } from './dom.js';
import { plain, spoken } from './faces.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */

/** What comes within this time is said together. */
const GATHER_MS = 700;
/** More than this many at once are only counted. */
const FEW = 3;
const LONGEST = 400;

export class Announcer {
  #words;
  #preferences;
  /** Newest `seq` that was there on coming in, or was said since; null: not in yet. */
  /** @type {number | null} */
  #said = null;
  /** @type {Set<number>} */
  #waiting = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {readonly ChatMessage[]} */
  #messages = [];

  /** @param {import('./types.js').Context} context */
  constructor({ words, preferences }) {
    this.#words = words;
    this.#preferences = preferences;
    this.node = h('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
  }

  /** @param {import('../types.js').ChatState} state */
  update({ connection, messages }) {
    this.#messages = messages;
    const newest = messages.reduce((most, { seq }) => Math.max(most, seq ?? 0), 0);
    if (this.#said === null) {
      if (connection === 'online') this.#said = newest;
      return;
    }
    for (const { seq, mine, deleted } of messages) {
      if (seq !== null && seq > this.#said && !mine && !deleted) this.#waiting.add(seq);
    }
    this.#said = Math.max(this.#said, newest);
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#speak(), GATHER_MS);
  }

  /** @param {string} text */
  say(text) {
    this.node.replaceChildren(h('p', {}, text));
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #speak() {
    this.#timer = undefined;
    const here = this.#messages.filter(({ seq }) => seq !== null && this.#waiting.has(seq));
    const ready = here.filter((message) => this.#face(message) !== null);
    // Those still being translated are looked at again when the state changes.
    const later = here.filter((message) => !ready.includes(message));
    this.#waiting = new Set(later.map(({ seq }) => /** @type {number} */ (seq)));
    if (ready.length > FEW) this.say(this.#words.t('newMessages', { n: ready.length }));
    else if (ready.length > 0) this.node.replaceChildren(...ready.map((message) => this.#line(message)));
  }

  /** @param {ChatMessage} message */
  #face(message) {
    return spoken(message, this.#preferences.choices.reads);
  }

  /** @param {ChatMessage} message */
  #line(message) {
    const face = this.#face(message);
    const text = face ? plain(face).slice(0, LONGEST) : '';
    return h('p', { lang: face?.lang ?? null }, this.#words.t('said', { name: message.from.name, text }));
  }
}
