/** Hold what was asked of the server until it is committed or refused, in order, across reloads. */

import { Slots } from './slots.js';

/** @typedef {import('../types.js').ClientFrame} ClientFrame */
/** @typedef {import('../types.js').AckFrame} AckFrame */
/** @typedef {Extract<ClientFrame, { type: 'send' | 'edit' | 'delete' | 'react' }>} Request */

/**
 * A request on its way. `written` in ms; `receipt`: committed, but the message itself has not come
 * back yet; `error`: refused.
 * @typedef {object} Item
 * @property {Request} request
 * @property {number} written
 * @property {AckFrame | null} receipt
 * @property {{ code: string, message: string } | null} error
 */

/** More than anybody types while offline. */
const MOST = 200;

export class Outbox {
  #slots;
  #now;
  /** @type {readonly Item[]} */
  #items = [];

  /**
   * @param {import('../types.js').StorageLike | null} storage
   * @param {string} prefix of the storage keys
   * @param {string} owner this tab, uniquely
   * @param {() => number} now
   */
  constructor(storage, prefix, owner, now) {
    this.#slots = new Slots(storage, prefix, owner, now);
    this.#now = now;
  }

  get items() {
    return this.#items;
  }

  /** The one to send next. */
  head() {
    return this.#items.find(({ receipt, error }) => !receipt && !error)?.request ?? null;
  }

  /** @param {string} id */
  has(id) {
    return this.#items.some(({ request }) => request.id === id);
  }

  /** @param {Request} request */
  add(request) {
    const full = this.#items.length >= MOST;
    const error = full ? { code: 'unavailable', message: `${MOST} messages wait to be sent; wait until they are` } : null;
    // Over the limit it is shown as refused but, unlike the others, gone with the page.
    this.#set([...this.#items, { request, written: this.#now(), receipt: null, error }]);
  }

  /** Committed. A message stays in view until it comes back as a frame. @param {AckFrame} frame */
  acknowledge(frame) {
    this.#change(frame.id, (item) => (item.request.type === 'send' ? { ...item, receipt: frame, error: null } : null));
  }

  /** It is in the room, or is to be forgotten. @param {string} id */
  remove(id) {
    this.#change(id, () => null);
  }

  /** Up to `at` all messages have come: a receipt that old waits for nothing more. @param {number} at */
  settle(at) {
    this.#set(this.#items.filter(({ receipt }) => !receipt || receipt.at > at));
  }

  /**
   * A message stays, to be tried again or discarded; anything else is forgotten.
   * @param {string} id
   * @param {{ code: string, message: string }} error
   */
  refuse(id, error) {
    const { code, message } = error;
    this.#change(id, (item) => (item.request.type === 'send' ? { ...item, error: { code, message } } : null));
  }

  /** @param {string} id */
  retry(id) {
    this.#change(id, (item) => ({ ...item, error: null }));
  }

  /** Show that we live, and take over what tabs that are gone left; whether there was anything. */
  beat() {
    const { items, empty } = this.#slots.inherit();
    const fresh = new Map(items.flatMap(itemOf).map((item) => [item.request.id, item]));
    for (const { request } of this.#items) fresh.delete(request.id);
    this.#set([...fresh.values(), ...this.#items]);
    empty();
    // With all slots taken there is room only now.
    this.#set(this.#items);
    return fresh.size > 0;
  }

  /** The page goes away. */
  release() {
    this.#slots.release();
  }

  /** @param {string} id @param {(item: Item) => Item | null} change null: remove */
  #change(id, change) {
    if (this.has(id)) this.#set(this.#items.flatMap((item) => (item.request.id === id ? change(item) ?? [] : [item])));
  }

  /** @param {readonly Item[]} items */
  #set(items) {
    this.#items = items;
    this.#slots.keep(items.filter(({ receipt }) => !receipt).slice(0, MOST));
  }
}

/** What another tab, or anybody, wrote into the storage. @param {any} kept @returns {Item[]} */
function itemOf(kept) {
  const request = requestOf(kept?.request);
  if (!request || !Number.isFinite(kept.written) || Math.abs(kept.written) > 8.64e15) return [];
  const { code, message } = kept.error ?? {};
  const error = typeof code === 'string' && typeof message === 'string' ? { code, message } : null;
  return [{ request, written: kept.written, receipt: null, error }];
}

/** @param {any} kept @returns {Request | null} */
function requestOf(kept) {
  const { type, id, room, text, seq, emoji, on } = kept ?? {};
  if (typeof id !== 'string' || id === '' || id.length > 64 || typeof room !== 'string') return null;
  if (type === 'send' && typeof text === 'string') {
    return { type, id, room, text, ...(Number.isSafeInteger(kept.reply_to) ? { reply_to: kept.reply_to } : {}) };
  }
  if (!Number.isSafeInteger(seq)) return null;
  if (type === 'edit' && typeof text === 'string') return { type, id, room, seq, text };
  if (type === 'delete') return { type, id, room, seq };
  if (type === 'react' && typeof emoji === 'string' && typeof on === 'boolean') return { type, id, room, seq, emoji, on };
  return null;
}
