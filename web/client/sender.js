/** Send the outbox one request at a time, so that a refusal for haste never changes the order. */

import { encode } from './wire.js';

/** @typedef {import('./outbox.js').Request} Request */

/** No answer: ask again with the same id, which the server answers without doing it twice. */
const ANSWER_MS = 15_000;
const TRIES = 3;
/** After `too-fast` without `retry_after`. */
const HASTE_MS = 5_000;
/** Between requests once it was too fast, when the server told no rate. */
const GAP_MS = 1_000;

export class Sender {
  #outbox;
  #post;
  #timers;
  #live = false;
  /** @type {string | null} */
  #asked = null;
  #tries = 0;
  /** Kept between requests after `too-fast`, until all are out: one more breach each would close us. */
  #gap = 0;
  /** Until the answer is overdue, or the server lets us send again. @type {unknown} */
  #timer = null;
  /** @type {import('../types.js').WelcomeFrame['limits']} */
  limits = null;

  /**
   * @param {import('./outbox.js').Outbox} outbox
   * @param {(request: Request) => void} post
   * @param {import('./timers.js').Timers} timers
   */
  constructor(outbox, post, timers) {
    this.#outbox = outbox;
    this.#post = post;
    this.#timers = timers;
  }

  /** The room is joined and caught up: what the catch-up proved stored is not sent again. */
  begin() {
    this.#live = true;
    this.pump();
  }

  /** The connection is gone; what was on its way is sent again after the next. */
  halt() {
    this.#live = false;
    this.#tries = 0;
    this.#free();
  }

  /** Send the next, if nothing is under way. */
  pump() {
    if (!this.#live || this.#timer !== null) return;
    const request = this.#next();
    if (!request) {
      this.#gap = 0;
      return;
    }
    this.#asked = request.id;
    this.#wait(ANSWER_MS, () => this.#unanswered(request.id));
    this.#post(request);
  }

  /** The answer to `id` is here, or no longer of interest. @param {string} id */
  answered(id) {
    if (id !== this.#asked) return;
    this.#tries = 0;
    this.#free();
    if (this.#gap > 0 && this.#outbox.head()) this.#wait(this.#gap, () => {});
    else this.pump();
  }

  /** @param {number | null} seconds */
  tooFast(seconds) {
    this.#free();
    this.#gap = this.limits?.per5s ? 5_000 / this.limits.per5s : GAP_MS;
    this.#wait(seconds === null ? HASTE_MS : seconds * 1_000, () => {});
  }

  /** The socket was closed on a frame too big: sent again it would close the next one too. */
  refuseTooBig() {
    if (this.#asked === null) return;
    this.#outbox.refuse(this.#asked, { code: 'too-long', message: 'the server takes no message this long' });
  }

  /** The first that is not too long; those before it are refused here. */
  #next() {
    for (;;) {
      const request = this.#outbox.head();
      const message = request && this.#tooLong(request);
      if (!request || message === null) return request;
      this.#outbox.refuse(request.id, { code: 'too-long', message });
    }
  }

  #free() {
    this.#timers.clear(this.#timer);
    this.#timer = null;
    this.#asked = null;
  }

  /** @param {string} id */
  #unanswered(id) {
    this.#tries += 1;
    if (this.#tries < TRIES) return;
    this.#tries = 0;
    this.#outbox.refuse(id, { code: 'unavailable', message: 'the server does not answer' });
  }

  /** Then send the next, or the same again. @param {number} ms @param {() => void} first */
  #wait(ms, first) {
    this.#timer = this.#timers.set(() => {
      this.#free();
      first();
      this.pump();
    }, ms);
  }

  /** @param {Request} request @returns {string | null} */
  #tooLong(request) {
    if (!this.limits || !('text' in request)) return null;
    const { chars, frame } = this.limits;
    const length = [...request.text].length;
    if (length > chars) return `message has ${length} characters; the limit is ${chars}`;
    const bytes = new TextEncoder().encode(encode(request)).length;
    return frame !== null && bytes > frame ? `message has ${bytes} bytes; the limit is ${frame}` : null;
  }
}
