/** Draw one message, and on a change redraw only the parts that changed. */

import { drawAsked } from './asked.js';
import { avatar } from './avatar.js';
import { h, prose, reconcile, setProp } from './dom.js';
import { faces } from './faces.js';
import { drawMeta } from './message-meta.js';
import { drawToolbar } from './message-toolbar.js';
import { drawReactions } from './reactions.js';
import { mayTryAgain, refusedText } from './reasons.js';
import { drawExcerpt, isEmojiOnly } from './runs.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {Extract<import('./types.js').Row, { type: 'message' }>} MessageRow */
/** @typedef {{ readonly row: MessageRow, readonly quoted: ChatMessage | null, readonly seen: string, readonly me: string | null }} Shown */

const QUOTE_LENGTH = 140;
/** Pixels between a bubble and the tools beside it. */
const GAP = 6;

export class MessageView {
  #context;
  /** @type {Shown} */
  #shown;
  #open = false;
  #why = false;
  /** @type {Map<string, { deps: readonly unknown[], node: Node | null }>} */
  #parts = new Map();
  #stack = h('div', { class: 'stack' });
  #bubble = h('div', { class: 'bubble', part: 'bubble' });
  /** @type {HTMLElement | null} */
  #toolbar = null;
  #mayModerate = false;

  /**
   * @param {Shown} shown
   * @param {import('./types.js').Context} context
   */
  constructor(shown, context) {
    this.#context = context;
    this.#shown = shown;
    this.node = h('li', {
      class: 'message', tabindex: -1,
      onpointerenter: () => this.#equip(),
      onfocusin: () => this.#equip(),
    }, this.#stack);
    this.#bubble.addEventListener('click', (event) => this.#tap(event));
    this.#draw();
  }

  get message() {
    return this.#shown.row.message;
  }

  /** @param {Shown} shown */
  update(shown) {
    const { row, quoted, seen, me } = this.#shown;
    const same = row.message === shown.row.message && row.first === shown.row.first && row.last === shown.row.last
      && quoted === shown.quoted && seen === shown.seen && me === shown.me;
    this.#shown = shown;
    if (!same) this.#draw();
    else if (this.#toolbar && this.#mayModerate !== this.#context.client.state.manners.mayModerate) this.#equip();
  }

  /** What a text is drawn from has come, or (`anew`) the reader chose anew what messages show. @param {boolean} [anew] */
  redraw(anew = true) {
    if (anew) this.#open = false;
    this.#draw();
  }

  /** Put the focus on the first thing that can be done with it. */
  enter() {
    this.#equip();
    /** @type {HTMLElement | null} */ (this.#toolbar?.querySelector('button') ?? null)?.focus();
  }

  #draw() {
    const { row: { message, first, last } } = this.#shown;
    const { node } = this;
    const held = this.#focusKey();
    setProp(node, 'data-mine', message.mine);
    setProp(node, 'data-seq', message.seq);
    setProp(node, 'data-first', first);
    setProp(node, 'data-last', last);
    setProp(node, 'data-delivery', message.delivery);
    setProp(node, 'data-waits', message.error?.code === 'held');
    setProp(node, 'part', message.mine ? 'message message-mine' : 'message');
    if (message.deleted) this.#toolbar = null;
    this.#drawBubble();
    // It may have settled under a pointer at rest, which then never enters it.
    if (node.matches(':hover, :focus-within')) this.#equip();
    const face = first && !message.mine ? this.#part('avatar', [message.from.id, message.from.name], () => avatar(message.from, this.#context.tints)) : null;
    const asked = message.asked.length > 0 ? this.#part('asked', [message.asked], () => drawAsked(message.asked, this.#context)) : null;
    reconcile(this.#stack, compact([this.#head(), this.#quote(), this.#bubble, asked, this.#reactions(), this.#delivery()]));
    reconcile(node, compact([face, this.#stack]));
    if (held !== null) this.#focusAgain(held);
  }

  #drawBubble() {
    const { row: { message, last }, me } = this.#shown;
    const { words, client, preferences } = this.#context;
    const shown = faces(message, preferences.choices, this.#open);
    setProp(this.#bubble, 'data-state', shown.state);
    setProp(this.#bubble, 'data-deleted', message.deleted);
    setProp(this.#bubble, 'data-large', !message.deleted && isEmojiOnly(shown.first.runs));
    if (message.deleted) return reconcile(this.#bubble, compact([this.#part('first', ['deleted'], () => h('p', { class: 'gone' }, words.t('deleted')))]));
    const meta = this.#part('meta', [message, last, this.#why, this.#open, preferences.choices], () => drawMeta({
      message, faces: shown, words, doubtful: preferences.choices.doubtful, why: this.#why, last,
      ontoggle: () => { this.#open = !this.#open; this.#draw(); },
      onwhy: () => { this.#why = !this.#why; this.#draw(); },
      onretranslate: () => { if (message.seq !== null) client.translate(message.seq); },
    }));
    // A tick alone stands at the end of the text's last line.
    setProp(this.#bubble, 'data-slim', meta !== null && shown.state === 'none');
    reconcile(this.#bubble, compact([this.#text('first', shown.first, me), shown.second && this.#text('second', shown.second, me), meta, this.#toolbar]));
  }

  /**
   * @param {'first' | 'second'} name
   * @param {import('./types.js').Face} face
   * @param {string | null} me
   */
  #text(name, face, me) {
    const { reading } = this.#context;
    return this.#part(name, [face.runs, face.lang, face.kind, me, face.words, ...reading.deps(face)], () => prose('div', face.lang, {
      class: `text text-${name}`, part: `text text-${face.kind}`, 'data-kind': face.kind, 'data-words': reading.offers(face),
    }, ...reading.draw(face, me)));
  }

  #head() {
    const { message } = this.#shown.row;
    const { words } = this.#context;
    return this.#part('head', [message.from.name, message.sent], () => h('div', { class: 'head' },
      h('bdi', { class: 'name', part: 'name' }, message.from.name),
      h('time', { class: 'time', datetime: message.sent, title: words.moment(message.sent) }, words.time(message.sent))));
  }

  #quote() {
    const { row: { message }, quoted } = this.#shown;
    const { replyTo } = message;
    const { words, deeds, preferences } = this.#context;
    if (replyTo === null || message.deleted) return null;
    return this.#part('quote', [replyTo, quoted, preferences.choices], () => {
      const face = quoted && !quoted.deleted ? faces(quoted, preferences.choices, false).first : null;
      const text = face ? drawExcerpt(face.runs, QUOTE_LENGTH) : [words.t(quoted ? 'quoteDeleted' : 'quoteMissing')];
      return h('button', { type: 'button', class: 'quote', part: 'quote', 'data-key': 'quote', onclick: () => deeds.jump(replyTo) },
        h('span', { class: 'hidden' }, words.t('inReplyTo')),
        quoted && h('bdi', { class: 'quote-name' }, quoted.from.name),
        prose('span', face?.lang ?? null, { class: 'quote-text' }, ...text));
    });
  }

  #reactions() {
    const { message } = this.#shown.row;
    if (message.reactions.length === 0 || message.deleted) return null;
    return this.#part('reactions', [message], () => drawReactions(message, this.#context));
  }

