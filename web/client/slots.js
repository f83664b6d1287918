/**
 * Store each tab's outbox so that another takes over what a closed or crashed one leaves.
 *
 * The storage cannot be listed or locked, so there is a fixed row of slots, and a tab that has
 * something to keep claims one. Two tabs may take over the same slot at once, and both then send
 * the same messages: client ids are unique, so the server stores each once.
 */

import { drop, load, save } from './storage.js';

/** @typedef {{ owner: string, seen: number, items: unknown[] }} Slot `seen` in ms; 0: given up */

const SLOTS = 8;
/** Background tabs run their timers once a minute. */
const DEAD_MS = 150_000;

export class Slots {
  #storage;
  #prefix;
  #owner;
  #now;
  /** @type {string | null} */
  #mine = null;

  /**
   * @param {import('../types.js').StorageLike | null} storage
   * @param {string} prefix
   * @param {string} owner this tab, uniquely
   * @param {() => number} now
   */
  constructor(storage, prefix, owner, now) {
    this.#storage = storage;
    this.#prefix = prefix;
    this.#owner = owner;
    this.#now = now;
  }

  /** Also the sign of life; to be called at least once a minute. @param {readonly unknown[]} items */
  keep(items) {
    if (this.#mine !== null && this.#read(this.#mine)?.owner !== this.#owner) this.#mine = null;
    if (items.length === 0) {
      if (this.#mine !== null) drop(this.#storage, this.#mine);
      this.#mine = null;
      return;
    }
    // All taken: then they live as long as the page does.
    this.#mine ??= this.#keys().find((key) => this.#read(key) === null) ?? null;
    if (this.#mine !== null) save(this.#storage, this.#mine, { owner: this.#owner, seen: this.#now(), items });
  }

  /** The page goes away: whoever comes next may take it, this tab after a reload too. */
  release() {
    const slot = this.#mine === null ? null : this.#read(this.#mine);
    if (this.#mine !== null && slot?.owner === this.#owner) save(this.#storage, this.#mine, { ...slot, seen: 0 });
  }

  /**
   * What tabs that are gone left.
   * @returns {{ items: unknown[], empty: () => void }} `empty` their slots only after `keep`, so that
   *   a crash in between loses nothing
   */
  inherit() {
    const dead = this.#keys().flatMap((key) => {
      const slot = this.#read(key);
      return slot && slot.owner !== this.#owner && Math.abs(this.#now() - slot.seen) > DEAD_MS ? [{ key, slot }] : [];
    });
    return {
      items: dead.flatMap(({ slot }) => slot.items),
      empty: () => dead.forEach(({ key }) => drop(this.#storage, key)),
    };
  }

  #keys() {
    return Array.from({ length: SLOTS }, (_, place) => `${this.#prefix}:${place}`);
  }

  /** @param {string} key @returns {Slot | null} */
  #read(key) {
    const slot = /** @type {any} */ (load(this.#storage, key));
    return typeof slot?.owner === 'string' && typeof slot.seen === 'number' && Array.isArray(slot.items) ? slot : null;
  }
}
