/** How long to wait before connecting again, and after which closes not to. */

/** Not our protocol, no identity, banned, replaced by a newer socket: coming back changes nothing. */
const FINAL = [4400, 4401, 4403, 4409];
/** Going away and restarting: the server asks us back at once. */
const AT_ONCE = [1001, 1012];
/** Least milliseconds after "come back later" and "too fast". */
const FLOORS = new Map([[1013, 5_000], [4429, 5_000]]);
const FIRST = 500;
const MOST = 30_000;

/** @param {number} code close code */
export function isFinal(code) {
  return FINAL.includes(code);
}

/**
 * Milliseconds to wait: exponential with full jitter, so that a thousand clients come back spread
 * out. `attempt` counts tries since the last calm connection, from 0; `chance` is in [0, 1);
 * `slow` (page hidden, or said to be offline) waits long from the second try on.
 * @param {number} attempt
 * @param {number} code close code
 * @param {number} chance
 * @param {boolean} slow
 */
export function pause(attempt, code, chance, slow) {
  if (attempt === 0 && AT_ONCE.includes(code)) return chance * FIRST;
  const floor = Math.max(FLOORS.get(code) ?? 0, slow && attempt > 0 ? MOST : 0);
  return floor + chance * Math.min(MOST, FIRST * 2 ** attempt);
}
