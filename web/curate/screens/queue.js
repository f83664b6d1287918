/** The queue: what waits, by age, language and kind; beside it the proposal that is open. */

import { h } from '../../element/dom.js';
import { Area, nothing } from '../parts/area.js';
import { choiceField, filterBar } from '../parts/fields.js';
import { heading } from '../parts/heading.js';
import { head, panes } from '../parts/panes.js';
import { Rows } from '../parts/rows.js';
import { when, whom } from '../parts/texts.js';
import { READERS } from '../state/entry.js';
import { added, changed, decided, FILTERS, headline, neighbour, nextAfter, NOTHING } from '../state/queue.js';
import { hashOf } from '../state/routes.js';
import { ProposalView } from './proposal.js';

/** @typedef {import('../types.js').Context} Context */
/** @typedef {import('../types.js').Screen} Screen */
/** @typedef {import('../types.js').Route} Route */
/** @typedef {import('../types.js').Proposal} Proposal */
/** @typedef {import('../types.js').OpenProposal} OpenProposal */

const PAGE = 50;
const KINDS = /** @type {const} */ (['note', 'dispute', 'translation']);

/** @type {import('../types.js').MakeScreen} */
export function queueScreen(context, route, kept) {
  return new QueueScreen(context, route, kept);
}

/** @implements {Screen} */
class QueueScreen {
  #context;
  #route;
  #queue = NOTHING;
  #counts = h('p', { class: 'quiet', role: 'status' });
  #rows;
  #area;
  #more;
  #panes;
  #filters = h('div');
  /** @type {ProposalView | null} */
  #view = null;
  #proposal;
  /** What was typed before a redraw. @type {unknown} */
  #kept;

