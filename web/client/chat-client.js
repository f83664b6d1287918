/** One room of one server as an object: `state`, `change`, and what one can do; the client's face. */

import { tidy } from './langs.js';
import { hear } from './page.js';
import { Session } from './session.js';
import { hasOlder } from './timeline.js';
import { View } from './view.js';
import { worldOf } from './world.js';

/** @typedef {import('../types.js').ChatClientApi} ChatClientApi */
/**
 * A request before it has its id and room.
 * @typedef {{ type: 'send', text: string, reply_to?: number } | { type: 'edit', seq: number, text: string }
 *   | { type: 'delete', seq: number } | { type: 'react', seq: number, emoji: string, on: boolean }} Wish
 */

/** Sign of life for other tabs; in the background it may become a minute. */
const TAB_BEAT_MS = 20_000;
/** How exactly a translation or a typing sign runs out. */
const TICK_MS = 1_000;

/** @implements {ChatClientApi} */
export class ChatClient extends EventTarget {
  #room;
  #page;
  #now;
  #timers;
  #session;
  #view = new View();
  /** @type {{ state: import('../types.js').ChatState, until: number } | null} */
  #drawn = null;
  /** @type {unknown} */
  #tick = null;
  /** Set while started: stops hearing the page. @type {(() => void) | null} */
  #deafen = null;

  /** @param {import('../types.js').ChatClientOptions} options */
  constructor(options) {
    super();
    const world = worldOf(options, () => this.#changed());
    this.#room = world.room;
    this.#page = options.online;
    this.#now = world.now;
    this.#timers = world.timers;
    this.#session = new Session(world);
  }

  get state() {
    return this.#draw().state;
  }

  start() {
    const { connection } = this.#session;
    if (this.#deafen && connection.status.phase !== 'ended') return;
    this.stop();
    this.#deafen = hear(this.#page, {
      network: (here) => connection.network(here),
      visibility: (hidden) => connection.visibility(hidden),
      leave: () => this.#session.outbox.release(),
      back: () => {
        this.#inherit();
        connection.hurry();
      },
    });
    this.#beat();
    this.#session.start();
  }

  stop() {
    this.#deafen?.();
    this.#deafen = null;
    this.#session.lost(0);
    this.#session.connection.stop();
    this.#session.outbox.release();
    this.#timers.clearAll();
    this.#tick = null;
  }

  /** @param {string} text @param {number} [replyTo] */
  send(text, replyTo) {
    if (text.trim() === '') return;
    this.#session.signals.typed();
    this.#request({ type: 'send', text, ...(replyTo === undefined ? {} : { reply_to: replyTo }) });
  }

  /** @param {string} id */
  retry(id) {
    this.#session.outbox.retry(id);
    this.#session.sender.pump();
    this.#changed();
  }

  /** @param {string} id */
  discard(id) {
    this.#session.outbox.remove(id);
    this.#changed();
  }

  /** @param {number} seq @param {string} text */
  edit(seq, text) {
    if (text.trim() !== '') this.#request({ type: 'edit', seq, text });
  }

  /** @param {number} seq */
  remove(seq) {
    this.#request({ type: 'delete', seq });
  }

  /** @param {number} seq @param {string} emoji @param {boolean} on */
  react(seq, emoji, on) {
    this.#request({ type: 'react', seq, emoji, on });
  }

  typing() {
    this.#session.signals.typing();
  }

  /** @param {number} seq */
  markRead(seq) {
    this.#session.signals.read(seq);
  }

  /** @returns {Promise<void>} */
  loadOlder() {
    const { timeline, older } = this.#session;
    return hasOlder(timeline) ? older.load(timeline.floor) : Promise.resolve();
  }

  /** @param {number} seq @param {string} [from] */
  translate(seq, from) {
    this.#session.asking.translate(seq, from);
    this.#changed();
  }

  /** @param {readonly number[]} seqs */
  inView(seqs) {
    this.#session.asking.inView(seqs);
  }

  /** @param {string | null} text */
  preview(text) {
    this.#session.asking.write(text);
  }

  /** @param {number} seq @param {string} lang @param {string} text */
  propose(seq, lang, text) {
    return this.#session.asking.propose(seq, lang, text);
  }

  /** @param {number} seq @param {string} entry @param {string} text */
  dispute(seq, entry, text) {
    return this.#session.asking.dispute(seq, entry, text);
  }

  /** @param {number} seq @param {string} text */
  async ask(seq, text) {
    const refused = await this.#session.asking.askAbout(seq, text, this.state.me);
    this.#changed();
    return refused;
  }

  /** @param {number} question @param {string} gloss @param {string} body */
  answer(question, gloss, body) {
    return this.#session.asking.answer(question, gloss, body);
  }

  /** @param {number} seq @param {string} reason */
  report(seq, reason) {
    return this.#session.asking.order.report(seq, reason);
  }

  /** @param {import('../types.js').Act} act */
  moderate(act) {
    return this.#session.asking.order.moderate(act);
  }

  /** @param {string} entry @param {'opened' | 'helpful'} what */
  noteUsed(entry, what) {
    this.#session.asking.noteUsed(entry, what);
  }

  /** @param {string} lang */
  setLang(lang) {
    const plain = tidy(lang);
    if (plain === null) return;
    this.#session.readIn(plain);
    this.#changed();
  }

  reconnect() {
    this.#session.connection.hurry();
  }

  dismissNotice() {
    this.#session.dismissNotice();
    this.#changed();
  }

  /** @param {Wish} wish */
  #request(wish) {
    this.#session.outbox.add({ ...wish, id: this.#session.nextId(), room: this.#room });
    this.#session.sender.pump();
    this.#changed();
  }

  #beat() {
    this.#inherit();
    this.#timers.set(() => this.#beat(), TAB_BEAT_MS);
  }

  #inherit() {
    if (!this.#session.outbox.beat()) return;
    this.#session.sender.pump();
    this.#changed();
  }

  #draw() {
    this.#drawn ??= this.#view.draw(this.#session.parts(), this.#now());
    return this.#drawn;
  }

  #changed() {
    this.#drawn = null;
    if (this.#deafen) this.#tick ??= this.#timers.set(() => this.#ticked(), TICK_MS);
    this.dispatchEvent(new Event('change'));
  }

  /** Some things change by time alone: look each second, as long as one of them is there. */
  #ticked() {
    this.#tick = null;
    const { until } = this.#draw();
    if (until <= this.#now()) this.#changed();
    else if (until < Infinity) this.#tick = this.#timers.set(() => this.#ticked(), TICK_MS);
  }
}
