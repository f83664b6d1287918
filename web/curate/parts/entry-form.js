/** The form of an entry: every field, in groups; what is wrong stands beside the field that it is about. */

import { checkField } from '../../element/choices.js';
import { h } from '../../element/dom.js';
import { CAUTIONS, IMPRESSIONS, KINDS, LITERAL, MOST_GAP, READERS, fieldIn, fieldOf, idFrom, needs, tidy, withField } from '../state/entry.js';
import { choiceField, textField } from './fields.js';
import { fieldName } from './texts.js';

/** @typedef {import('../types.js').Entry} Entry */
/** @typedef {import('./words.js').CurateWords} CurateWords */
/** @typedef {import('./fields.js').Field} Field */

/** Lists with few items are as high as those with many: what grows while one types jumps. */
const LIST_ROWS = 3;
const STORY_ROWS = 5;
const TOLD = /** @type {const} */ (['gloss', 'equivalent', 'literal', 'body', 'example']);

export class EntryForm {
  #words;
  #entry;
  #isNew;
  #onchange;
  /** @type {Map<string, Field>} */
  #fields = new Map();
  /** Somebody chose the id by hand. */
  #named = false;
  #groups = h('div', { class: 'entry-groups' });

  /**
   * @param {object} parts
   * @param {CurateWords} parts.words
   * @param {Entry} parts.entry
   * @param {boolean} parts.isNew then its language, kind and id can still be chosen
   * @param {() => void} parts.onchange
   */
  constructor({ words, entry, isNew, onchange }) {
    this.#words = words;
    this.#entry = entry;
    this.#isNew = isNew;
    this.#onchange = onchange;
    this.node = h('div', { class: 'entry-form' }, this.#groups);
    this.#draw();
  }

  /** As it stands, tidied. */
  get value() {
    return tidy(this.#entry);
  }

  /** @param {Entry} entry */
  set(entry) {
    this.#entry = entry;
    this.#draw();
  }

  focus() {
    this.#fields.get('term')?.input.focus();
  }

  /** Whether anything is missing; the first field that is wrong gets the focus. */
  check() {
    this.calm();
    const found = Object.entries(needs(this.value));
    for (const [field, need] of found) this.#fields.get(field)?.complain(this.#words.c(need));
    const first = found.map(([field]) => this.#fields.get(field)).find(Boolean);
    first?.input.focus();
    return found.length === 0;
  }

  /** Put the server's words beside the fields that they name; what names none comes back. @param {readonly string[]} reasons */
  complain(reasons) {
    const known = [...this.#fields.keys()];
    const placed = reasons.map((reason) => /** @type {const} */ ([reason, this.#fields.get(fieldIn(reason, known) ?? '')]));
    for (const [reason, field] of placed) field?.complain(reason);
    placed.find(([, field]) => field)?.[1]?.input.focus();
    return placed.filter(([, field]) => !field).map(([reason]) => reason);
  }

  calm() {
    for (const field of this.#fields.values()) field.complain('');
  }

  #draw() {
    this.#fields.clear();
    const { lang, for: told } = this.#entry;
    const readers = [...new Set([...READERS.filter((each) => each !== lang), ...Object.keys(told)])];
    this.#groups.replaceChildren(
      this.#group('groupIs', ...(this.#isNew ? this.#identity() : []), this.#text('term', lang), this.#list('variants', lang), this.#text('reading'),
        this.#text('literal', 'en'), this.#text('plain', lang), this.#flag('keep')),
      ...readers.map((reader) => this.#told(reader)),
      this.#group('groupFound', this.#list('hits', lang), this.#list('misses', lang), this.#list('not_before', lang), this.#list('not_after', lang),
        this.#list('near', lang), this.#list('not_near', lang), this.#literalOk(), this.#flag('only_alone'), lang === 'zh' ? this.#flag('separable') : this.#gap()),
      this.#group('groupCaution', this.#choice('caution', CAUTIONS), this.#choice('reads', IMPRESSIONS), this.#text('tone', 'en'), this.#list('sources')));
  }

  /** @param {'groupIs' | 'groupFound' | 'groupCaution'} title @param {...Node} fields */
  #group(title, ...fields) {
    return h('fieldset', { class: 'entry-group' }, h('legend', { class: 'group-title' }, this.#words.c(title)), ...fields);
  }

  /** @param {string} reader */
  #told(reader) {
    return h('fieldset', { class: 'entry-group' }, h('legend', { class: 'group-title' }, this.#words.c('groupMeans', { language: this.#words.language(reader) })),
      ...TOLD.map((name) => this.#text(`for.${reader}.${name}`, reader, name === 'body' ? STORY_ROWS : 1)));
  }

  #identity() {
    const { id, lang, kind } = this.#entry;
    const languages = READERS.map((code) => /** @type {const} */ ([code, this.#words.language(code)]));
    const language = choiceField({ id: 'entry-lang', label: this.#words.c('field_lang'), options: languages, value: lang, onchoose: (code) => this.#turn(code) });
    const kinds = choiceField({ id: 'entry-kind', label: this.#words.c('field_kind'), options: KINDS.map((each) => [each, this.#words.of('kind', each)]), value: kind, onchoose: (each) => this.#identify({ kind: each }) });
    const name = textField({
      id: 'entry-id', label: this.#words.c('field_id'), value: id.split('/')[2] ?? '', hint: this.#words.c('hint_id'), props: { spellcheck: 'false', autocapitalize: 'none' },
      oninput: (value) => {
        this.#named = true;
        this.#identify({ name: value });
      },
    });
    this.#fields.set('id', name);
    return [h('div', { class: 'in-row' }, language.node, kinds.node), name.node];
  }

  /** In another language it is found, and explained, otherwise. @param {string} lang */
  #turn(lang) {
    this.#identify({ lang });
    this.#draw();
    document.getElementById('entry-lang')?.focus();
  }

  /** @param {{ lang?: string, kind?: string, name?: string }} some */
  #identify({ lang = this.#entry.lang, kind = this.#entry.kind, name = this.#entry.id.split('/')[2] ?? '' }) {
    this.#entry = { ...this.#entry, lang, kind, id: `${lang}/${kind}/${name.trim()}` };
    this.#onchange();
  }

  /** @param {string} field @param {unknown} value */
  #take(field, value) {
    this.#entry = withField(this.#entry, field, value);
    this.#fields.get(field)?.complain('');
    if (this.#isNew && !this.#named && (field === 'term' || field === 'reading')) this.#guessId();
    this.#onchange();
  }

  #guessId() {
    const guess = idFrom(this.#entry.reading || this.#entry.term);
    const input = this.#fields.get('id')?.input;
    if (input) input.value = guess;
    this.#identify({ name: guess });
  }

  /** @param {string} field @param {string | null} [lang] @param {number} [rows] */
  #text(field, lang = null, rows = 1) {
    const value = fieldOf(this.#entry, field);
    return this.#add(field, textField({
      ...this.#labels(field), value: typeof value === 'string' ? value : '', lang, rows, oninput: (text) => this.#take(field, text),
    }));
  }

  /** One a line. @param {string} field @param {string | null} [lang] */
  #list(field, lang = null) {
    const value = /** @type {readonly string[]} */ (fieldOf(this.#entry, field) ?? []);
    return this.#add(field, textField({ ...this.#labels(field), value: value.join('\n'), lang, rows: LIST_ROWS, oninput: (text) => this.#take(field, text.split('\n')) }));
  }

  /** @param {'keep' | 'only_alone' | 'separable'} field */
  #flag(field) {
    return h('div', { class: 'form-field' }, checkField(fieldName(field, this.#words), this.#entry[field], (on) => this.#take(field, on)), h('p', { class: 'hint' }, this.#words.of('hint', field)));
  }

  #literalOk() {
    const now = this.#entry.literal_ok;
    const known = LITERAL.includes(now) ? LITERAL : [...LITERAL, now].sort();
    return this.#add('literal_ok', choiceField({
      ...this.#labels('literal_ok'), value: String(now), onchoose: (value) => this.#take('literal_ok', Number(value)),
      options: known.map((each) => [String(each), LITERAL.includes(each) ? this.#words.of('literal', String(each * 100)) : String(each)]),
    }));
  }

  #gap() {
    const counts = Array.from({ length: MOST_GAP + 1 }, (_, count) => /** @type {const} */ ([String(count), this.#words.number(count)]));
    return this.#add('gap', choiceField({ ...this.#labels('gap'), value: String(this.#entry.gap), options: counts, onchoose: (value) => this.#take('gap', Number(value)) }));
  }

  /** @param {'caution' | 'reads'} field @param {readonly string[]} values */
  #choice(field, values) {
    const options = values.map((value) => /** @type {const} */ ([value, this.#words.of(field, value)]));
    return this.#add(field, choiceField({ ...this.#labels(field), value: this.#entry[field] ?? '', options: [['', this.#words.c('none')], ...options], onchoose: (value) => this.#take(field, value || null) }));
  }

  /** @param {string} field */
  #labels(field) {
    const name = field.startsWith('for.') ? field.split('.')[2] ?? '' : null;
    const hint = this.#words.maybe('hint', name === null ? field : `told_${name}`);
    const label = name === null ? fieldName(field, this.#words) : this.#words.of('told', name);
    return { id: `entry-${field.replaceAll('.', '-')}`, label, ...(hint === null ? {} : { hint }) };
  }

  /** @param {string} name @param {Field} field */
  #add(name, field) {
    this.#fields.set(name, field);
    return field.node;
  }
}
