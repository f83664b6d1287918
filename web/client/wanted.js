/** Ask for single translations: at once where a person asks, a few at a time for what is in view. */

/** Under way at once, and the pause from one to the next: the server lets us read ten a second. */
const FEW = 3;
const GAP_MS = 150;
const ANSWER_MS = 15_000;
/** After `too-fast` without `retry_after`. */
const HASTE_MS = 5_000;

/**
 * What was asked: `lazily` when nobody but the page wanted it.
 * @typedef {{ seq: number, lazily: boolean, timer: unknown }} Asked
 */

export class Wanted {
  #post;
  #timers;
  /** In view and perhaps lacking a translation, as last told. @type {readonly number[]} */
  #inView = [];
  /** By request id. @type {Map<string, Asked>} */
  #asked = new Map();
  /** Until the next may be asked for. @type {unknown} */
  #gap = null;

  /**
   * @param {object} post
   * @param {(seq: number, from?: string) => string | null} post.ask its id; null when it did not go out
   * @param {(seq: number) => boolean} post.lacks whether it is still without a translation, unasked
   * @param {() => void} post.changed
   * @param {import('./timers.js').Timers} timers
   */
  constructor(post, timers) {
    this.#post = post;
    this.#timers = timers;
  }

  /** Whether it went out. @param {number} seq @param {string | undefined} from */
  ask(seq, from) {
    this.#drop(seq);
    return this.#send(seq, from, false);
  }

  /** @param {readonly number[]} seqs */
  inView(seqs) {
    this.#inView = seqs;
    this.#pump();
  }

  /** A translation of it is here. @param {number} seq */
  arrived(seq) {
    this.#drop(seq);
    this.#pump();
  }

  /** What was refused; undefined: none of ours. @param {string} id */
  refused(id) {
    const asked = this.#asked.get(id);
    this.#close(id);
    if (asked && this.#gap === null) this.#rest(GAP_MS);
    return asked;
  }

  /** @param {number | null} seconds */
  tooFast(seconds) {
    this.#rest(seconds === null ? HASTE_MS : seconds * 1_000);
  }

  halt() {
    for (const id of this.#asked.keys()) this.#close(id);
    this.#timers.clear(this.#gap);
    this.#gap = null;
  }

  resume() {
    this.#pump();
  }

  #pump() {
    if (this.#gap !== null || this.#asked.size >= FEW) return;
    const seq = this.#inView.find((one) => this.#post.lacks(one));
    if (seq === undefined || !this.#send(seq, undefined, true)) return;
    this.#post.changed();
    this.#rest(GAP_MS);
  }

  /** @param {number} seq @param {string | undefined} from @param {boolean} lazily */
  #send(seq, from, lazily) {
    const id = this.#post.ask(seq, from);
    if (id === null) return false;
    const timer = this.#timers.set(() => { this.#close(id); this.#pump(); }, ANSWER_MS);
    this.#asked.set(id, { seq, lazily, timer });
    return true;
  }

  /** @param {number} ms */
  #rest(ms) {
    this.#timers.clear(this.#gap);
    this.#gap = this.#timers.set(() => { this.#gap = null; this.#pump(); }, ms);
  }

  /** @param {number} seq */
  #drop(seq) {
    for (const [id, asked] of this.#asked) if (asked.seq === seq) this.#close(id);
  }

  /** @param {string} id */
  #close(id) {
    this.#timers.clear(this.#asked.get(id)?.timer ?? null);
    this.#asked.delete(id);
  }
}
