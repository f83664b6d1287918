/** The entry that would come of a proposal: seen as a card, and edited in its place. */

import { h, setProp } from '../../element/dom.js';
import { drawCards } from '../parts/cards.js';
import { EntryForm } from '../parts/entry-form.js';
import { drawThreeWay } from '../parts/three-way.js';
import { TryOut } from '../parts/try-out.js';
import { ApiError } from '../state/api.js';
import { isSame } from '../state/entry.js';

/** @typedef {import('../types.js').Entry} Entry */

export class DraftEntry {
  #words;
  #proposed;
  #base;
  #form;
  #try;
  #toggle;
  #box;
  #conflict = h('div');
  #cards = h('div', { class: 'try-card' });

  /**
   * @param {import('../types.js').Context} context
   * @param {Entry} draft
   * @param {number} base
   * @param {any} kept
   * @param {() => void} onchange
   */
  constructor(context, draft, base, kept, onchange) {
    const { words } = context;
    const isOpen = kept?.open === true;
    this.#words = words;
    this.#proposed = draft;
    this.#base = base;
    this.#form = new EntryForm({
      words, entry: kept?.entry ?? draft, isNew: base === 0 && !draft.id.startsWith('/') && draft.misses.length === 0,
      onchange: () => {
        this.#changed();
        onchange();
      },
    });
    this.#try = new TryOut(context, () => this.#form.value);
    this.#box = h('div', { id: 'draft-form', hidden: !isOpen }, h('div', { class: 'editor-columns' }, this.#form.node, h('div', { class: 'beside' }, this.#try.node)));
    this.#toggle = h('button', { type: 'button', class: 'button button-quiet', 'aria-expanded': String(isOpen), 'aria-controls': 'draft-form', 'aria-keyshortcuts': 'e', onclick: () => this.edit() }, words.c('editDraft'), h('kbd', { class: 'key', 'aria-hidden': 'true' }, 'e'));
    this.node = h('section', { class: 'draft', 'aria-label': words.c('draft') }, h('h2', { class: 'group-title' }, words.c('draft')), this.#conflict, this.#cards, h('div', { class: 'actions' }, this.#toggle), this.#box);
    this.#show(isOpen);
  }

  get value() {
    return this.#form.value;
  }

  isChanged() {
    return !isSame(this.#form.value, this.#proposed);
  }

  kept() {
    return { entry: this.#form.value, open: this.#box.hidden !== true };
  }

  edit() {
    const open = this.#box.hidden === true;
    this.#show(open);
    if (open) this.#form.focus();
    else this.#toggle.focus();
  }

  /** Nothing is missing; else the form is open, with the focus on what is. */
  check() {
    this.#show(true);
    const isWhole = this.#form.check();
    if (isWhole) this.#show(false);
    return isWhole;
  }

  answer() {
    return { entry: this.#form.value, base: this.#base };
  }

  /** The server refused: show it where it belongs. What is left to say; null: it is not about the entry. @param {unknown} error */
  refused(error) {
    if (!(error instanceof ApiError)) return null;
    if (error.code === 'conflict' && error.body?.merged !== undefined) {
      this.#meet(error.body);
      return '';
    }
    if (error.code !== 'bad-entry') return null;
    this.#show(true);
    return [this.#words.c('seeField'), ...this.#form.complain(error.reasons)].join(' ');
  }

  stop() {
    this.#try.stop();
  }

  #changed() {
    this.#try.change();
    this.#cards.replaceChildren(...drawCards(this.#form.value, this.#words));
  }

  /** The form has the card beside it: once is enough. @param {boolean} open */
  #show(open) {
    this.#changed();
    this.#cards.hidden = open;
    this.#box.hidden = !open;
    setProp(this.#toggle, 'aria-expanded', String(open));
  }

  /** @param {import('../types.js').Conflict} conflict */
  #meet(conflict) {
    const name = conflict.by?.name ?? this.#words.c('somebody');
    const { node, focus } = drawThreeWay({
      words: this.#words, conflict, title: this.#words.c('threeWay'), lead: this.#words.c('threeWayLead', { name }), yourName: this.#words.c('wayYours'), theirName: this.#words.c('wayOf', { name }), take: this.#words.c('threeWayTake'),
      onchoose: (entry) => {
        this.#base = conflict.revision;
        if (entry !== null) this.#form.set(entry);
        this.#conflict.replaceChildren();
        this.#changed();
        this.#toggle.focus();
      },
    });
    this.#conflict.replaceChildren(node);
    focus();
  }
}
