/** Hear what the page tells about network, sight and leaving. */

/** @typedef {import('../types.js').PageLike} PageLike */

/**
 * @typedef {object} Told
 * @property {(here: boolean) => void} network
 * @property {(hidden: boolean) => void} visibility
 * @property {() => void} leave
 * @property {() => void} back
 */

/**
 * @param {PageLike | undefined} page
 * @param {Told} told
 * @returns {() => void} stops hearing
 */
export function hear(page, told) {
  const off = new AbortController();
  /** @type {Record<string, () => void>} */
  const events = {
    online: () => told.network(true),
    offline: () => told.network(false),
    // Bubbles from the document up to the window.
    visibilitychange: () => told.visibility(page?.document?.hidden ?? false),
    pagehide: told.leave,
    // Also from the back-forward cache, where the page slept as it was.
    pageshow: told.back,
  };
  for (const [name, run] of Object.entries(events)) page?.addEventListener(name, run, { signal: off.signal });
  told.visibility(page?.document?.hidden ?? false);
  return () => off.abort();
}
