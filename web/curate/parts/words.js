/** The curators' page's own words beside those of the chat, in English and Chinese. */

import { Words } from '../../element/i18n.js';
import en from '../../locales/curate-en.js';
import zh from '../../locales/curate-zh.js';
import entryEn from '../../locales/entry-en.js';
import entryZh from '../../locales/entry-zh.js';
import peaceEn from '../../locales/peace-en.js';
import peaceZh from '../../locales/peace-zh.js';
import { ApiError } from '../state/api.js';

/** @typedef {keyof typeof en | keyof typeof entryEn | keyof typeof peaceEn} Key */

const PHRASES = Object.freeze({ en: { ...en, ...entryEn, ...peaceEn }, zh: { ...zh, ...entryZh, ...peaceZh } });

/** Refusals that have words of their own here; the others say what the server says. @type {Readonly<Record<string, Key>>} */
const CODES = Object.freeze({
  'no-answer': 'errorNoAnswer', 'signed-out': 'errorSignedOut', 'bad-credentials': 'errorCredentials', forbidden: 'errorForbidden',
  'not-your-own': 'errorOwn', claimed: 'errorClaimed', 'too-fast': 'errorTooMany', unavailable: 'errorUnavailableNow', 'not-found': 'errorNotThere',
  'no-such-entry': 'errorNotThere', 'too-long': 'errorTooLarge',
});

const STEPS = /** @type {const} */ ([[60, 'second'], [60, 'minute'], [24, 'hour'], [7, 'day'], [4.35, 'week'], [12, 'month'], [Infinity, 'year']]);

export class CurateWords extends Words {
  /**
   * @param {Key} key
   * @param {Record<string, string | number>} [places]
   */
  c(key, places = {}) {
    const phrases = this.locale === 'zh' ? PHRASES.zh : PHRASES.en;
    return this.fill(phrases[key], places);
  }

  /**
   * A phrase of a family, such as `kind_note`; the name itself where there is none.
   * @param {string} family
   * @param {string} name
   */
  of(family, name) {
    return this.maybe(family, name) ?? name;
  }

  /**
   * The same; null where there is none.
   * @param {string} family
   * @param {string} name
   */
  maybe(family, name) {
    const key = /** @type {Key} */ (`${family}_${name.replaceAll('-', '_')}`);
    return key in PHRASES.en ? this.c(key) : null;
  }

  /**
   * What went wrong, and what to do.
   * @param {unknown} error
   */
  problem(error) {
    if (!(error instanceof ApiError)) return this.c('errorPage');
    const key = CODES[error.code];
    if (key === undefined) return error.message || this.c('errorServer', { code: error.code });
    return error.message && error.code !== 'bad-credentials' && error.code !== 'signed-out' ? this.c('errorWith', { what: this.c(key), message: error.message }) : this.c(key);
  }

  /**
   * "5 minutes ago", "in 5 minutes".
   * @param {string} iso
   */
  ago(iso) {
    let amount = (Date.parse(iso) - Date.now()) / 1_000;
    for (const [size, unit] of STEPS) {
      if (Math.abs(amount) < size) return new Intl.RelativeTimeFormat(this.tag, { numeric: 'auto' }).format(Math.round(amount), unit);
      amount /= size;
    }
    return this.moment(iso);
  }

  /** @param {number} n */
  number(n) {
    return n.toLocaleString(this.tag);
  }
}
