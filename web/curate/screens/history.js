/** An entry's history: who changed what, when and why; each state can be brought back. */

import { h, prose } from '../../element/dom.js';
import { actButton, Complaint } from '../parts/acting.js';
import { difference, fieldName, shownValue, when, whom } from '../parts/texts.js';
import { drawThreeWay } from '../parts/three-way.js';
import { ApiError, path } from '../state/api.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').Revision} Revision */
/** @typedef {import('../types.js').FieldChange} FieldChange */
/** @typedef {import('../parts/words.js').CurateWords} CurateWords */

export class HistoryView {
  #context;
  #id;
  #revisions;
  #onchange;
  #title;
  #conflict = h('div');

  /**
   * @param {import('../types.js').Context} context
   * @param {string} id
   * @param {readonly Revision[]} revisions newest first; 0 is as shipped
   * @param {() => void} onchange
   */
  constructor(context, id, revisions, onchange) {
    const { words } = context;
    this.#context = context;
    this.#id = id;
    this.#revisions = revisions;
    this.#onchange = onchange;
    this.term = revisions.find(({ entry }) => entry !== null)?.entry?.term ?? id;
    this.#title = h('h1', { class: 'subject', tabindex: -1, 'data-rest': true }, words.c('historyOf', { term: this.term }));
    const entry = hashOf({ path: ['entries', ...id.split('/')], query: {} });
    this.node = h('article', { class: 'history' }, this.#title, h('p', { class: 'byline' }, h('a', { class: 'link', href: entry }, words.c('toEntry'))), this.#conflict,
      h('ol', { class: 'revisions', role: 'list' }, ...revisions.map((revision, at) => this.#draw(revision, at))));
  }

  focus() {
    this.#title.focus();
  }

  /** In the entry itself. */
  edit() {
    this.#context.go('entries', ...this.#id.split('/'));
  }

  isDirty() {
    return false;
  }

  kept() {
    return null;
  }

  stop() {}

  /** @param {Revision} revision @param {number} at its place from the newest */
  #draw(revision, at) {
    const { words } = this.#context;
    const { number, by, made, why, undoes, changes, entry } = revision;
    const complaint = new Complaint(this.#context.words);
    const before = this.#revisions[at + 1]?.number ?? 0;
    const person = by === null ? null : h('a', { class: 'link', href: hashOf({ path: ['changes', by.id], query: { name: by.name } }) }, whom(by, words));
    return h('li', { class: 'revision' },
      h('h2', { class: 'revision-title' }, number === 0 ? words.c('asShipped') : words.c('change', { number: String(number) }), undoes !== null && h('span', { class: 'tag' }, words.c('undoes', { number: String(undoes) }))),
      number !== 0 && h('p', { class: 'byline' }, person ?? whom(by, words), ' · ', when(made, words)),
      why !== '' && prose('p', null, { class: 'why' }, why),
      entry === null && h('p', { class: 'quiet' }, words.c('deletedEntry')),
      drawChanges(changes, words),
      complaint.node,
      h('div', { class: 'actions' },
        number !== 0 && actButton({ label: words.c('undo'), kind: 'button-quiet', complaint, about: String(number), act: () => this.#back(before, number, words.c('undone', { number: String(number) })) }),
        at > 0 && actButton({ label: words.c('bringBack'), kind: 'button-quiet', complaint, about: String(number), act: () => this.#back(number, null, words.c('broughtBack')) })));
  }

  /** @param {number} to @param {number | null} undoes only this one is taken back @param {string} told */
  async #back(to, undoes, told) {
    const { api, words, tell } = this.#context;
    const base = this.#revisions[0]?.number ?? 0;
    try {
      await api.send('POST', `/glossary/entries${path(...this.#id.split('/'))}/rollback`, { to, base, why: undoes === null ? words.c('whyBack', { number: String(to) }) : words.c('whyUndo', { number: String(undoes) }), ...(undoes === null ? {} : { undoes }) });
      tell(told);
      this.#onchange();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'conflict' || error.body?.merged === undefined) throw error;
      this.#meet(error.body);
    }
  }

  /** Later changes stand in the way: put both together. @param {import('../types.js').Conflict} conflict */
  #meet(conflict) {
    const { api, words, tell } = this.#context;
    const complaint = new Complaint(words);
    const { node, focus } = drawThreeWay({
      words, conflict, title: words.c('undo'), lead: words.c('undoConflict'), yourName: words.c('wayUndone'), theirName: words.c('wayNow'), take: words.c('threeWaySave'),
      onchoose: (entry) => {
        const asked = entry === null ? api.send('DELETE', `/glossary/entries${path(...this.#id.split('/'))}`, { base: conflict.revision, why: '' })
          : api.send('PUT', `/glossary/entries${path(...this.#id.split('/'))}`, { entry, base: conflict.revision, why: '' });
        void asked.then(() => {
          tell(words.c('saved', { term: this.term }));
          this.#onchange();
        }, (error) => complaint.say(error));
      },
    });
    this.#conflict.replaceChildren(node, complaint.node);
    focus();
  }
}

/**
 * @param {readonly FieldChange[]} changes
 * @param {CurateWords} words
 */
export function drawChanges(changes, words) {
  if (changes.length === 0) return h('p', { class: 'quiet' }, words.c('noChanges'));
  return h('dl', { class: 'field-changes' }, ...changes.flatMap(({ field, before, after }) => [
    h('dt', {}, fieldName(field, words)), h('dd', {}, difference(shownValue(before, words), shownValue(after, words), null))]));
}
