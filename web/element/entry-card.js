/** Draw what a glossary entry says to a reader. */

import { icon } from './icons.js';
import { h, prose } from './dom.js';

/** @typedef {import('../types.js').EntryCard} EntryCard */
/** @typedef {import('./i18n.js').Words} Words */

const KINDS = Object.freeze({
  idiom: /** @type {const} */ ('kindIdiom'), slang: /** @type {const} */ ('kindSlang'), custom: /** @type {const} */ ('kindCustom'),
  number: /** @type {const} */ ('kindNumber'), emoji: /** @type {const} */ ('kindEmoji'),
});

/**
 * All that the words may mean, one sense after another; a head stands where the term changes.
 * @param {readonly EntryCard[]} cards
 * @param {Words} words
 * @param {boolean} isDoubtful whether the words may mean just what they say
 * @returns {Node[]}
 */
export function drawSenses(cards, words, isDoubtful) {
  return cards.flatMap((card, i) => {
    const before = cards[i - 1];
    const isSameTerm = before?.term === card.term && before.reading === card.reading;
    return [
      ...(isSameTerm ? [] : [drawHead(card.term, card, words)]),
      ...(isDoubtful && i === 0 ? [h('p', { class: 'card-doubt' }, icon('approx'), words.t('noteLiteral'))] : []),
      ...(cards.length > 1 ? [kind(card, words)] : []),
      drawEntry(card, words),
    ];
  });
}

/**
 * @param {EntryCard} card
 * @param {Words} words
 */
function kind({ kind: name }, words) {
  const label = Object.hasOwn(KINDS, name) ? words.t(KINDS[/** @type {keyof typeof KINDS} */ (name)]) : name;
  return h('p', { class: 'card-kind' }, label);
}

/**
 * @param {EntryCard} card
 * @param {Words} words
 */
function drawEntry(card, words) {
  const { lang } = card;
  const reader = card.for;
  // Who reads the term's own language is helped most by the same said plainly.
  const gloss = card.gloss ?? (isSame(reader, lang) ? card.plain : null);
  return h('div', { class: 'card-body' },
    gloss !== null && prose('p', card.gloss === null ? lang : reader, { class: 'card-gloss' }, gloss),
    gloss === null && !isSame(reader, lang) && h('p', { class: 'card-quiet' }, words.t('noteUnexplained', { language: words.language(reader) })),
    card.body !== null && story(card.body, reader),
    h('dl', { class: 'card-facts' },
      // Who reads the term's own language sees what its words say.
      ...fact(words.t('noteLiterally'), reader === lang ? null : card.literal, reader),
      // A name is not like its name abroad: it is called so.
      ...fact(card.keep ? words.t('noteCalled', { language: words.language(reader) }) : words.t('noteEquivalent'), card.equivalent, reader),
      ...fact(words.t('noteExample'), card.example, reader),
      ...fact(words.t('noteSays'), gloss === null ? card.plain : null, lang),
      ...tone(card, words),
      ...fact(words.t('noteSources'), card.sources.length > 0 ? card.sources.join(' · ') : null, lang)),
    card.caution !== null && caution(card.caution, words));
}

/**
 * @param {string} title the term, known before the card has come
 * @param {EntryCard | null} card
 * @param {Words} words
 */
export function drawHead(title, card, words) {
  // English ones are but other forms of the same words; Chinese ones have characters of their own.
  const variants = card && !isSame(card.lang, 'en') ? card.variants.filter((variant) => variant !== card.term) : [];
  return h('div', { class: 'card-head' },
    prose('h2', card?.lang ?? null, { class: 'card-term' }, card?.term ?? title),
    card !== null && card.reading !== null && h('p', { class: 'card-reading', lang: readingTag(card.lang) }, card.reading),
    card !== null && variants.length > 0 && prose('p', card.lang, { class: 'card-variants' }, words.list(variants)));
}

/**
 * Blank lines in the source part paragraphs; single ones were only wrapped.
 * @param {string} body
 * @param {string} lang
 */
function story(body, lang) {
  const paragraphs = body.trim().split(/\n\s*\n/);
  return h('div', { class: 'card-story' }, ...paragraphs.map((text) => prose('p', lang, {}, text.replace(/\s*\n\s*/g, ' '))));
}

/**
 * @param {EntryCard} card
 * @param {Words} words
 */
function tone({ tone: english }, words) {
  if (english === null) return [];
  const { text, lang } = words.label(english);
  return [h('dt', {}, words.t('noteTone')), prose('dd', lang, {}, text)];
}

/**
 * @param {string} english
 * @param {Words} words
 */
function caution(english, words) {
  const { text, lang } = words.label(english);
  return h('p', { class: 'card-caution' }, icon('alert'),
    h('span', {}, h('b', {}, words.t('noteCaution')), ' ', prose('span', lang, {}, text)));
}

/**
 * @param {string} name
 * @param {string | null} value
 * @param {string} lang
 */
function fact(name, value, lang) {
  return value === null ? [] : [h('dt', {}, name), prose('dd', lang, {}, value)];
}

/**
 * Pinyin is Chinese written in Latin letters.
 * @param {string} lang
 */
function readingTag(lang) {
  return lang.startsWith('zh') ? 'zh-Latn-pinyin' : lang;
}

/**
 * @param {string} a
 * @param {string} b
 */
function isSame(a, b) {
  return a.split('-')[0] === b.split('-')[0];
}
