/** Keep the reader's place in a scrolling list: pinned to its end, or still while it changes. */

import { heldSelection } from './held-selection.js';

/** This near to the end counts as there. */
const NEAR = 48;

export class ScrollKeeper {
  #scroller;
  #list;
  #observer;
  #pinned = true;

  /**
   * @param {HTMLElement} scroller
   * @param {HTMLElement} list its content
   */
  constructor(scroller, list) {
    this.#scroller = scroller;
    this.#list = list;
    // Texts grow when a translation comes or a window narrows: the end stays the end.
    this.#observer = new ResizeObserver(() => this.#pinned && this.toEnd());
  }

  /** Whether the reader is at the end. */
  get pinned() {
    return this.#pinned;
  }

  start() {
    this.#observer.observe(this.#scroller);
    this.#observer.observe(this.#list);
  }

  stop() {
    this.#observer.disconnect();
  }

  /** The reader, or this page, has scrolled. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#pinned = scrollHeight - scrollTop - clientHeight <= NEAR;
  }

  toEnd() {
    this.#pinned = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /**
   * Bring a row to the upper part of the view.
   * @param {Element} row
   */
  toRow(row) {
    const above = this.#scroller.clientHeight / 4;
    this.#scroller.scrollTop += row.getBoundingClientRect().top - this.#edge() - above;
    this.scrolled();
  }

  /**
   * Change the list without moving what is being read.
   * @param {() => void} change
   */
  keep(change) {
    const row = this.#pinned ? null : this.#firstVisible();
    // Its lower edge: the row may lose its name and time to an earlier message of the same person.
    const before = row ? this.#bottom(row) : 0;
    const select = heldSelection(this.#list);
    change();
    select();
    if (this.#pinned) this.toEnd();
    else if (row?.isConnected) this.#scroller.scrollTop += this.#bottom(row) - before;
  }

  /** By halving: the rows stand in order. */
  #firstVisible() {
    const rows = this.#list.children;
    let [low, high] = [0, rows.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = /** @type {Element} */ (rows[middle]);
      if (this.#bottom(row) > 0) high = middle;
      else low = middle + 1;
    }
    return rows[low] ?? null;
  }

  /** @param {Element} row */
  #bottom(row) {
    return row.getBoundingClientRect().bottom - this.#edge();
  }

  #edge() {
    return this.#scroller.getBoundingClientRect().top;
  }
}
