/** Come back as the same person: the server's token, kept per server and shared by all tabs. */

import { drop, load, save } from './storage.js';

/** @typedef {import('../types.js').User} User */

/** The server would not even read a longer one. */
const LONGEST = 8_192;

export class Identity {
  #storage;
  #key;
  /** @type {string | null} */
  token = null;
  /** @type {User | null} */
  user = null;

  /**
   * @param {import('../types.js').StorageLike | null} storage
   * @param {string} url the server's, so that two servers on one page do not mix
   */
  constructor(storage, url) {
    this.#storage = storage;
    this.#key = `chat-bridge:${url}:identity`;
    this.reload();
  }

  /** Another tab may have become somebody meanwhile; then so are we. */
  reload() {
    const kept = /** @type {any} */ (load(this.#storage, this.#key));
    if (typeof kept?.token !== 'string' || kept.token.length > LONGEST) return;
    const { id, name, role } = kept.user ?? {};
    this.token = kept.token;
    this.user = [id, name, role].every((field) => typeof field === 'string') ? { id, name, role } : null;
  }

  /**
   * @param {string} token
   * @param {User} user
   */
  keep(token, user) {
    this.token = token;
    this.user = user;
    save(this.#storage, this.#key, { token, user });
  }

  /** The server refused the token. Whether there was one, so that trying without makes sense. */
  forget() {
    const had = this.token !== null;
    const kept = /** @type {any} */ (load(this.#storage, this.#key));
    if (kept?.token === this.token) drop(this.#storage, this.#key);
    this.token = null;
    this.user = null;
    return had;
  }
}
