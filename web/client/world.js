/** What a session needs from outside (address, storage, socket, clock, chance), defaults filled in. */

import { tidy } from './langs.js';
import { Timers } from './timers.js';

/** More is no name, and the server would refuse to talk to us. */
const LONGEST_NAME = 64;

/**
 * @typedef {object} World
 * @property {string} url
 * @property {string} room
 * @property {string} lang
 * @property {string} name empty: the server finds one
 * @property {import('../types.js').StorageLike | null} storage
 * @property {import('../types.js').SocketClass} Socket
 * @property {Timers} timers
 * @property {() => number} now
 * @property {() => number} random
 * @property {() => void} changed
 */

/**
 * @param {import('../types.js').ChatClientOptions} options
 * @param {() => void} changed
 * @returns {World}
 */
export function worldOf(options, changed) {
  const { url, room, lang, name = '', storage, now = Date.now, random = Math.random } = options;
  return {
    url,
    room,
    lang: tidy(lang) ?? 'und',
    name: [...name].slice(0, LONGEST_NAME).join(''),
    storage,
    Socket: options.WebSocket ?? globalThis.WebSocket,
    timers: new Timers(options.setTimeout, options.clearTimeout),
    now,
    random,
    changed,
  };
}
