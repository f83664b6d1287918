/** Make a long list one stop for the Tab key: arrows move within it, Enter goes into a row. */

export class Roving {
  #list;
  #onleave;
  #onenter;
  /** @type {HTMLElement | null} */
  #current = null;

  /**
   * @param {HTMLElement} list rows with `tabindex` can be reached, others are passed over
   * @param {() => void} onleave Escape on a row
   * @param {(row: HTMLElement) => void} onenter Enter on a row
   */
  constructor(list, onleave, onenter) {
    this.#list = list;
    this.#onleave = onleave;
    this.#onenter = onenter;
    list.addEventListener('focusin', (event) => {
      const row = this.#rowOf(event);
      if (row) this.#mark(row);
    });
    list.addEventListener('keydown', (event) => this.#key(event));
  }

  /** After the list changed: the last row stands for the list until another one is chosen. */
  refresh() {
    const isChosen = this.#current?.isConnected && this.#current.matches(':focus-within');
    if (isChosen) return;
    const last = this.#rows().at(-1);
    if (last) this.#mark(last);
  }

  /** @param {HTMLElement} row */
  focus(row) {
    this.#mark(row);
    row.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} row */
  #mark(row) {
    if (row === this.#current) return;
    if (this.#current) this.#current.tabIndex = -1;
    row.tabIndex = 0;
    this.#current = row;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = this.#rowOf(event);
    if (!row || event.defaultPrevented) return;
    if (event.target !== row) {
      if (event.key === 'Escape') this.focus(row);
      return;
    }
    const rows = this.#rows();
    const at = rows.indexOf(row);
    const to = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (to) {
      event.preventDefault();
      to.focus();
      to.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#onenter(row);
    } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.#onleave();
    }
  }

  #rows() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children].filter((node) => node.hasAttribute('tabindex')));
  }

  /** @param {Event} event */
  #rowOf(event) {
    const target = /** @type {Element | null} */ (event.target instanceof Element ? event.target : null);
    return /** @type {HTMLElement | null} */ (target?.closest('[tabindex].message') ?? null);
  }
}
