/** Read single fields of a frame strictly: the right kind of value, or a TypeError. */

import { isTag } from './langs.js';

/** @typedef {import('../types.js').Run} Run */
/** @typedef {NonNullable<Run['kind']>} Kind */

/** @type {readonly string[]} */
const KINDS = ['link', 'mention', 'code', 'emoji', 'tag'];

/** @param {boolean} holds @param {string} what @returns {asserts holds} */
function must(holds, what) {
  if (!holds) throw new TypeError(`not ${what}`);
}

/** @param {unknown} value @returns {Record<string, unknown>} */
export function object(value) {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), 'an object');
  return /** @type {Record<string, unknown>} */ (value);
}

/** A text that is not empty. @param {unknown} value @returns {string} */
export function text(value) {
  must(typeof value === 'string' && value !== '', 'a text');
  return value;
}

/** A text that may be empty. @param {unknown} value @returns {string} */
export function name(value) {
  must(typeof value === 'string', 'a text');
  return value;
}

/** @param {unknown} value @returns {boolean} */
export function flag(value) {
  must(typeof value === 'boolean', 'a boolean');
  return value;
}

/** @param {unknown} value @param {number} least @returns {number} */
export function whole(value, least) {
  must(Number.isSafeInteger(value) && /** @type {number} */ (value) >= least, 'a whole number');
  return /** @type {number} */ (value);
}

/** A time that `Date` understands. @param {unknown} value @returns {string} */
export function time(value) {
  must(typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'a time');
  return value;
}

/** A language tag that `Intl` takes. @param {unknown} value @returns {string} */
export function tag(value) {
  must(typeof value === 'string' && isTag(value), 'a language');
  return value;
}

/**
 * Null when absent.
 * @template T
 * @param {unknown} value
 * @param {(value: unknown) => T} read
 * @returns {T | null}
 */
export function optional(value, read) {
  return value === undefined || value === null ? null : read(value);
}

/**
 * Every item must be right.
 * @template T
 * @param {unknown} value
 * @param {(item: unknown) => T} read
 * @returns {T[]}
 */
export function list(value, read) {
  must(Array.isArray(value), 'a list');
  return value.map((item) => read(item));
}

/**
 * Items that are not right are left out.
 * @template T
 * @param {unknown} value
 * @param {(item: unknown) => T} read
 * @returns {T[]}
 */
export function some(value, read) {
  return list(value, (item) => {
    try {
      return [read(item)];
    } catch {
      return [];
    }
  }).flat(1);
}

/** @param {unknown} value @returns {import('../types.js').Person} */
export function person(value) {
  const raw = object(value);
  return { id: text(raw.id), name: name(raw.name) };
}

/** @param {unknown} value @returns {import('../types.js').Member} */
export function member(value) {
  return { ...person(value), lang: tag(object(value).lang) };
}

/** @param {unknown} value */
export function reaction(value) {
  const raw = object(value);
  return { emoji: text(raw.emoji), users: list(raw.users, text) };
}

/** @param {unknown} value @returns {import('../types.js').Word} */
export function word(value) {
  const raw = object(value);
  return { text: text(raw.text), reading: optional(raw.reading, name) || null, meaning: optional(raw.meaning, name) || null };
}

/** @param {unknown} value @returns {Run[]} */
export function runs(value) {
  return list(value, run);
}

/** A kind that we do not know is left out: the words are still words. @param {unknown} value @returns {Run} */
function run(value) {
  const raw = object(value);
  return {
    text: name(raw.text),
    ...(KINDS.includes(/** @type {string} */ (raw.kind)) ? { kind: /** @type {Kind} */ (raw.kind) } : {}),
    ...(typeof raw.entry === 'string' && raw.entry !== '' ? { entry: raw.entry } : {}),
    ...(Array.isArray(raw.also) && raw.also.length > 0 ? { also: some(raw.also, text) } : {}),
    ...(raw.doubtful === true ? { doubtful: true } : {}),
  };
}