  /** Refused: why, and what to do; read: by whom. */
  #delivery() {
    const { row: { message }, seen } = this.#shown;
    const { words, client } = this.#context;
    if (message.delivery !== 'refused') {
      return seen === '' ? null : this.#part('seen', [seen], () => h('p', { class: 'seen' }, words.t('seen', { names: seen })));
    }
    return this.#part('refused', [message], () => h('div', { class: 'refused', role: 'group' },
      h('span', {}, refusedText(words, message.error)),
      mayTryAgain(message.error) && h('button', { type: 'button', class: 'text-button', 'data-key': 'retry', onclick: () => client.retry(message.id) }, words.t('retry')),
      h('button', { type: 'button', class: 'text-button', 'data-key': 'discard', onclick: () => client.discard(message.id) }, words.t('discard'))));
  }

  /** The toolbar is made when it may be needed: a thousand of them would be ten thousand nodes. */
  #equip() {
    const { message } = this;
    const wanted = message.delivery === 'sent' && !message.deleted;
    const { mayModerate } = this.#context.client.state.manners;
    if (wanted !== (this.#toolbar !== null) || mayModerate !== this.#mayModerate) {
      this.#mayModerate = mayModerate;
      this.#toolbar?.remove();
      this.#toolbar = wanted ? drawToolbar(() => this.message, this.#context, () => this.#read()) : null;
      if (this.#toolbar) this.#bubble.append(this.#toolbar);
    }
    if (this.#toolbar) setProp(this.node, 'data-tools', this.#place(this.#toolbar));
    const { first, second } = faces(message, this.#context.preferences.choices, this.#open);
    for (const face of [first, second]) if (face) void this.#context.reading.want(face);
  }

  /** Uncover the original, if need be, and go through it word by word. */
  #read() {
    if (!this.#bubble.querySelector('[data-words]')) this.#open = true;
    this.#draw();
    this.#context.deeds.read(this.#bubble);
  }

  /**
   * Beside the bubble where there is room; else in the line of the name or, where none is, below.
   * @param {HTMLElement} toolbar
   */
  #place(toolbar) {
    const [row, bubble] = [this.node.getBoundingClientRect(), this.#bubble.getBoundingClientRect()];
    const free = Math.max(bubble.left - row.left, row.right - bubble.right);
    if (free >= toolbar.offsetWidth + GAP) return 'beside';
    return this.#shown.row.first ? 'above' : 'below';
  }

  /** On a touch screen a tap on the bubble shows what can be done. @param {MouseEvent} event */
  #tap(event) {
    const target = /** @type {Element} */ (event.target);
    if (target.closest('a, button, [role=button]')) return;
    if (this.node.ownerDocument.getSelection()?.type === 'Range') return;
    this.#equip();
    this.node.focus({ preventScroll: true });
    this.#toolbar?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * The node made last time while nothing that it was made of has changed.
   * @param {string} name
   * @param {readonly unknown[]} deps
   * @param {() => Node | null} make
   */
  #part(name, deps, make) {
    const known = this.#parts.get(name);
    if (known && known.deps.length === deps.length && known.deps.every((dep, i) => dep === deps[i])) return known.node;
    const node = make();
    this.#parts.set(name, { deps, node });
    return node;
  }

  /** Which control of this message has the focus. */
  #focusKey() {
    const { activeElement } = /** @type {ShadowRoot} */ (this.node.getRootNode());
    return activeElement instanceof HTMLElement && this.node.contains(activeElement) ? activeElement.dataset['key'] ?? null : null;
  }

  /** @param {string} key */
  #focusAgain(key) {
    if (this.#focusKey() === key) return;
    const same = this.node.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (same instanceof HTMLElement ? same : this.node).focus({ preventScroll: true });
  }
}

/**
 * @param {readonly (Node | null)[]} nodes
 * @returns {Node[]}
 */
function compact(nodes) {
  return nodes.filter((node) => node !== null);
}
