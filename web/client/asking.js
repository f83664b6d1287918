/** What one asks about words rather than says: translations, how a draft will read, better wordings. */

import { Asked } from './asked.js';
import { Order } from './order.js';
import { readersLang } from './people.js';
import { Previews } from './previews.js';
import { Questions } from './questions.js';
import { expect, giveUp } from './timeline.js';
import { Wanted } from './wanted.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').ServerFrame} ServerFrame */
/** @typedef {import('./timeline.js').Timeline} Timeline */

/**
 * A question before it has its id and room.
 * @typedef {{ type: 'translate', seq: number, lang: string, from?: string } | { type: 'preview', text: string, lang: string }
 *   | { type: 'propose', seq: number, lang: string, text: string, kind: 'translation' }
 *   | { type: 'propose', seq: number, lang: string, text: string, kind: 'dispute', entry: string }
 *   | { type: 'ask', seq: number, text: string, lang: string } | { type: 'answer', question: number, gloss: string, body: string }
 *   | { type: 'report', seq: number, reason: string } | { type: 'moderate' } & import('../types.js').Act
 *   | { type: 'note', entry: string, what: 'opened' | 'helpful' }} Question
 */

/**
 * The session, as far as it matters here. `ask` gives the id; null: not in the room.
 * @typedef {object} Room
 * @property {(question: Question) => string | null} ask
 * @property {() => string} lang the reading language as the server calls it
 * @property {() => readonly import('../types.js').Language[]} languages
 * @property {() => string | null} me
 * @property {() => import('./people.js').People} people
 * @property {() => Timeline} timeline
 * @property {(timeline: Timeline) => void} becomes
 */

/** @type {Notice} */
const NO_ANSWER = Object.freeze({ code: 'unavailable', message: 'the server does not answer', retryAfter: null });

export class Asking {
  #room;
  #now;
  #questions;
  #wanted;
  #previews;
  #asked = new Asked();
  order = new Order((question) => this.#committed(question));

  /** @param {Room} room @param {import('./world.js').World} world */
  constructor(room, { timers, now, changed }) {
    this.#room = room;
    this.#now = now;
    this.#questions = new Questions(timers);
    this.#wanted = new Wanted({ ask: (seq, from) => this.#askFor(seq, from), lacks: (seq) => this.#lacks(seq), changed }, timers);
    this.#previews = new Previews((text) => this.#askHow(text), timers, now, changed);
  }

  get parts() {
    return { preview: this.#previews.shown, asked: this.#asked, manners: this.order.manners };
  }

  /** As ChatClientApi.preview. @param {string | null} text */
  write(text) {
    this.#previews.write(text);
  }

  /** @param {readonly number[]} seqs */
  inView(seqs) {
    this.#wanted.inView(seqs);
  }

  /** @param {number} seq @param {string | undefined} from */
  translate(seq, from) {
    const { langs, messages } = this.#room.timeline();
    const frame = messages.get(seq)?.frame;
    const forAll = frame?.from.id === this.#room.me() || frame?.lang === 'und';
    // In the reader's own language there is nothing to ask for, unless it becomes so for all.
    if (from !== undefined && langs.includes(from) && !forAll) this.#expect(seq, from);
    else this.#wanted.ask(seq, from);
  }

  /** @param {number} seq @param {string} lang @param {string} text @returns {Promise<Notice | null>} */
  propose(seq, lang, text) {
    return this.#committed({ type: 'propose', seq, lang, text, kind: 'translation' });
  }

  /** As ChatClientApi, here and below. @param {number} seq @param {string} entry @param {string} text */
  dispute(seq, entry, text) {
    return this.#committed({ type: 'propose', seq, lang: this.#room.lang(), text, kind: 'dispute', entry });
  }

  /** @param {number} seq @param {string} text @param {import('../types.js').Person | null} me */
  async askAbout(seq, text, me) {
    const refused = await this.#committed({ type: 'ask', seq, text, lang: this.#room.lang() });
    if (!refused && me) this.#asked.asking(seq, text, me, this.#room.lang());
    return refused;
  }

  /** @param {number} question @param {string} gloss @param {string} body */
  answer(question, gloss, body) {
    return this.#committed({ type: 'answer', question, gloss, body });
  }

  /** @param {string} entry @param {'opened' | 'helpful'} what */
  noteUsed(entry, what) {
    this.#room.ask({ type: 'note', entry, what });
  }

  /** Null: the server has it; else why not. @param {Question} question @returns {Promise<Notice | null>} */
  async #committed(question) {
    const frame = await this.#questions.ask(this.#room.ask(question));
    if (frame?.type === 'ack' || frame?.type === 'done') return null;
    return frame?.type === 'error' ? { code: frame.code, message: frame.message, retryAfter: frame.retryAfter } : NO_ANSWER;
  }

  /** Whether the frame was an answer to a question here, and needs nothing else. @param {ServerFrame} frame */
  take(frame) {
    this.#asked.take(frame);
    this.order.take(frame);
    if (frame.type === 'error' && frame.id !== null && this.#refused(frame.id, frame)) return true;
    if (frame.type !== 'history') return this.#questions.take(frame);
    return false;
  }

  /** It was taken into the timeline. @param {number} seq */
  arrived(seq) {
    this.#wanted.arrived(seq);
  }

  /** In the room again: what is in view and was not asked for yet is. */
  resume() {
    this.#wanted.resume();
  }

  halt() {
    this.#questions.halt();
    this.#wanted.halt();
  }

  /**
   * Whether nobody needs to be told: what a person asked for is refused to their face.
   * @param {string} id
   * @param {import('../types.js').ErrorFrame} frame
   */
  #refused(id, { code, message, retryAfter }) {
    const asked = this.#wanted.refused(id);
    if (!asked) return false;
    const timeline = this.#room.timeline();
    if (!asked.lazily || code !== 'too-fast') {
      this.#room.becomes(giveUp(timeline, asked.seq, message || code));
      return asked.lazily;
    }
    this.#room.becomes(expect(timeline, asked.seq, null));
    this.#wanted.tooFast(retryAfter);
    return true;
  }

  /** @param {number} seq @param {string | undefined} from */
  #askFor(seq, from) {
    const id = this.#room.ask({ type: 'translate', seq, lang: this.#into(from), ...(from === undefined ? {} : { from }) });
    if (id !== null) this.#expect(seq, from);
    return id;
  }

  /** @param {number} seq @param {string | undefined} from */
  #expect(seq, from) {
    this.#room.becomes(expect(this.#room.timeline(), seq, this.#now(), from));
  }

  /**
   * The reading language; another where the message is in that: into itself nothing is translated.
   * @param {string | undefined} from
   */
  #into(from) {
    const own = this.#room.lang();
    if (from !== own) return own;
    return this.#room.languages().find((language) => language.from.includes(own))?.code ?? own;
  }

  /** @param {number} seq */
  #lacks(seq) {
    const { messages, translations } = this.#room.timeline();
    const entry = messages.get(seq);
    return entry?.since === null && translations.get(seq)?.rev !== entry.frame.rev;
  }

  /** @param {string} text */
  #askHow(text) {
    const lang = readersLang(this.#room.people(), this.#room.me(), this.#room.lang());
    return lang === null ? null : this.#questions.ask(this.#room.ask({ type: 'preview', text, lang }));
  }
}
