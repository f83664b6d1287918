/** Open the card of a term by hover, tap or focus, and close it as WCAG 1.4.13 asks. */

import { drawHead, drawSenses } from './entry-card.js';
import { Floating } from './floating.js';
import { icon } from './icons.js';
import { h, reconcile, setProp } from './dom.js';

/** A pointer that only passes by opens nothing. */
const OPEN_MS = 150;
/** Any word has a card, so it takes a pointer that rests. */
const WORD_MS = 500;
/** Time to move the pointer from the term onto the card. */
const CLOSE_MS = 300;

export class NotePopup {
  #context;
  #floating;
  #closer;
  #content = h('div', { class: 'card-content' });
  /** The message of the term. @type {Element | null} */
  #home = null;
  /** Opened by a tap, a click or a key: stays until it is dismissed. */
  #pinned = false;
  #returning = false;
  /** How many cards have been asked for. */
  #turn = 0;
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

  /** Go word by word through what stands in `bubble`. @param {HTMLElement} bubble */
  async enter(bubble) {
    const word = await this.#context.reading.enter(bubble);
    if (word && this.#floating.anchor !== word) this.#open(word, !word.matches(':focus-visible'));
  }

  /** The message was drawn anew: stay with the same term in it. */
  follow() {
    const { anchor } = this.#floating;
    if (!anchor || anchor.isConnected) return;
    const [same] = [...(this.#home?.querySelectorAll('.note, .read-word') ?? [])].filter(({ textContent }) => textContent === anchor.textContent);
    if (!(same instanceof HTMLElement)) return this.close();
    setProp(same, 'aria-expanded', 'true');
    this.#floating.anchor = same;
    this.#floating.place();
  }

  /** @param {HTMLElement} place */
  #watch(place) {
    place.addEventListener('pointerover', (event) => {
      const term = noteOf(event);
      if (term && event.pointerType === 'mouse' && event.buttons === 0) this.#openSoon(term);
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
      if (term?.matches('.read-word') && document.getSelection()?.type === 'Range') return;
      if (term) this.#press(term, false);
      else void this.#context.reading.under(event).then((word) => word && this.#open(word, true));
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
    this.#timer = setTimeout(() => this.#open(term, false), term.matches('.note') ? OPEN_MS : WORD_MS);
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
    this.#context.reading.mark(term);
    this.#pinned = pinned;
    this.#home = term.closest('.message');
    this.#fill(term).finally(() => this.#floating.place());
    this.#floating.open(term);
  }

  /** @param {HTMLElement} term */
  async #fill(term) {
    const { cards, words, lang, reading, feedback } = this.#context;
    const turn = (this.#turn += 1);
    const title = term.textContent ?? '';
    const word = reading.card(term);
    setProp(this.node, 'aria-label', words.t(word ? 'wordCard' : 'note', { term: title }));
    this.node.scrollTop = 0;
    if (word) return this.#show(...word);
    const ids = [term.dataset['entry'] ?? '', ...(term.dataset['also']?.split(' ') ?? [])];
    const isDoubtful = term.dataset['doubtful'] !== undefined;
    const known = ids.flatMap((id) => cards.peek(id, lang()) ?? []);
    if (known.length === ids.length) return this.#show(...drawSenses(known, words, isDoubtful), ...feedback(term, known[0]?.id ?? ''));
    this.#show(drawHead(title, null, words), this.#quiet(words.t('noteLoading')));
    const asked = await Promise.all(ids.map((id) => cards.card(id, lang()).catch(() => undefined)));
    // The term may be another node by now (`follow`), but no other card was asked for since.
    if (turn !== this.#turn || !this.#floating.isOpen) return;
    const found = asked.flatMap((card) => card ?? []);
    if (found.length > 0) this.#show(...drawSenses(found, words, isDoubtful), ...feedback(term, found[0]?.id ?? ''));
    else this.#show(drawHead(title, null, words), this.#quiet(words.t(asked.includes(undefined) ? 'noteFailed' : 'noteMissing')));
  }

  /** @param {readonly Node[]} parts */
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
  return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.note, .read-word')) : null;
}
