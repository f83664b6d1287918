/** Entries: found as one types; beside the list the one that is open, its editor or its history. */

import { h } from '../../element/dom.js';
import { Area, nothing } from '../parts/area.js';
import { choiceField, filterBar, textField } from '../parts/fields.js';
import { head, panes } from '../parts/panes.js';
import { Rows } from '../parts/rows.js';
import { path } from '../state/api.js';
import { blank, KINDS, READERS } from '../state/entry.js';
import { hashOf } from '../state/routes.js';
import { Editor } from './editor.js';
import { HistoryView } from './history.js';

/** @typedef {import('../types.js').Context} Context */
/** @typedef {import('../types.js').Screen} Screen */
/** @typedef {import('../types.js').Route} Route */
/** @typedef {import('../../types.js').EntryCard} EntryCard */

const PAGE = 20;
/** The server's ceiling: then one has to say more. */
const MOST = 100;
const REST_MS = 200;

/** @type {import('../types.js').MakeScreen} */
export function entriesScreen(context, route, kept) {
  return new EntriesScreen(context, route, kept);
}

/** @implements {Screen} */
class EntriesScreen {
  #context;
  #route;
  #kept;
  #limit = PAGE;
  #search;
  #rows;
  #area;
  #opening;
  #more;
  #panes;
  /** @type {Editor | HistoryView | null} */
  #view = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Context} context @param {Route} route @param {unknown} kept */
  constructor(context, route, kept) {
    const { words } = context;
    this.#context = context;
    this.#route = route;
    this.#kept = kept;
    this.title = words.c('place_entries');
    this.#search = textField({ id: 'search', label: words.c('searchEntries'), type: 'search', value: route.query['q'] ?? '', props: { enterkeyhint: 'search', autocomplete: 'off', spellcheck: 'false', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event) }, oninput: () => this.#typed() });
    this.#rows = new Rows({ label: words.c('found'), key: (/** @type {EntryCard} */ { id }) => id, draw: (card) => this.#row(card) });
    this.#area = new Area(words);
    this.#opening = new Area(words);
    this.#more = h('button', { type: 'button', class: 'button button-quiet more', hidden: true, onclick: () => this.#further() }, words.c('showMore'));
    const make = h('a', { class: 'button button-quiet', href: '#/entries/new', 'aria-keyshortcuts': 'n' }, words.c('newEntry'));
    this.#panes = panes({ list: [head(this.title, make), this.#search.node, this.#filters(), this.#area.node, this.#more], label: words.c('entry'), isWide: true });
    this.node = h('div', { class: 'screen screen-wide' }, this.#panes.node);
    this.keys = this.#shortcuts();
    this.#load();
    this.#open();
  }

  focus() {
    if (this.#route.path.length < 2) this.#search.input.focus();
  }

  /** @param {Route} route */
  update(route) {
    const { q, lang, kind } = this.#route.query;
    this.#route = route;
    if (route.query['q'] !== q || route.query['lang'] !== lang || route.query['kind'] !== kind) {
      if (route.query['q'] !== undefined && document.activeElement !== this.#search.input) this.#search.input.value = route.query['q'];
      if (route.path.length < 2 || route.query['q'] !== undefined) this.#load();
    }
    this.#open();
  }

  isDirty() {
    return this.#view?.isDirty() ?? false;
  }

  kept() {
    return this.#view?.kept() ?? null;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#view?.stop();
  }

  #shortcuts() {
    const { words, go } = this.#context;
    return [
      { key: '/', label: words.c('keySearch'), run: () => this.#search.input.focus() },
      { key: 'j', label: words.c('keyNext'), run: () => this.#rows.step(1) },
      { key: 'k', label: words.c('keyPrevious'), run: () => this.#rows.step(-1) },
      { key: 'e', label: words.c('keyEdit'), run: () => this.#view?.edit() },
      { key: 'n', label: words.c('newEntry'), run: () => go('entries', 'new') },
      { key: 'h', label: words.c('history'), run: () => this.#turn() },
      { key: 'Escape', label: words.c('keyBack'), run: () => { location.hash = this.#address([]); } },
    ];
  }

  /** From the entry to its history, and back. */
  #turn() {
    if (this.#id === null) return;
    location.hash = this.#address([...this.#id.split('/'), ...(this.#route.path[4] === 'history' ? [] : ['history'])]);
  }

  #filters() {
    const { words } = this.#context;
    const { lang = '', kind = '' } = this.#route.query;
    const filter = (/** @type {'lang' | 'kind'} */ name, /** @type {string} */ value, /** @type {readonly (readonly [string, string])[]} */ options) =>
      choiceField({ id: `filter-${name}`, label: words.of('filter', name === 'kind' ? 'sort_of' : name), options: [['', words.c('all')], ...options], value, onchoose: (chosen) => this.#ask({ [name]: chosen }) }).node;
    return filterBar(filter('lang', lang, READERS.map((code) => [code, words.language(code)])), filter('kind', kind, KINDS.map((each) => [each, words.of('kind', each)])));
  }

  /** @param {Record<string, string>} some */
  #ask(some) {
    this.#limit = PAGE;
    this.#route = { path: this.#route.path, query: { ...this.#route.query, ...some } };
    this.#context.replace(this.#route);
    this.#load();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask({ q: this.#search.input.value.trim() }), REST_MS);
  }

  /** From the search straight into what was found. @param {KeyboardEvent} event */
  #press(event) {
    if (event.isComposing || !['ArrowDown', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    this.#rows.focus();
  }

  #further() {
    this.#limit = MOST;
    this.#load();
  }

  #load() {
    const { api, words } = this.#context;
    const { q = '', lang = '', kind = '' } = this.#route.query;
    const readers = words.locale === 'zh' ? 'zh' : 'en';
    void this.#area.fill(() => api.get('/entries', { q, lang, kind, limit: this.#limit, for: readers }), (/** @type {{ entries: EntryCard[] }} */ { entries }) => {
      this.#rows.show(entries);
      this.#rows.mark(this.#id);
      this.#more.hidden = entries.length < this.#limit || this.#limit === MOST;
      if (entries.length === 0) return [nothing(words.c('entriesNone'), words.c('entriesNoneLead'), h('a', { class: 'button', href: hashOf({ path: ['entries', 'new'], query: { term: q } }) }, words.c('newEntry')))];
      return [this.#rows.node, ...(entries.length === MOST ? [h('p', { class: 'quiet' }, words.c('entriesMany', { n: MOST }))] : [])];
    });
  }

  /** @param {EntryCard} card */
  #row(card) {
    const { words } = this.#context;
    return h('a', { class: 'row', href: this.#address(card.id.split('/')) },
      h('span', { class: 'row-title', lang: card.lang, dir: 'auto' }, card.term),
      h('span', { class: 'row-under', lang: card.gloss ? card.for : card.lang, dir: 'auto' }, card.gloss ?? card.plain ?? ''),
      h('span', { class: 'row-meta' }, words.of('kind', card.kind), card.reading !== null && h('bdi', { lang: `${card.lang}-Latn` }, ` · ${card.reading}`)));
  }

  get #id() {
    const { path: parts } = this.#route;
    return parts.length >= 4 ? parts.slice(1, 4).join('/') : null;
  }

  /** @param {readonly string[]} parts */
  #address(parts) {
    const { q = '', lang = '', kind = '' } = this.#route.query;
    return hashOf({ path: ['entries', ...parts], query: { q, lang, kind } });
  }

  #open() {
    const { api, words } = this.#context;
    const id = this.#id;
    this.#view?.stop();
    this.#view = null;
    this.#rows.mark(id);
    const back = h('a', { class: 'back', href: this.#address([]) }, `‹ ${this.title}`);
    if (this.#route.path[1] === 'new') {
      this.#panes.open(back, this.#make());
      return;
    }
    if (id === null) {
      const wasOpen = this.#panes.open();
      this.#context.title(this.title);
      if (wasOpen && this.#rows.node.isConnected && !this.#rows.focus()) this.#search.input.focus();
      return;
    }
    this.#opening.clear();
    this.#panes.open(back, this.#opening.node);
    const parts = id.split('/');
    const isHistory = this.#route.path[4] === 'history';
    void this.#opening.fill(() => api.get(`/glossary/entries${path(...parts)}${isHistory ? '/history' : ''}`), (answer) => {
      const view = isHistory ? new HistoryView(this.#context, id, answer.revisions, () => this.#open()) : new Editor(this.#context, answer, this.#kept, () => this.#load());
      this.#kept = null;
      return [this.#show(view, isHistory ? words.c('historyOf', { term: view.term }) : view.term)];
    });
  }

  /** @param {Editor | HistoryView} view @param {string} title */
  #show(view, title) {
    this.#view = view;
    this.#context.title(`${title} · ${this.title}`);
    queueMicrotask(() => view.focus());
    return view.node;
  }

  #make() {
    const { query } = this.#route;
    const { words } = this.#context;
    const entry = blank(query['lang'] === 'en' ? 'en' : query['lang'] === 'zh' || /\p{Script=Han}/u.test(query['term'] ?? '') ? 'zh' : 'en', query['term'] ?? '');
    const example = query['hit'] ? [query['hit']] : [];
    const view = new Editor(this.#context, { entry: { ...entry, hits: example }, revision: 0, shipped: false, changed: false }, this.#kept, () => this.#load());
    this.#kept = null;
    return this.#show(view, words.c('newEntry'));
  }
}
