/** A clock, a storage, a page and a server that do only what the test says. */

import { ChatClient } from '../../web/client/chat-client.js';

export const LANGUAGES = [
  { code: 'en', name: 'English', from: ['zh'] },
  { code: 'zh', name: '中文', from: ['en'] },
];
export const ANN = { id: 'u1', name: 'Ann', role: 'guest' };
export const MING = { id: 'u2', name: '小明' };

export class FakeClock {
  ms = Date.parse('2026-11-23T20:00:00Z');
  #timers = new Map();
  #next = 1;

  now = () => this.ms;
  setTimeout = (run, ms) => {
    this.#timers.set(this.#next, { run, at: this.ms + ms });
    return this.#next++;
  };
  clearTimeout = (timer) => this.#timers.delete(timer);

  get running() {
    return this.#timers.size;
  }

  pass(seconds) {
    const end = this.ms + seconds * 1_000;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.ms = Math.max(this.ms, due[1].at);
      due[1].run();
    }
    this.ms = end;
  }
}

export class FakeStorage {
  kept = new Map();
  getItem = (key) => this.kept.get(key) ?? null;
  setItem = (key, value) => this.kept.set(key, value);
  removeItem = (key) => this.kept.delete(key);
}

export class FakePage extends EventTarget {
  document = { hidden: false };

  say(name) {
    this.dispatchEvent(new Event(name));
  }

  hide(hidden) {
    this.document.hidden = hidden;
    this.say('visibilitychange');
  }
}

/** The other end of the sockets: `socket` is the newest, `said` what came over it, parsed. */
export class FakeServer {
  sockets = [];

  constructor() {
    const server = this;
    this.Socket = class {
      readyState = 0;
      said = [];
      constructor(url) {
        this.url = url;
        server.sockets.push(this);
      }
      send(data) {
        this.said.push(JSON.parse(data));
      }
      close() {
        this.readyState = 3;
      }
    };
  }

  get socket() {
    return this.sockets.at(-1);
  }
  get said() {
    return this.socket.said;
  }
  /** Frames of one type, on all sockets. */
  heard(type) {
    return this.sockets.flatMap(({ said }) => said).filter((frame) => frame.type === type);
  }

  open() {
    this.socket.readyState = 1;
    this.socket.onopen?.({});
  }
  say(...frames) {
    for (const frame of frames) this.raw(JSON.stringify(frame));
  }
  raw(data) {
    this.socket.onmessage?.({ data });
  }
  close(code, reason = '') {
    this.socket.readyState = 3;
    this.socket.onclose?.({ code, reason });
  }

  welcome(fields = {}) {
    const limits = { chars: 2000, per_5s: 5, frame: 65536 };
    this.say({ type: 'welcome', v: 1, user: ANN, token: 'ann-1', languages: LANGUAGES, limits, beat: 25, ...fields });
  }
  join(fields = {}, room = {}) {
    const id = this.said.findLast((frame) => frame.type === 'join').id;
    const full = { name: 'lobby', title: 'Lobby', seq: 0, read: 0, ...room };
    this.say({ type: 'joined', id, room: full, epoch: 'e1', at: 0, recovered: false, members: [], ...fields });
  }
  caughtUp(at = 0) {
    this.say({ type: 'caught-up', room: 'lobby', at });
  }
  ack(id, seq, at) {
    this.say({ type: 'ack', id, room: 'lobby', seq, at, sent: '2026-11-23T20:00:01.000Z' });
  }
  refuse(id, code, fields = {}) {
    this.say({ type: 'error', id, code, message: `refused: ${code}`, ...fields });
  }

  /** The whole welcome of somebody who comes to a room with these messages in it. */
  admit({ at = 0, recovered = false, frames = [], seq = 0, read = 0, welcome = {} } = {}) {
    this.open();
    this.welcome(welcome);
    this.join({ at, recovered }, { seq, read });
    this.say(...frames);
    this.caughtUp(at);
  }
}

export function message(seq, at = seq, fields = {}) {
  return {
    type: 'message', room: 'lobby', at, seq, rev: 1, id: `m${seq}`, from: MING,
    sent: '2026-11-23T20:00:00.000Z', lang: 'zh', runs: [{ text: `第${seq}条` }], ...fields,
  };
}

export function translation(seq, at, fields = {}) {
  return {
    type: 'translation', room: 'lobby', at, seq, rev: 1, lang: 'en', runs: [{ text: `number ${seq}` }],
    status: 'ok', reasons: [], by: 'machine', engine: 'test', ...fields,
  };
}

export function messages(first, last) {
  return Array.from({ length: last - first + 1 }, (_, place) => message(first + place));
}

/** Numbers in [0, 1) that are the same in every run. */
export function chances(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A client on a stage of its own, started; `stage` keeps what a reload keeps. */
export function stage(options = {}) {
  const clock = options.clock ?? new FakeClock();
  const server = options.server ?? new FakeServer();
  const storage = options.storage === undefined ? new FakeStorage() : options.storage;
  const page = options.page ?? new FakePage();
  const client = new ChatClient({
    url: 'wss://chat.example/ws', room: 'lobby', lang: options.lang ?? 'en', name: options.name,
    storage, online: page, WebSocket: server.Socket, random: options.random ?? chances(options.seed ?? 1),
    now: clock.now, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout,
  });
  client.start();
  return { client, clock, server, storage, page, words: () => client.state.messages.map(wordsOf) };
}

function wordsOf({ runs }) {
  return runs.map(({ text }) => text).join('');
}