  /** @param {Context} context @param {Route} route @param {unknown} kept */
  constructor(context, route, kept) {
    const { words } = context;
    this.#context = context;
    this.#route = route;
    this.#kept = kept;
    this.title = words.c('place_queue');
    this.#rows = new Rows({ label: this.title, key: (/** @type {Proposal} */ { id }) => String(id), draw: (proposal) => this.#row(proposal) });
    this.#area = new Area(words);
    this.#proposal = new Area(words);
    this.#more = h('button', { type: 'button', class: 'button button-quiet more', hidden: true, onclick: () => this.#load(true) }, words.c('showMore'));
    this.#panes = panes({ list: [head(this.title), this.#filters, this.#counts, this.#area.node, this.#more], label: words.c('proposal') });
    this.node = h('div', { class: 'screen screen-wide' }, this.#panes.node);
    this.keys = this.#shortcuts();
    this.#drawFilters();
    this.#load(false);
    this.#open();
  }

  focus() {
    // Comes when it is there; the list meanwhile.
    if (this.#id === null) heading(this.node)?.focus();
  }

  /** @param {Route} route */
  update(route) {
    const same = JSON.stringify(route.query) === JSON.stringify(this.#route.query);
    this.#route = route;
    if (!same) {
      this.#drawFilters();
      this.#load(false);
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
    this.#view?.stop();
  }

  get #id() {
    const id = Number(this.#route.path[1]);
    return Number.isInteger(id) && id > 0 ? id : null;
  }

  #shortcuts() {
    const { words, go } = this.#context;
    return [
      { key: 'j', label: words.c('keyNext'), run: () => this.#step(1) },
      { key: 'k', label: words.c('keyPrevious'), run: () => this.#step(-1) },
      { key: 'c', label: words.c('keyClaim'), run: () => this.#view?.claim() },
      { key: 'a', label: words.c('keyApprove'), run: () => this.#view?.approve() },
      { key: 'd', label: words.c('keyDecline'), run: () => this.#view?.decline() },
      { key: 'e', label: words.c('keyEdit'), run: () => this.#view?.edit() },
      { key: 'v', label: words.c('keyEffect'), run: () => this.#view?.lookAtEffect() },
      { key: '/', label: words.c('keySearch'), run: () => go('entries') },
      { key: 'Escape', label: words.c('keyBack'), run: () => this.#back() },
    ];
  }

  /** @param {1 | -1} by */
  #step(by) {
    const id = this.#id;
    if (id === null) {
      this.#rows.step(by);
      return;
    }
    const to = neighbour(this.#queue, id, by);
    if (to !== null && to !== id) location.hash = this.#address(to);
  }

  #back() {
    if (this.#id === null) this.#rows.focus();
    else location.hash = this.#address(null);
  }

  /** @param {number | null} id */
  #address(id) {
    return hashOf({ path: id === null ? ['queue'] : ['queue', String(id)], query: this.#route.query });
  }

  #drawFilters() {
    const { words } = this.#context;
    const { query } = this.#route;
    const filter = (/** @type {typeof FILTERS[number]} */ name, /** @type {readonly (readonly [string, string])[]} */ options) => choiceField({
      id: `filter-${name}`, label: words.of('filter', name), options, value: query[name] ?? '', onchoose: (value) => this.#choose(name, value),
    }).node;
    const count = (/** @type {typeof KINDS[number]} */ kind) => {
      const found = this.#queue.counts?.[kind];
      return words.of('proposal', kind) + (found === undefined ? '' : ` (${words.number(found)})`);
    };
    const had = document.activeElement?.id;
    const isOpen = this.#filters.querySelector('details')?.open ?? ['claimed', 'sort', 'stand'].some((name) => query[name]);
    this.#filters.replaceChildren(filterBar(
      filter('kind', [['', words.c('all')], ...KINDS.map((kind) => /** @type {const} */ ([kind, count(kind)]))]),
      filter('lang', [['', words.c('all')], ...READERS.map((code) => /** @type {const} */ ([code, words.language(code)]))])),
    h('details', { class: 'more-filters', open: isOpen }, h('summary', {}, words.c('moreFilters')), filterBar(
      filter('claimed', [['', words.c('all')], ['free', words.c('claimedFree')], ['mine', words.c('claimedMine')]]),
      filter('sort', [['', words.c('oldestFirst')], ['newest', words.c('newestFirst')]]),
      filter('stand', [['', words.c('standOpen')], ['approved', words.c('standApproved')], ['declined', words.c('standDeclined')]]))));
    if (had?.startsWith('filter-')) document.getElementById(had)?.focus();
  }

  /** @param {string} name @param {string} value */
  #choose(name, value) {
    const route = { path: this.#route.path, query: { ...this.#route.query, [name]: value } };
    this.#context.replace(route);
    this.update(route);
  }

  /** @param {boolean} further a page behind what is there, or from the start */
  #load(further) {
    const { api, words } = this.#context;
    const before = further ? this.#queue.proposals.at(-1)?.id : null;
    const query = { stand: 'open', ...Object.fromEntries(Object.entries(this.#route.query).filter(([name, value]) => value !== '' && FILTERS.some((each) => each === name))), limit: PAGE, before };
    void this.#area.fill(() => api.get('/proposals', query), (page) => {
      this.#queue = added(further ? this.#queue : NOTHING, page);
      this.#drawFilters();
      this.#drawList();
      if (this.#queue.proposals.length > 0) return [this.#rows.node];
      const isAll = Object.values(this.#route.query).every((value) => value === '');
      return [nothing(words.c(isAll ? 'queueEmpty' : 'queueNone'), words.c(isAll ? 'queueEmptyLead' : 'queueNoneLead'))];
    });
  }

  #drawList() {
    const { words } = this.#context;
    const { proposals, counts, more } = this.#queue;
    this.#rows.show(proposals);
    this.#rows.mark(this.#id === null ? null : String(this.#id));
    this.#more.hidden = !more;
    this.#context.count('queue', counts?.open ?? 0);
    this.#counts.textContent = counts === null ? '' : words.c('queueCounts', { n: counts.open });
  }

  /** @param {Proposal} proposal */
  #row(proposal) {
    const { words, session } = this.#context;
    const { text, lang, under, underLang } = headline(proposal);
    const { claim } = proposal;
    return h('a', { class: 'row', href: this.#address(proposal.id) },
      h('span', { class: 'row-top' }, h('span', { class: 'tag', 'data-kind': proposal.kind }, words.of('proposal', proposal.kind)),
        claim !== null && h('span', { class: 'tag tag-claim' }, claim.by.id === session.user.id ? words.c('claimedByYou') : words.c('claimedBy', { name: claim.by.name })),
        proposal.mine && h('span', { class: 'tag' }, words.c('yours'))),
      h('span', { class: 'row-title', lang: lang || null, dir: 'auto' }, text),
      h('span', { class: 'row-under', lang: underLang || null, dir: 'auto' }, under),
      h('span', { class: 'row-meta' }, whom(proposal.by, words), ' · ', when(proposal.made, words)));
  }

  #open() {
    const { api, words } = this.#context;
    const id = this.#id;
    this.#view?.stop();
    this.#view = null;
    this.#rows.mark(id === null ? null : String(id));
    if (id === null) {
      const wasOpen = this.#panes.open();
      this.#context.title(this.title);
      // A filter that was chosen keeps the focus.
      if (wasOpen && !this.#rows.focus()) heading(this.node)?.focus();
      return;
    }
    this.#proposal.clear();
    this.#panes.open(h('a', { class: 'back', href: this.#address(null) }, `‹ ${words.c('place_queue')}`), this.#proposal.node);
    void this.#proposal.fill(() => api.get(`/proposals/${id}`), (proposal) => {
      const view = new ProposalView(this.#context, proposal, this.#kept, {
        changed: (now) => this.#changed(now), decided: (text) => this.#decided(proposal, text),
      });
      this.#kept = null;
      this.#view = view;
      this.#context.title(`${view.title} · ${this.title}`);
      queueMicrotask(() => view.focus());
      return [view.node];
    });
  }

  /** @param {Proposal} proposal */
  #changed(proposal) {
    this.#queue = changed(this.#queue, proposal);
    this.#drawList();
  }

  /** @param {OpenProposal} proposal @param {string} text what to tell */
  #decided({ id }, text) {
    const { words, session, tell } = this.#context;
    const next = nextAfter(this.#queue, id, session.user.id);
    this.#queue = decided(this.#queue, id);
    this.#view?.stop();
    this.#view = null;
    this.#drawFilters();
    this.#drawList();
    tell(next === null ? `${text} ${words.c('queueEmpty')}` : text);
    location.hash = this.#address(next);
    if (next === null) this.#load(false);
  }
}
