/** Say that one types and how far one has read, but not for every key and every line. */

const TYPING_MS = 3_000;
const READ_MS = 1_000;

export class Signals {
  #post;
  #timers;
  #now;
  #typed = -Infinity;
  #read = 0;
  #told = 0;
  /** @type {unknown} */
  #timer = null;

  /**
   * @param {(signal: { type: 'typing' } | { type: 'read', seq: number }) => boolean} post whether it
   *   went out; false while not in the room
   * @param {import('./timers.js').Timers} timers
   * @param {() => number} now
   */
  constructor(post, timers, now) {
    this.#post = post;
    this.#timers = timers;
    this.#now = now;
  }

  typing() {
    const since = this.#now() - this.#typed;
    // A clock set back must not silence us for hours.
    if (since >= 0 && since < TYPING_MS) return;
    if (this.#post({ type: 'typing' })) this.#typed = this.#now();
  }

  /** The message went out: the next key starts anew. */
  typed() {
    this.#typed = -Infinity;
  }

  /** @param {number} seq */
  read(seq) {
    if (!Number.isSafeInteger(seq) || seq <= this.#read) return;
    this.#read = seq;
    this.tell();
  }

  /** What the server knows already. @param {number} seq */
  known(seq) {
    this.#told = seq;
  }

  /** Called again once in the room, for what was read while away. */
  tell() {
    if (this.#timer !== null || this.#read <= this.#told) return;
    this.#timer = this.#timers.set(() => {
      this.#timer = null;
      if (this.#read > this.#told && this.#post({ type: 'read', seq: this.#read })) this.#told = this.#read;
    }, READ_MS);
  }

  halt() {
    this.#timers.clear(this.#timer);
    this.#timer = null;
  }
}
