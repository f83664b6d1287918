/** Open the card of a term by hover, tap or focus, and close it as WCAG 1.4.13 asks. */

import { drawEntry, drawHead } from './entry-card.js';
import { Floating } from './floating.js';
import { icon } from './icons.js';
import { h, reconcile, setProp } from './dom.js';

/** A pointer that only passes by opens nothing. */
const OPEN_MS = 150;
/** Time to move the pointer from the term onto the card. */
const CLOSE_MS = 300;

export class NotePopup {
  #context;
  #floating;
  #closer;
  #content = h('div', { class: 'card-content' });
  /** Opened by a tap, a click or a key: stays until it is dismissed. */
  #pinned = false;
  #returning = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {ShadowRoot} root
   * @param {readonly HTMLElement[]} places where terms occur
   * @param {import('./types.js').CardContext} context
   */
  constructor(root, places, context) {
    this.#context = context;
    const label = context.words.t('close');
    this.#closer = h('button', { type: 'button', class: 'icon-button card-close', 'aria-label': label, onclick: () => this.close(true) }, icon('close'));
    this.node = h('div', {
      class: 'card', part: 'card', role: 'dialog',
      onpointerenter: () => clearTimeout(this.#timer),
      onpointerleave: () => this.#closeSoon(),
      onfocusin: () => clearTimeout(this.#timer),
      onfocusout: (/** @type {FocusEvent} */ event) => this.#focusLeft(event),
    }, this.#closer, this.#content);
    this.#floating = new Floating(root, this.node, 'floating-card', (byKey) => this.close(byKey));
    places.forEach((place) => this.#watch(place));
  }

  /** @param {boolean} byPerson then a focus inside goes back to the term */
  close(byPerson = false) {
    clearTimeout(this.#timer);
    const { anchor } = this.#floating;
    const within = this.node.matches(':focus-within');
    this.#floating.close();
    this.#pinned = false;
    // Coming back to the term is no wish to open its card again.
    this.#returning = true;
    if (byPerson && within) anchor?.focus();
    this.#returning = false;
  }

  /** @param {HTMLElement} place */
  #watch(place) {
    place.addEventListener('pointerover', (event) => {
      const term = noteOf(event);
      if (term && event.pointerType === 'mouse') this.#openSoon(term);
    });
    place.addEventListener('pointerout', (event) => {
      if (noteOf(event) && event.pointerType === 'mouse') this.#closeSoon();
    });
    place.addEventListener('focusin', (event) => {
      const term = noteOf(event);
      // A press focuses too, but its click comes after: only the keyboard's focus opens here.
      if (!this.#returning && term?.matches(':focus-visible') && this.#floating.anchor !== term) this.#open(term, false);
    });
    place.addEventListener('focusout', (event) => noteOf(event) && this.#focusLeft(event));
    place.addEventListener('click', (event) => {
      const term = noteOf(event);
      if (term) this.#press(term, false);
    });
    place.addEventListener('keydown', (event) => {
      const term = noteOf(event);
      if (!term || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      this.#press(term, true);
    });
  }

  /**
   * @param {HTMLElement} term
   * @param {boolean} byKey
   */
  #press(term, byKey) {
    if (this.#floating.anchor === term && this.#pinned) return this.close(true);
    this.#open(term, true);
    if (byKey) this.#closer.focus();
  }

  /** @param {HTMLElement} term */
  #openSoon(term) {
    clearTimeout(this.#timer);
    if (this.#floating.anchor === term || this.#pinned) return;
    this.#timer = setTimeout(() => this.#open(term, false), OPEN_MS);
  }

  #closeSoon() {
    clearTimeout(this.#timer);
    if (!this.#pinned) this.#timer = setTimeout(() => this.close(), CLOSE_MS);
  }

  /** @param {FocusEvent} event */
  #focusLeft(event) {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (to && (this.node.contains(to) || to === this.#floating.anchor)) return;
    if (this.#floating.isOpen) this.#closeSoon();
  }

  /**
   * @param {HTMLElement} term
   * @param {boolean} pinned
   */
  #open(term, pinned) {
    clearTimeout(this.#timer);
    if (this.#floating.anchor !== term) this.close();
    this.#pinned = pinned;
    this.#fill(term).finally(() => this.#floating.place());
    this.#floating.open(term);
  }

  /** @param {HTMLElement} term */
  async #fill(term) {
    const { cards, words, lang } = this.#context;
    const id = term.dataset['entry'] ?? '';
    const title = term.textContent ?? '';
    const known = cards.peek(id, lang());
    setProp(this.node, 'aria-label', words.t('note', { term: title }));
    this.node.scrollTop = 0;
    if (known) return this.#show(drawHead(title, known, words), drawEntry(known, words));
    this.#show(drawHead(title, null, words), this.#quiet(words.t('noteLoading')));
    const asked = await cards.card(id, lang()).catch(() => undefined);
    if (this.#floating.anchor !== term) return;
    if (asked) this.#show(drawHead(title, asked, words), drawEntry(asked, words));
    else this.#show(drawHead(title, null, words), this.#quiet(words.t(asked === null ? 'noteMissing' : 'noteFailed')));
  }

  /** @param {Node[]} parts */
  #show(...parts) {
    reconcile(this.#content, parts);
  }

  /** @param {string} text */
  #quiet(text) {
    return h('p', { class: 'card-quiet', role: 'status' }, text);
  }
}

/**
 * The term that an event happened on.
 * @param {Event} event
 */
function noteOf(event) {
  const target = event.target;
  return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.note')) : null;
}
