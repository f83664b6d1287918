/** An entry while somebody writes it: blank, tidy, compared, shown as a card, checked. */

/** @typedef {import('../types.js').Entry} Entry */
/** @typedef {import('../types.js').Explanation} Explanation */

export const KINDS = Object.freeze(['idiom', 'slang', 'custom', 'number', 'emoji']);
export const CAUTIONS = Object.freeze(['vulgar', 'insulting', 'sensitive', 'dated']);
export const IMPRESSIONS = Object.freeze(['cold', 'rude']);
export const READERS = Object.freeze(['en', 'zh']);
/** How often the words mean just what they say, in words that one can choose. */
export const LITERAL = Object.freeze([0, 0.25, 0.5, 0.75]);
export const MOST_GAP = 3;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LISTS = /** @type {const} */ (['variants', 'sources', 'hits', 'misses', 'not_before', 'not_after', 'near', 'not_near']);
const TEXTS = /** @type {const} */ (['reading', 'literal', 'plain', 'reads', 'tone', 'caution']);

/** @type {Explanation} */
export const UNTOLD = Object.freeze({ gloss: '', equivalent: null, literal: null, body: null, example: null });

/**
 * @param {string} lang
 * @param {string} [term]
 * @returns {Entry}
 */
export function blank(lang, term = '') {
  return {
    id: `${lang}/slang/`, lang, kind: 'slang', term, variants: [], reading: null, literal: null, plain: null, keep: false, reads: null,
    tone: null, caution: null, sources: [], hits: [], misses: [], not_before: [], not_after: [], only_alone: false, literal_ok: 0,
    gap: 0, separable: false, near: [], not_near: [], for: { [lang === 'zh' ? 'en' : 'zh']: UNTOLD },
  };
}

/**
 * Blanks around and empty lines cut off, empty texts null, readers who are told nothing left out.
 * @param {Entry} entry
 * @returns {Entry}
 */
export function tidy(entry) {
  const lists = Object.fromEntries(LISTS.map((name) => [name, entry[name].map((each) => each.trim()).filter(Boolean)]));
  const texts = Object.fromEntries(TEXTS.map((name) => [name, entry[name]?.trim() || null]));
  const told = Object.entries(entry.for).map(([lang, each]) => /** @type {const} */ ([lang, tidyTold(each)]));
  return { ...entry, ...lists, ...texts, term: entry.term.trim(), for: Object.fromEntries(told.filter(([, each]) => Object.values(each).some(Boolean))) };
}

/** @param {Explanation} told @returns {Explanation} */
function tidyTold(told) {
  const text = (/** @type {string | null} */ value) => value?.trim() || null;
  return { gloss: told.gloss.trim(), equivalent: text(told.equivalent), literal: text(told.literal), body: text(told.body), example: text(told.example) };
}

/**
 * @param {Entry | null} one
 * @param {Entry | null} other
 */
export function isSame(one, other) {
  return JSON.stringify(one && flat(tidy(one))) === JSON.stringify(other && flat(tidy(other)));
}

/**
 * Field by field, those of each language of readers as `for.en.gloss`; in one order for all.
 * @param {Entry} entry
 * @returns {Record<string, unknown>}
 */
export function flat(entry) {
  /** @type {[string, unknown][]} */
  const fields = Object.entries(entry).filter(([name]) => name !== 'for');
  for (const [lang, told] of Object.entries(entry.for)) {
    for (const [name, value] of Object.entries(told)) fields.push([`for.${lang}.${name}`, value]);
  }
  return Object.fromEntries(fields.sort(([a], [b]) => a.localeCompare(b)));
}

/**
 * The value of `term`, `for.en.gloss`, or `for.en` as a whole.
 * @param {Entry | null} entry
 * @param {string} field
 * @returns {unknown}
 */
export function fieldOf(entry, field) {
  /** @type {any} */
  let value = entry;
  for (const part of field.split('.')) value = value?.[part] ?? null;
  return value;
}

/**
 * The entry with one field otherwise; null takes away what readers of a language are told.
 * @param {Entry} entry
 * @param {string} field
 * @param {any} value
 * @returns {Entry}
 */
export function withField(entry, field, value) {
  const [first, lang, name] = field.split('.');
  if (first !== 'for' || lang === undefined) return { ...entry, [field]: value };
  const { [lang]: told, ...others } = entry.for;
  if (name === undefined) return { ...entry, for: value === null ? others : { ...others, [lang]: value } };
  return { ...entry, for: { ...others, [lang]: { ...UNTOLD, ...told, [name]: name === 'gloss' ? value ?? '' : value } } };
}

/**
 * The card that readers of a language would see.
 * @param {Entry} entry
 * @param {string} readers
 * @returns {import('../../types.js').EntryCard}
 */
export function cardOf(entry, readers) {
  const told = entry.for[readers];
  return {
    id: entry.id, lang: entry.lang, kind: entry.kind, term: entry.term, variants: entry.variants, reading: entry.reading,
    literal: told?.literal || entry.literal, plain: entry.plain, keep: entry.keep, tone: entry.tone, caution: entry.caution, sources: entry.sources,
    for: readers, gloss: told?.gloss || null, equivalent: told?.equivalent || null, body: told?.body || null, example: told?.example || null,
  };
}

/** @typedef {'needTerm' | 'needId' | 'needHit' | 'needGloss' | 'needReaders'} Need */

/**
 * What the server would refuse for certain, by field.
 * @param {Entry} entry tidy
 * @returns {Readonly<Record<string, Need>>}
 */
export function needs(entry) {
  /** @type {Record<string, Need>} */
  const found = {};
  if (entry.term === '') found['term'] = 'needTerm';
  if (!ID.test(entry.id.split('/')[2] ?? '')) found['id'] = 'needId';
  if (entry.hits.length === 0) found['hits'] = 'needHit';
  for (const [lang, told] of Object.entries(entry.for)) if (told.gloss === '') found[`for.${lang}.gloss`] = 'needGloss';
  if (Object.keys(entry.for).length === 0) found[`for.${entry.lang === 'zh' ? 'en' : 'zh'}.gloss`] = 'needReaders';
  return found;
}

/**
 * An id out of a reading or an English term: `huà shé tiān zú` → `hua-she-tian-zu`.
 * @param {string} text
 */
export function idFrom(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 64);
}

/**
 * The field that a refusal of the server is about: it names it in ticks, or as `for.en.gloss`; null: none.
 * @param {string} message
 * @param {readonly string[]} fields
 */
export function fieldIn(message, fields) {
  const ticked = [...message.matchAll(/`([\w.]+)`/g)].map(([, name]) => name ?? '');
  const named = [...ticked, ...message.split(/[\s:,;]+/)];
  return named.find((name) => fields.includes(name)) ?? null;
}
