/** Speak the protocol: greet, join, and let every frame do its work on what we know of the room. */

import { Asking } from './asking.js';
import { Connection } from './connection.js';
import { Identity } from './identity.js';
import { nearest } from './langs.js';
import { Older } from './older.js';
import { Outbox } from './outbox.js';
import { meet, NOBODY } from './people.js';
import { Sender } from './sender.js';
import { Signals } from './signals.js';
import { emptyTimeline, lose, readIn, reduce } from './timeline.js';
import { decode, encode } from './wire.js';

/** @typedef {import('../types.js').ServerFrame} ServerFrame */

/** After a change of language the translations on screen should be here by then. */
const RELANG_MS = 15_000;
/** Before joining again after a refusal that names no time. */
const REJOIN_MS = 5_000;

export class Session {
  #world;
  #identity;
  #lang;
  #tab;
  #count = 0;
  #joinId = '';
  /** Until then a join must bring all translations anew, in the other language. */
  #relangUntil = -Infinity;
  #people = NOBODY;
  /** @type {readonly import('../types.js').Language[]} */
  #languages = [];
  /** @type {import('../types.js').Notice | null} */
  #notice = null;

  /** @param {import('./world.js').World} world */
  constructor(world) {
    const { url, room, lang, storage, timers, now, random, changed } = world;
    this.#world = world;
    this.#lang = lang;
    this.#tab = [now(), random() * 2 ** 50, random() * 2 ** 50].map((part) => Math.floor(part).toString(36)).join('-');
    this.timeline = emptyTimeline(lang);
    this.#identity = new Identity(storage, url);
    this.outbox = new Outbox(storage, `chat-bridge:${url}:${room}:outbox`, this.#tab, now);
    this.sender = new Sender(this.outbox, (request) => this.#post(request), timers);
    this.signals = new Signals((signal) => this.timeline.live && this.#post({ ...signal, room: this.#here() }), timers, now);
    this.older = new Older((question) => this.#ask(question), timers, changed);
    this.asking = new Asking({
      ask: (question) => this.#ask(question),
      lang: () => this.#spoken(),
      languages: () => this.#languages,
      me: () => this.#identity.user?.id ?? null,
      people: () => this.#people,
      timeline: () => this.timeline,
      becomes: (timeline) => { this.timeline = timeline; },
    }, world);
    this.connection = new Connection(url, world.Socket, timers, now, random, {
      opened: () => this.#hello(),
      received: (data) => this.#received(data),
      lost: (code) => this.lost(code),
      again: (code) => code === 4401 && this.#identity.forget(),
      changed,
    });
  }

  start() {
    this.#identity.reload();
    this.connection.start();
  }

  /** @returns {import('./view.js').Parts} */
  parts() {
    return {
      timeline: this.timeline,
      people: this.#people,
      items: this.outbox.items,
      status: this.connection.status,
      me: this.#identity.user,
      name: this.#world.name,
      languages: this.#languages,
      limits: this.sender.limits,
      loadingOlder: this.older.loading,
      notice: this.#notice,
      ...this.asking.parts,
    };
  }

  /** Unique for this user: `tab` differs from page to page. */
  nextId() {
    this.#count += 1;
    return `${this.#tab}-${this.#count.toString(36)}`;
  }

  /** @param {string} lang */
  readIn(lang) {
    const { now } = this.#world;
    this.#lang = lang;
    this.timeline = readIn(this.timeline, lang, this.#languages, now());
    this.#relangUntil = this.#post({ type: 'lang', lang: this.#spoken() }) ? now() + RELANG_MS : Infinity;
  }

  dismissNotice() {
    this.#notice = null;
  }

  /** The connection is gone, with whatever was under way on it. @param {number} code */
  lost(code) {
    this.timeline = lose(this.timeline);
    if (code === 1009) this.sender.refuseTooBig();
    this.sender.halt();
    this.signals.halt();
    this.older.end();
    this.asking.halt();
  }

  /** The reading language as the server calls it. */
  #spoken() {
    return nearest(this.#lang, this.#languages);
  }

  /** The room as the server calls it. */
  #here() {
    return this.timeline.room?.name ?? this.#world.room;
  }

  /** Whether it went out. @param {import('../types.js').ClientFrame} frame */
  #post(frame) {
    return this.connection.send(encode(frame));
  }

  /**
   * @param {import('./older.js').Question | import('./asking.js').Question} question
   * @returns {string | null} its id; null when not in the room
   */
  #ask(question) {
    const id = this.nextId();
    const frame = question.type === 'preview' ? { ...question, id } : { ...question, id, room: this.#here() };
    return this.timeline.live && this.#post(frame) ? id : null;
  }

  #hello() {
    const { name } = this.#world;
    const { token } = this.#identity;
    const who = { ...(name ? { name } : {}), ...(token === null ? {} : { token }) };
    this.#post({ type: 'hello', v: 1, lang: this.#spoken(), ...who });
  }

  /** @param {unknown} data */
  #received(data) {
    const frame = decode(data);
    if (!frame || this.#foreign(frame)) return;
    this.#take(frame);
    this.#world.changed();
  }

  /** About another room, or an answer to an older join. @param {ServerFrame} frame */
  #foreign(frame) {
    if (frame.type === 'joined') return frame.id !== this.#joinId;
    if (!('room' in frame)) return false;
    return (frame.type === 'room' ? frame.room.name : frame.room) !== this.#here();
  }

  /** @param {ServerFrame} frame */
  #take(frame) {
    if (this.asking.take(frame)) return;
    const context = { now: this.#world.now(), me: this.#identity.user?.id ?? null };
    const before = frame.type === 'history' ? this.older.answers(frame.id) : null;
    this.timeline = reduce(this.timeline, frame, before === null ? context : { ...context, before });
    this.#people = meet(this.#people, frame, context);
    switch (frame.type) {
      case 'welcome': return this.#welcome(frame);
      case 'joined': return this.signals.known(frame.room.read);
      case 'caught-up': return this.#caughtUp(frame.at);
      case 'ack': return this.#acknowledged(frame);
      case 'error': return this.#refused(frame);
      case 'message': return this.#arrived(frame);
      case 'translation': return this.asking.arrived(frame.seq);
      case 'history':
        frame.messages.forEach((message) => this.#arrived(message));
        if (before !== null) this.older.end();
    }
  }

  /** @param {import('../types.js').WelcomeFrame} frame */
  #welcome(frame) {
    this.#identity.keep(frame.token, frame.user);
    const said = this.#spoken();
    this.#languages = frame.languages;
    if (this.#spoken() !== said) this.#post({ type: 'lang', lang: this.#spoken() });
    this.sender.limits = frame.limits;
    this.timeline = readIn(this.timeline, this.#lang, frame.languages, this.#world.now());
    this.connection.expectBeat(frame.beat);
    const { after, epoch } = this.timeline;
    const known = after === null || epoch === null || this.#world.now() < this.#relangUntil ? {} : { after, epoch };
    this.#joinId = this.nextId();
    this.#post({ type: 'join', id: this.#joinId, room: this.#world.room, ...known });
  }

  /** @param {number} at */
  #caughtUp(at) {
    if (this.#relangUntil === Infinity) this.#relangUntil = -Infinity;
    this.outbox.settle(at);
    this.connection.arrived();
    this.sender.begin();
    this.asking.resume();
    this.signals.tell();
  }

  /** @param {import('../types.js').AckFrame} frame */
  #acknowledged(frame) {
    // A repeat of something so old that its message has been here, or never will be.
    if (frame.at <= (this.timeline.after ?? 0)) this.outbox.remove(frame.id);
    else this.outbox.acknowledge(frame);
    this.sender.answered(frame.id);
  }

  /** Our own message in the room is as good as its `ack`. @param {import('../types.js').MessageFrame} frame */
  #arrived({ id, from }) {
    if (from.id !== this.#identity.user?.id) return;
    this.outbox.remove(id);
    this.sender.answered(id);
  }

  /** @param {import('../types.js').ErrorFrame} frame */
  #refused(frame) {
    const { id, code, message, retryAfter } = frame;
    if (id === null ? code === 'banned' : id === this.#joinId) return this.#turnedAway(frame);
    if (id !== null && this.outbox.has(id)) {
      if (code === 'too-fast') return this.sender.tooFast(retryAfter);
      // Says nothing about the message: join again, and it goes out then.
      if (code === 'not-joined') return this.connection.restart(0);
      this.outbox.refuse(id, { code, message });
      this.sender.answered(id);
      if (this.outbox.has(id)) return;
    }
    if (this.older.answers(id) !== null) this.older.end();
    this.#notice = { code, message, retryAfter };
  }

  /** The room does not take us. @param {import('../types.js').ErrorFrame} frame */
  #turnedAway({ code, message, retryAfter, suggestion }) {
    this.#notice = { code, message, retryAfter, suggestion };
    if (!['no-such-room', 'banned', 'bad-name'].includes(code)) {
      return this.connection.restart(retryAfter === null ? REJOIN_MS : retryAfter * 1_000);
    }
    this.lost(0);
    this.connection.end(0, message || code);
  }
}
