/** The words that keeping the peace needs, beside those of the whole page. */

import en from '../../locales/order-en.js';
import zh from '../../locales/order-zh.js';

/** @typedef {keyof typeof en} Key */
/** @typedef {import('../i18n.js').Words} Words */

/** @type {Readonly<Record<string, Readonly<Record<Key, string>>>>} */
const LOCALES = Object.freeze({ en, zh });
/** @type {Readonly<Record<string, Key>>} */
const ERRORS = Object.freeze({ held: 'held', declined: 'declined', 'bad-name': 'nameTaken', banned: 'banned' });
/** How the server says until when, and why. */
const BANNED = /^you are banned[a-z ]*?(?: until (?<until>\S+Z))?(?:: (?<reason>.*))?$/su;
const DECLINED = /^a moderator did not let this through(?:: (?<reason>.*))?$/su;

/**
 * @param {Words} words
 * @param {Key} key
 * @param {Record<string, string | number>} [places]
 */
export function say(words, key, places = {}) {
  return words.fill((LOCALES[words.locale] ?? en)[key], places);
}

/**
 * What a moderator, or a name, stood in the way of; null: it was something else.
 * @param {Words} words
 * @param {{ code: string, message: string }} error
 */
export function orderError(words, { code, message }) {
  const key = ERRORS[code];
  if (!key) return null;
  const { until, reason } = (code === 'banned' ? BANNED : DECLINED).exec(message)?.groups ?? {};
  const told = until ? say(words, 'bannedUntil', { moment: words.moment(until) }) : say(words, key);
  return reason ? `${told} ${say(words, 'ruleMutedWhy', { reason })}` : told;
}

/** Seconds as people say them. @param {Words} words @param {number} seconds */
export function duration(words, seconds) {
  if (seconds < 120) return say(words, 'seconds', { n: Math.max(1, Math.ceil(seconds)) });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? say(words, 'minutes', { n: minutes }) : say(words, 'hours', { n: Math.ceil(minutes / 60) });
}
