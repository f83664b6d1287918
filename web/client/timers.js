/** Timers that tests can hold still, and that end together. */

/** @typedef {(run: () => void, ms: number) => unknown} Set */

export class Timers {
  #set;
  #clear;
  /** @type {globalThis.Set<unknown>} */
  #running = new Set();

  /**
   * @param {Set} [set]
   * @param {(timer: any) => void} [clear]
   */
  constructor(set = (run, ms) => setTimeout(run, ms), clear = (timer) => clearTimeout(timer)) {
    this.#set = set;
    this.#clear = clear;
  }

  /**
   * @param {() => void} run
   * @param {number} ms
   */
  set(run, ms) {
    const timer = this.#set(() => {
      this.#running.delete(timer);
      run();
    }, ms);
    this.#running.add(timer);
    return timer;
  }

  /** @param {unknown} timer null: nothing to clear */
  clear(timer) {
    if (timer === null) return;
    this.#running.delete(timer);
    this.#clear(timer);
  }

  clearAll() {
    for (const timer of this.#running) this.clear(timer);
  }
}
