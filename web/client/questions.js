/** Ask the server and wait for its answer, but not for ever. */

/** @typedef {import('../types.js').ServerFrame} ServerFrame */

const ANSWER_MS = 15_000;

export class Questions {
  #timers;
  /** By request id. @type {Map<string, { answer: (frame: ServerFrame | null) => void, timer: unknown }>} */
  #open = new Map();

  /** @param {import('./timers.js').Timers} timers */
  constructor(timers) {
    this.#timers = timers;
  }

  /**
   * The frame that answers `id`, an error perhaps; null when none came within 15 s, or the question
   * never went out.
   * @param {string | null} id
   * @returns {Promise<ServerFrame | null>}
   */
  ask(id) {
    if (id === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#open.set(id, { answer: resolve, timer: this.#timers.set(() => this.#close(id, null), ANSWER_MS) });
    });
  }

  /** Whether it was an answer to one of ours. @param {ServerFrame} frame */
  take(frame) {
    const id = 'id' in frame ? frame.id : null;
    if (id === null || !this.#open.has(id)) return false;
    this.#close(id, frame);
    return true;
  }

  /** The connection is gone: no answer comes any more. */
  halt() {
    for (const id of this.#open.keys()) this.#close(id, null);
  }

  /** @param {string} id @param {ServerFrame | null} frame */
  #close(id, frame) {
    const asked = this.#open.get(id);
    this.#open.delete(id);
    this.#timers.clear(asked?.timer ?? null);
    asked?.answer(frame);
  }
}
