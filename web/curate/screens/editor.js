/** One entry's editor: its form, how it would be found and read, why it changes; saved, deleted, or met by another's change. */

import { h } from '../../element/dom.js';
import { actButton, actForm, Complaint } from '../parts/acting.js';
import { askFirst } from '../parts/dialogs.js';
import { EffectPanel } from '../parts/effect.js';
import { EntryForm } from '../parts/entry-form.js';
import { textField } from '../parts/fields.js';
import { drawThreeWay } from '../parts/three-way.js';
import { TryOut } from '../parts/try-out.js';
import { ApiError, LONG_MS, path } from '../state/api.js';
import { isSame } from '../state/entry.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').KnownEntry} KnownEntry */
/** @typedef {import('../types.js').Conflict} Conflict */

const LONGEST_WHY = 500;

export class Editor {
  #context;
  #known;
  #onsaved;
  #form;
  #try;
  #effect;
  #why;
  #complaint;
  #conflict = h('div');
  #title;
  #isNew;
  #gone = false;

  /**
   * @param {import('../types.js').Context} context
   * @param {KnownEntry} known
   * @param {any} kept what was typed before a redraw
   * @param {() => void} onsaved
   */
  constructor(context, known, kept, onsaved) {
    const { words } = context;
    this.#context = context;
    this.#known = kept?.known ?? known;
    this.#onsaved = onsaved;
    const { entry } = known;
    this.#isNew = entry.id.endsWith('/');
    this.term = this.#isNew ? words.c('newEntry') : entry.term;
    this.#title = h('h1', { class: 'subject', tabindex: -1, 'data-rest': true }, this.#isNew ? this.term : h('bdi', { lang: entry.lang }, entry.term));
    this.#complaint = new Complaint(words);
    this.#effect = new EffectPanel(context);
    this.#form = new EntryForm({ words, entry: kept?.entry ?? entry, isNew: this.#isNew, onchange: () => this.#changed() });
    this.#try = new TryOut(context, () => this.#form.value);
    this.#effect.about(() => ({ entry: this.#form.value, id: this.#form.value.id }));
    this.#why = textField({ id: 'why', label: words.c('why'), hint: words.c('whyHint'), value: kept?.why ?? '', props: { maxlength: LONGEST_WHY } });
    this.node = h('article', { class: 'editor' }, this.#title, this.#state(), this.#conflict,
      h('div', { class: 'editor-columns' }, this.#saving(), h('div', { class: 'beside' }, this.#try.node, this.#effectButton(), this.#effect.node)));
  }

  focus() {
    if (this.#isNew) this.#form.focus();
    else this.#title.focus();
  }

  edit() {
    this.#form.focus();
  }

  isDirty() {
    return !this.#gone && !isSame(this.#form.value, this.#known.entry);
  }

  kept() {
    return { entry: this.#form.value, why: this.#why.input.value, known: this.#known };
  }

  stop() {
    this.#try.stop();
  }

  #changed() {
    this.#try.change();
    this.#effect.outdate();
  }

  #state() {
    const { words } = this.#context;
    const { shipped, changed, entry } = this.#known;
    if (this.#isNew) return h('p', { class: 'quiet' }, words.c('newEntryLead'));
    const history = hashOf({ path: ['entries', ...entry.id.split('/'), 'history'], query: {} });
    return h('p', { class: 'byline' }, h('bdi', { class: 'entry-id' }, entry.id), ' · ', words.c(shipped ? changed ? 'entryChanged' : 'entryShipped' : 'entryOwn'), ' · ', h('a', { class: 'link', href: history, 'aria-keyshortcuts': 'h' }, words.c('history')));
  }

  #effectButton() {
    return h('div', { class: 'actions' }, h('button', {
      type: 'button', class: 'button button-quiet',
      onclick: () => {
        this.#effect.look();
        this.#effect.focus();
      },
    }, this.#context.words.c('effectLook')));
  }

  #saving() {
    const { words } = this.#context;
    return actForm({
      complaint: this.#complaint, kind: 'editor-form', label: words.c('entry'), act: () => this.#save(),
      body: [this.#form.node,
        ...(this.#isNew ? [] : [h('div', { class: 'actions' }, actButton({ label: words.c('deleteEntry'), kind: 'button-quiet', complaint: this.#complaint, act: () => this.#askDelete() }))]),
        h('div', { class: 'save-bar' }, this.#why.node, this.#complaint.node, h('button', { type: 'submit', class: 'button' }, words.t('save')))],
    });
  }

  async #save() {
    const { api, words, tell, go } = this.#context;
    if (!this.#form.check()) return this.#complaint.say(words.c('formIncomplete'));
    if (!this.isDirty()) return tell(words.c('nothingChanged'));
    const entry = this.#form.value;
    try {
      const saved = await api.send('PUT', `/glossary/entries${path(...entry.id.split('/'))}`, { entry, base: this.#known.revision, why: this.#why.input.value.trim() }, { patience: LONG_MS });
      this.#known = { ...this.#known, entry: saved.entry ?? entry, revision: saved.revision, changed: true };
      this.#conflict.replaceChildren();
      this.#why.input.value = '';
      tell(words.c('saved', { term: entry.term }));
      this.#onsaved();
      if (this.#isNew) go('entries', ...entry.id.split('/'));
      else this.#form.set(this.#known.entry);
      if (!this.#isNew) this.#title.focus();
    } catch (error) {
      if (!this.#refused(error)) throw error;
    }
  }

  /** @param {unknown} error whether it is shown where it belongs */
  #refused(error) {
    if (!(error instanceof ApiError)) return false;
    if (error.code === 'bad-entry') {
      this.#complaint.say([this.#context.words.c('seeField'), ...this.#form.complain(error.reasons)].join(' '));
      return true;
    }
    if (error.code !== 'conflict' || error.body?.merged === undefined) return false;
    this.#meet(error.body);
    return true;
  }

  /** Somebody saved in between: nothing typed is lost. @param {Conflict} conflict */
  #meet(conflict) {
    const { words, tell } = this.#context;
    const name = conflict.by?.name ?? words.c('somebody');
    const { node, focus } = drawThreeWay({
      words, conflict, title: words.c('threeWay'), lead: words.c('threeWayLead', { name }), yourName: words.c('wayYours'), theirName: words.c('wayOf', { name }), take: words.c('threeWayTake'),
      onchoose: (entry) => {
        this.#conflict.replaceChildren();
        if (entry === null) return this.#askDelete();
        this.#known = { ...this.#known, entry: conflict.theirs ?? this.#known.entry, revision: conflict.revision };
        this.#form.set(entry);
        this.#try.change();
        tell(words.c('threeWayTaken'));
        /** @type {HTMLElement | null} */ (this.node.querySelector('.save-bar [type=submit]'))?.focus();
      },
    });
    this.#conflict.replaceChildren(node);
    focus();
  }

  #askDelete() {
    const { api, words, host, tell, go } = this.#context;
    const { entry, revision } = this.#known;
    askFirst({
      host, words, title: words.c('deleteEntryTitle', { term: entry.term }), lead: words.c('deleteEntryLead'), yes: words.t('delete'),
      act: async () => {
        await api.send('DELETE', `/glossary/entries${path(...entry.id.split('/'))}`, { base: revision, why: this.#why.input.value.trim() });
        this.#gone = true;
        tell(words.c('entryDeleted', { term: entry.term }));
        this.#onsaved();
        go('entries');
      },
    });
  }
}
