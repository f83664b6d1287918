/** Show the conversation: keyed rows, the reader's place, earlier messages, what is new below. */

import { h, reconcile, setProp, setText } from './dom.js';
import { icon } from './icons.js';
import { InView } from './in-view.js';
import { MessageView } from './message.js';
import { Roving } from './roving.js';
import { rows } from './rows.js';
import { ScrollKeeper } from './scroll-keeper.js';

/** @typedef {import('../types.js').ChatState} ChatState */
/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('./types.js').Row} Row */

/** This near to the top, earlier messages are fetched. */
const TOP = 400;

export class MessageList {
  #context;
  /** @type {Map<string, MessageView>} */
  #views = new Map();
  /** @type {Map<string, HTMLElement>} */
  #separators = new Map();
  /** @type {ChatState | null} */
  #state = null;
  #placed = false;
  /** Newest `seq` when the reader was last at the end. */
  #seen = 0;
  #firstKey = '';
  #more;
  #top;
  #scroller;
  #pill;
  #keeper;
  #inView;
  #roving;
  /** How many messages of others stand below what was seen. */
  unread = 0;

  /** @param {import('./types.js').Context} context */
  constructor(context) {
    const { words, deeds } = context;
    this.#context = context;
    this.#more = h('button', { type: 'button', class: 'text-button more', onclick: () => this.#loadOlder() }, words.t('loadOlder'));
    this.#top = h('div', { class: 'top' });
    this.list = h('ol', { class: 'messages', role: 'list' });
    this.#scroller = h('div', {
      class: 'scroller', part: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.t('messages'),
    }, this.#top, this.list);
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#pill = h('button', { type: 'button', class: 'pill', part: 'pill', hidden: true, onclick: () => this.toEnd() });
    this.node = h('div', { class: 'log' }, this.#scroller, this.#pill);
    this.#keeper = new ScrollKeeper(this.#scroller, this.list);
    this.#inView = new InView(this.#scroller, (seqs) => context.client.inView(seqs));
    this.#roving = new Roving(this.list, () => deeds.write(), (node) => this.#viewOf(node)?.enter());
  }

  start() {
    this.#keeper.start();
  }

  stop() {
    this.#keeper.stop();
    this.#inView.stop();
  }

