/** Keep values under keys in a storage that may be full, blocked, absent or written by others. */

/** @typedef {import('../types.js').StorageLike | null} Storage */

/**
 * The page's localStorage; null where the browser forbids even to ask for it.
 * @returns {Storage}
 */
export function pageStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * Null when there is nothing, or nothing readable. Check the shape: anybody can write there.
 * @param {Storage} storage
 * @param {string} key
 * @returns {unknown}
 */
export function load(storage, key) {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * Whether it was stored.
 * @param {Storage} storage
 * @param {string} key
 * @param {unknown} value
 */
export function save(storage, key, value) {
  try {
    storage?.setItem(key, JSON.stringify(value));
    return storage !== null;
  } catch {
    return false;
  }
}

/**
 * @param {Storage} storage
 * @param {string} key
 */
export function drop(storage, key) {
  try {
    storage?.removeItem(key);
  } catch {
    // Blocked: then there was nothing to drop either.
  }
}
