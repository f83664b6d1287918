/** The words that asking and answering need, beside those of the whole page. */

import en from '../../locales/questions-en.js';
import zh from '../../locales/questions-zh.js';

/** @typedef {keyof typeof en} Key */

/** @type {Readonly<Record<string, Readonly<Record<Key, string>>>>} */
const LOCALES = Object.freeze({ en, zh });

/**
 * @param {import('../i18n.js').Words} words
 * @param {Key} key
 * @param {Record<string, string | number>} [places]
 */
export function say(words, key, places = {}) {
  return words.fill((LOCALES[words.locale] ?? en)[key], places);
}