  /** @param {ChatState} state */
  update(state) {
    const before = this.#state;
    this.#state = state;
    this.#keeper.keep(() => this.#draw(state));
    const last = state.messages.at(-1);
    const isNewOwn = last?.delivery === 'pending' && last.key !== before?.messages.at(-1)?.key;
    if (!this.#placed && state.connection === 'online') this.#place();
    else if (isNewOwn && this.#placed) this.toEnd();
    this.#drawTop(state);
    this.#settle();
    const first = state.messages[0]?.key ?? '';
    if (first !== this.#firstKey) this.#scrolled();
    this.#firstKey = first;
  }

  /** See `MessageView`. @param {boolean} [anew] */
  redraw(anew) {
    this.#keeper.keep(() => this.#views.forEach((view) => view.redraw(anew)));
    if (this.#state) this.update(this.#state);
  }

  toEnd() {
    this.#keeper.toEnd();
    this.#settle();
  }

  /**
   * Bring a message into view, fetching earlier ones if need be. False: it is not to be had.
   * @param {number} seq
   */
  async jump(seq) {
    for (;;) {
      const view = this.#viewAt(seq);
      if (view) return this.#flash(view);
      const oldest = this.#state?.messages[0]?.seq ?? null;
      if (!this.#state?.hasOlder || this.#state.connection !== 'online' || oldest === null || oldest < seq) return false;
      await this.#context.client.loadOlder();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (this.#state.messages[0]?.seq === oldest) return false;
    }
  }

  /** The page became visible again: what is in view is read now. */
  look() {
    this.#settle();
  }

  /** @param {ChatState} state */
  #draw(state) {
    const seenBy = newestSeen(state, this.#context);
    const bySeq = new Map(state.messages.map((message) => [message.seq, message]));
    const me = state.me?.name ?? null;
    const layout = rows(state.messages, state.firstUnread);
    const keep = new Set(layout.map(({ key }) => key));
    for (const key of this.#views.keys()) if (!keep.has(key)) this.#views.delete(key);
    for (const key of this.#separators.keys()) if (!keep.has(key)) this.#separators.delete(key);
    setProp(this.list, 'hidden', layout.length === 0);
    reconcile(this.list, layout.map((row) => {
      if (row.type !== 'message') return this.#separator(row);
      const { message } = row;
      const quoted = message.replyTo === null ? null : bySeq.get(message.replyTo) ?? null;
      const seen = seenBy?.key === message.key ? seenBy.names : '';
      return this.#view({ row, quoted, seen, me });
    }));
    this.#roving.refresh();
    const { reads } = this.#context.preferences.choices;
    const lacking = [...this.#views.values()].filter(({ message }) => message.untranslated && !reads.includes(message.lang));
    this.#inView.watch(new Map(lacking.map(({ node, message }) => [node, message.seq ?? 0])));
  }

  /** @param {import('./message.js').Shown} shown */
  #view(shown) {
    const known = this.#views.get(shown.row.key);
    if (known) {
      known.update(shown);
      return known.node;
    }
    const view = new MessageView(shown, this.#context);
    this.#views.set(shown.row.key, view);
    return view.node;
  }

  /** @param {Exclude<Row, { type: 'message' }>} row */
  #separator(row) {
    const { words } = this.#context;
    const text = row.type === 'day' ? words.day(row.day, new Date()) : words.t('newMarker');
    let node = this.#separators.get(row.key);
    if (!node) {
      node = h('li', { class: `separator ${row.type}`, part: `separator ${row.type}` }, h('span', {}));
      this.#separators.set(row.key, node);
    }
    setText(/** @type {Element} */ (node.firstElementChild), text);
    return node;
  }

  /** @param {ChatState} state */
  #drawTop({ hasOlder, loadingOlder, messages }) {
    const { words } = this.#context;
    const quiet = (/** @type {import('./i18n.js').Key} */ key) => h('p', { class: 'quiet' }, words.t(key));
    const kind = loadingOlder ? 'loading' : hasOlder ? 'more' : messages.length > 0 ? 'beginning' : '';
    if (this.#top.dataset['kind'] === kind) return;
    setProp(this.#top, 'data-kind', kind);
    const held = this.#top.matches(':focus-within');
    this.#top.replaceChildren(...(kind === 'loading' ? [quiet('loadingOlder')] : kind === 'more' ? [this.#more] : kind === 'beginning' ? [quiet('beginning')] : []));
    if (held && kind === 'more') this.#more.focus({ preventScroll: true });
  }

  /** On coming in: to the first unread message, or to the end. */
  #place() {
    this.#placed = true;
    const unread = this.#separators.get('unread');
    if (unread) this.#keeper.toRow(unread);
    else this.#keeper.toEnd();
    if (this.#keeper.pinned) return;
    this.#seen = (this.#state?.firstUnread ?? 1) - 1;
  }

  #scrolled() {
    this.#keeper.scrolled();
    this.#settle();
    if (this.#placed && this.#scroller.scrollTop < TOP) this.#loadOlder();
  }

  #loadOlder() {
    const state = this.#state;
    if (state?.hasOlder && !state.loadingOlder && state.connection === 'online') void this.#context.client.loadOlder();
  }

  /** Bring up to date what depends on where the reader is: the pill and what counts as read. */
  #settle() {
    const messages = this.#state?.messages ?? [];
    const newest = messages.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    if (this.#keeper.pinned && this.#placed && !document.hidden) {
      this.#seen = Math.max(this.#seen, newest);
      if (newest > 0) this.#context.client.markRead(newest);
    }
    const unseen = messages.filter(({ seq, mine }) => seq !== null && seq > this.#seen && !mine).length;
    this.unread = unseen;
    setProp(this.#pill, 'hidden', this.#keeper.pinned || !this.#placed);
    const { words } = this.#context;
    const label = unseen > 0 ? words.t('newMessages', { n: unseen }) : '';
    if (this.#pill.dataset['label'] === label) return;
    setProp(this.#pill, 'data-label', label);
    setProp(this.#pill, 'aria-label', label === '' ? words.t('toLatest') : null);
    this.#pill.replaceChildren(icon('down'), label);
  }

  /** @param {MessageView} view */
  #flash({ node }) {
    this.#keeper.toRow(node);
    this.#roving.focus(node);
    node.classList.remove('flash');
    requestAnimationFrame(() => node.classList.add('flash'));
    return true;
  }

  /** @param {number} seq */
  #viewAt(seq) {
    const key = this.#state?.messages.find((message) => message.seq === seq)?.key;
    return key === undefined ? undefined : this.#views.get(key);
  }

  /** @param {HTMLElement} node */
  #viewOf(node) {
    return [...this.#views.values()].find((view) => view.node === node);
  }
}

/**
 * The newest of one's own messages that others have read, and who.
 * @param {ChatState} state
 * @param {import('./types.js').Context} context
 */
function newestSeen({ messages, readBy }, { words, nameOf }) {
  const message = messages.findLast(({ mine, seq, deleted }) => mine && seq !== null && !deleted);
  const seq = message?.seq ?? null;
  if (!message || seq === null) return null;
  const names = readBy.filter((reader) => reader.seq >= seq).map(({ id }) => nameOf(id)).filter((name) => name !== null);
  return names.length === 0 ? null : { key: message.key, names: words.list(names) };
}
