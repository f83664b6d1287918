/** Tell which rows of a scrolling list the reader has before them, or soon will. */

/** Half a screen ahead, so that most is there before it is looked at. */
const AHEAD = '50% 0px';

export class InView {
  #observer;
  /** @type {ReadonlyMap<Element, number>} */
  #watched = new Map();
  /** @type {Set<Element>} */
  #here = new Set();

  /**
   * @param {Element} scroller
   * @param {(seqs: readonly number[]) => void} onchange all in view of those watched
   */
  constructor(scroller, onchange) {
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#here.add(target);
        else this.#here.delete(target);
      }
      onchange([...this.#watched].flatMap(([row, seq]) => (this.#here.has(row) ? [seq] : [])));
    }, { root: scroller, rootMargin: AHEAD });
  }

  /** Exactly these from now on. @param {ReadonlyMap<Element, number>} rows with what stands in them */
  watch(rows) {
    for (const row of this.#watched.keys()) {
      if (rows.has(row)) continue;
      this.#observer.unobserve(row);
      this.#here.delete(row);
    }
    for (const row of rows.keys()) if (!this.#watched.has(row)) this.#observer.observe(row);
    this.#watched = rows;
  }

  stop() {
    this.#observer.disconnect();
  }
}
