/** Fetch older messages one page at a time; whoever waits is always released. */

/** @typedef {{ type: 'history', before: number, limit: number }} Question */

const PAGE = 50;
const ANSWER_MS = 15_000;

export class Older {
  #post;
  #timers;
  #changed;
  /** @type {{ id: string, before: number, done: Promise<void>, release: () => void, timer: unknown } | null} */
  #asked = null;

  /**
   * @param {(question: Question) => string | null} post its id; null when
   *   it did not go out
   * @param {import('./timers.js').Timers} timers
   * @param {() => void} changed
   */
  constructor(post, timers, changed) {
    this.#post = post;
    this.#timers = timers;
    this.#changed = changed;
  }

  get loading() {
    return this.#asked !== null;
  }

  /** @param {number} before @returns {Promise<void>} */
  load(before) {
    if (this.#asked) return this.#asked.done;
    const id = this.#post({ type: 'history', before, limit: PAGE });
    if (id === null) return Promise.resolve();
    let release = () => {};
    const done = new Promise((/** @type {(nothing: void) => void} */ resolve) => { release = resolve; });
    this.#asked = { id, before, done, release, timer: this.#timers.set(() => this.end(), ANSWER_MS) };
    this.#changed();
    return done;
  }

  /** What was asked with `id`; null when this is no answer to us. @param {string | null} id */
  answers(id) {
    return this.#asked !== null && this.#asked.id === id ? this.#asked.before : null;
  }

  /** Answered, refused, or the connection is gone. */
  end() {
    const asked = this.#asked;
    if (!asked) return;
    this.#asked = null;
    this.#timers.clear(asked.timer);
    this.#changed();
    asked.release();
  }
}
