/** Keep one socket open: connect, notice when it is dead, come back, and give up when told to. */

import { isFinal, pause } from './backoff.js';

/**
 * @typedef {object} Status
 * @property {'idle' | 'connecting' | 'open' | 'waiting' | 'ended'} phase
 * @property {number | null} retryAt ms since 1970, while waiting
 * @property {{ code: number, reason: string } | null} ended
 */

/**
 * What the owner hears. `again`: whether to connect once more, at once, after a close that is final.
 * @typedef {object} Listener
 * @property {() => void} opened
 * @property {(data: unknown) => void} received
 * @property {(code: number) => void} lost
 * @property {(code: number) => boolean} again
 * @property {() => void} changed the status is another
 */

/** From the first try until the room is caught up. */
const ARRIVE_MS = 20_000;
/** A connection that held this long was not part of the trouble. */
const CALM_MS = 10_000;
/** Beats that may be missed, and a half. */
const BEATS = 2.5;
/** Until the server has told its own. */
const BEAT_S = 25;
const GONE = 1006;

/** @type {Status} */
const IDLE = { phase: 'idle', retryAt: null, ended: null };

export class Connection {
  #url;
  #Socket;
  #timers;
  #now;
  #random;
  #listener;
  /** @type {WebSocket | null} */
  #socket = null;
  #attempt = 0;
  #silence = BEATS * BEAT_S * 1_000;
  #heard = 0;
  #away = false;
  #hidden = false;
  /** @type {Record<'retry' | 'arrive' | 'calm' | 'dead', unknown>} */
  #timer = { retry: null, arrive: null, calm: null, dead: null };
  status = IDLE;

  /**
   * @param {string} url
   * @param {import('../types.js').SocketClass} Socket
   * @param {import('./timers.js').Timers} timers
   * @param {() => number} now
   * @param {() => number} random
   * @param {Listener} listener
   */
  constructor(url, Socket, timers, now, random, listener) {
    this.#url = url;
    this.#Socket = Socket;
    this.#timers = timers;
    this.#now = now;
    this.#random = random;
    this.#listener = listener;
  }

  start() {
    this.#attempt = 0;
    this.#connect();
  }

  stop() {
    this.#abandon();
    this.#become(IDLE);
  }

  /** No coming back; `code` as in ChatState.ended. @param {number} code @param {string} reason */
  end(code, reason) {
    this.#abandon();
    this.#become({ phase: 'ended', retryAt: null, ended: { code, reason } });
  }

  /** Whether it went out. @param {string} data */
  send(data) {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(data);
    return true;
  }

  /** The server speaks at least this often. @param {number} seconds */
  expectBeat(seconds) {
    this.#silence = BEATS * seconds * 1_000;
    this.#watch();
  }

  /** The room is caught up. */
  arrived() {
    this.#set('arrive', null, 0);
    this.#set('calm', () => { this.#attempt = 0; }, CALM_MS);
  }

  /** While waiting: connect now. */
  hurry() {
    if (this.status.phase === 'waiting') this.#connect();
  }

  /** Give this socket up and come back, not before `ms`. @param {number} ms */
  restart(ms) {
    if (this.#socket) this.#lose(GONE, ms);
  }

  /** The system says that the network is there, or is not. @param {boolean} here */
  network(here) {
    const back = here && this.#away;
    this.#away = !here;
    // Whatever was open went over a network that was gone: asking beats waiting for silence.
    if (back && this.#socket) this.#drop();
    if (here) this.hurry();
    else if (this.status.phase === 'waiting') this.#wait(GONE, 0);
  }

  /** @param {boolean} hidden */
  visibility(hidden) {
    this.#hidden = hidden;
    if (hidden) return;
    this.hurry();
    // Timers sleep with the machine; the clock does not.
    if (this.#socket && this.#now() - this.#heard > this.#silence) this.#drop();
  }

  #connect() {
    this.#abandon();
    let socket;
    try {
      socket = new this.#Socket(this.#url);
    } catch (error) {
      return this.end(0, error instanceof Error ? error.message : String(error));
    }
    this.#socket = socket;
    /** @param {(event: any) => void} hear */
    const ours = (hear) => /** @param {any} event */ (event) => { if (this.#socket === socket) hear(event); };
    socket.onopen = ours(() => {
      this.#watch();
      this.#become({ phase: 'open', retryAt: null, ended: null });
      this.#listener.opened();
    });
    socket.onmessage = ours(({ data }) => {
      this.#watch();
      this.#listener.received(data);
    });
    socket.onclose = ours(({ code, reason }) => this.#closed(code, String(reason ?? '')));
    this.#heard = this.#now();
    this.#set('arrive', () => this.#lose(GONE, 0), ARRIVE_MS);
    this.#become({ phase: 'connecting', retryAt: null, ended: null });
  }

  /** @param {number} code @param {string} reason */
  #closed(code, reason) {
    if (!isFinal(code)) return this.#lose(code, 0);
    this.#listener.lost(code);
    if (this.#listener.again(code)) this.#connect();
    else this.end(code, reason);
  }

  /** Out of order: try at once, and if that fails as usual. */
  #drop() {
    this.#listener.lost(GONE);
    this.#connect();
  }

  /** @param {number} code @param {number} least ms */
  #lose(code, least) {
    this.#abandon();
    this.#listener.lost(code);
    this.#wait(code, least);
  }

  /** @param {number} code @param {number} least ms */
  #wait(code, least) {
    const ms = Math.max(least, pause(this.#attempt, code, this.#random(), this.#hidden || this.#away));
    this.#attempt += 1;
    this.#set('retry', () => this.#connect(), ms);
    this.#become({ phase: 'waiting', retryAt: this.#now() + ms, ended: null });
  }

  /** Silent since long: the other end is gone, whatever the system believes. */
  #watch() {
    this.#heard = this.#now();
    this.#set('dead', () => this.#lose(GONE, 0), this.#silence);
  }

  /** Let go of the socket, without waiting for a closing handshake that a dead one never makes. */
  #abandon() {
    const socket = this.#socket;
    this.#socket = null;
    for (const name of /** @type {const} */ (['retry', 'arrive', 'calm', 'dead'])) this.#set(name, null, 0);
    socket?.close();
  }

  /** @param {'retry' | 'arrive' | 'calm' | 'dead'} name @param {(() => void) | null} run @param {number} ms */
  #set(name, run, ms) {
    this.#timers.clear(this.#timer[name]);
    this.#timer[name] = run && this.#timers.set(run, ms);
  }

  /** @param {Status} status */
  #become(status) {
    this.status = status;
    this.#listener.changed();
  }
}
