/** A list that is one stop for the Tab key: arrows, j and k move in it, Enter opens. */

import { h, reconcile, setProp } from '../../element/dom.js';

/**
 * @template T
 * @typedef {object} RowsParts
 * @property {string} label what the list is called
 * @property {(item: T) => string} key
 * @property {(item: T) => HTMLElement} draw a link or a button
 */

/** @template T */
export class Rows {
  #key;
  #draw;
  /** @type {Map<string, { item: T, node: HTMLElement, row: HTMLElement }>} */
  #shown = new Map();
  /** @type {string | null} */
  #stop = null;

  /** @param {RowsParts<T>} parts */
  constructor({ label, key, draw }) {
    this.#key = key;
    this.#draw = draw;
    this.node = h('ul', { class: 'rows', role: 'list', 'aria-label': label, onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event), onfocusin: (/** @type {FocusEvent} */ event) => this.#focused(event) });
  }

  /** @param {readonly T[]} items */
  show(items) {
    const before = this.#shown;
    this.#shown = new Map(items.map((item) => {
      const key = this.#key(item);
      const known = before.get(key);
      if (known?.item === item) return [key, known];
      const node = this.#draw(item);
      const had = known?.node.contains(document.activeElement) ?? false;
      const row = h('li', {}, node);
      if (had) queueMicrotask(() => node.focus());
      return [key, { item, node, row }];
    }));
    reconcile(this.node, [...this.#shown.values()].map(({ row }) => row));
    if (this.#stop === null || !this.#shown.has(this.#stop)) this.#stop = this.#shown.keys().next().value ?? null;
    for (const [key, { node }] of this.#shown) node.tabIndex = key === this.#stop ? 0 : -1;
  }

  /** Which one is open beside the list. @param {string | null} key */
  mark(key) {
    for (const [each, { node }] of this.#shown) setProp(node, 'aria-current', each === key ? 'true' : null);
    if (key !== null && this.#shown.has(key)) this.#stopAt(key);
  }

  /** To the neighbour of the one that has, or had, the focus. @param {1 | -1} by */
  step(by) {
    const keys = [...this.#shown.keys()];
    const inside = this.node.contains(document.activeElement);
    const at = keys.indexOf(this.#stop ?? '');
    this.focus(keys[inside || at > 0 ? Math.min(keys.length - 1, Math.max(0, at + by)) : Math.max(0, at)]);
  }

  /** @param {string} [key] where the focus last was, when it says nothing */
  focus(key = this.#stop ?? undefined) {
    const found = key === undefined ? undefined : this.#shown.get(key);
    if (key === undefined || !found) return false;
    this.#stopAt(key);
    found.node.focus();
    found.node.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** @param {string} stop */
  #stopAt(stop) {
    this.#stop = stop;
    for (const [key, { node }] of this.#shown) node.tabIndex = key === stop ? 0 : -1;
  }

  /** @param {FocusEvent} event */
  #focused({ target }) {
    for (const [key, { node }] of this.#shown) if (node === target) this.#stopAt(key);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const keys = [...this.#shown.keys()];
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const end = { Home: keys[0], End: keys.at(-1) }[event.key];
    if (to === undefined && end === undefined) return;
    event.preventDefault();
    if (to !== undefined) this.step(/** @type {1 | -1} */ (to));
    else this.focus(end);
  }
}
