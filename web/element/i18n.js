/** The interface's own words in the language it is shown in, with its dates, plurals and names. */

import en from '../locales/en.js';
import zh, { labels as zhLabels } from '../locales/zh.js';

/** @typedef {keyof typeof en} Key */
/** @typedef {string | { readonly one?: string, readonly other: string }} Phrase */

/** @type {Readonly<Record<string, Readonly<Record<Key, Phrase>>>>} */
const LOCALES = Object.freeze({ en, zh });

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const LABELS = Object.freeze({ zh: zhLabels });

export const INTERFACE_LANGUAGES = Object.freeze(Object.keys(LOCALES));

const DAY = 86_400_000;

/**
 * The first of `wishes` that the interface speaks; English when none.
 * @param {readonly string[]} wishes language tags, dearest first
 */
export function interfaceLanguage(wishes) {
  for (const wish of wishes) {
    const base = wish.split('-')[0]?.toLowerCase() ?? '';
    if (base in LOCALES) return base;
  }
  return 'en';
}

export class Words {
  #phrases;
  #plurals;
  #names;
  #clock;
  #full;

  /**
   * @param {string} locale one of INTERFACE_LANGUAGES
   * @param {readonly string[]} regions the browser's languages: British English has other dates
   */
  constructor(locale, regions = []) {
    this.locale = locale in LOCALES ? locale : 'en';
    this.#phrases = /** @type {Record<Key, Phrase>} */ (LOCALES[this.locale]);
    // The interface is in simplified Chinese, whatever the region.
    const tag = this.locale === 'zh' ? 'zh-Hans-CN' : regions.find((tag) => tag.startsWith(`${this.locale}-`)) ?? this.locale;
    this.#plurals = new Intl.PluralRules(tag);
    this.#names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
    this.#clock = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' });
    this.#full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short' });
    this.tag = tag;
  }

  /**
   * A phrase with its `{places}` filled; `n` chooses the plural. What is filled in is isolated,
   * so that an Arabic name does not turn an English sentence around; a language's name (from
   * `language`) is in the interface's own script and needs none of it.
   * @param {Key} key
   * @param {Record<string, string | number>} [places]
   */
  t(key, places = {}) {
    return this.fill(this.#phrases[key], places);
  }

  /**
   * The same for a phrase that another page brings.
   * @param {Phrase} phrase
   * @param {Record<string, string | number>} places
   */
  fill(phrase, places) {
    const one = typeof phrase === 'string' || typeof places['n'] !== 'number'
      ? phrase
      : this.#plurals.select(places['n']) === 'one' ? phrase.one ?? phrase.other : phrase.other;
    const text = typeof one === 'string' ? one : one.other;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = places[name];
      if (value === undefined) return whole;
      if (typeof value === 'number') return value.toLocaleString(this.tag);
      return name === 'language' ? value : `\u2068${value}\u2069`;
    });
  }

  /**
   * A language's name in the interface's language.
   * @param {string} code
   */
  language(code) {
    if (code === 'und' || code === '') return this.t('unknownLanguage');
    try {
      return this.#names.of(code) ?? code;
    } catch {
      return code;
    }
  }

  /**
   * An entry's tone or caution, which glossaries write in English; unknown ones stay so.
   * @param {string} english
   */
  label(english) {
    const known = LABELS[this.locale]?.[english];
    return known ? { text: known, lang: null } : { text: english, lang: 'en' };
  }

  /**
   * The time of day.
   * @param {string} iso
   */
  time(iso) {
    return this.#clock.format(new Date(iso));
  }

  /**
   * Day and time, for tooltips.
   * @param {string} iso
   */
  moment(iso) {
    return this.#full.format(new Date(iso));
  }

  /**
   * Today, yesterday, or the date; the year only when it is another one.
   * @param {Date} day
   * @param {Date} now
   */
  day(day, now) {
    const ago = Math.round((midnight(now) - midnight(day)) / DAY);
    if (ago === 0 || ago === 1) {
      const word = new Intl.RelativeTimeFormat(this.tag, { numeric: 'auto' }).format(-ago, 'day');
      return word.charAt(0).toLocaleUpperCase(this.tag) + word.slice(1);
    }
    const year = day.getFullYear() === now.getFullYear() ? {} : { year: /** @type {const} */ ('numeric') };
    return day.toLocaleDateString(this.tag, { weekday: 'long', month: 'long', day: 'numeric', ...year });
  }

  /**
   * "A, B and C".
   * @param {readonly string[]} items
   */
  list(items) {
    return new Intl.ListFormat(this.tag).format(items);
  }
}

/**
 * A language's name in itself: 中文, English.
 * @param {string} code
 */
export function autonym(code) {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
    return name ? name.charAt(0).toLocaleUpperCase(code) + name.slice(1) : code;
  } catch {
    return code;
  }
}

/** @param {Date} date */
function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
