/** Controls for choosing: one of many languages, one of a few things, some of them, yes or no. */

import { h } from './dom.js';
import { autonym } from './i18n.js';

/**
 * Each language is named in itself, so that whoever reads it finds it.
 * @param {object} parts
 * @param {string} parts.id
 * @param {string} parts.label
 * @param {readonly string[]} parts.codes
 * @param {string} parts.chosen
 * @param {(code: string) => void} [parts.onchoose]
 * @param {string} [parts.unknown] what `und` is called
 */
export function languageField({ id, label, codes, chosen, onchoose, unknown }) {
  const options = codes.map((code) => ({ code, name: autonym(code) })).sort((a, b) => a.name.localeCompare(b.name));
  // What is not on offer stands last: it can be kept, and is not what one looks for.
  if (!codes.includes(chosen)) options.push({ code: chosen, name: chosen === 'und' && unknown ? unknown : autonym(chosen) });
  const select = h('select', {
    id, class: 'select', onchange: () => onchoose?.(select.value),
  }, ...options.map(({ code, name }) => h('option', { value: code, lang: code, selected: code === chosen }, name)));
  const node = h('div', { class: 'form-field' }, h('label', { for: id }, label), h('div', { class: 'select-box' }, select));
  return { node, select };
}

/**
 * @template {string} T
 * @param {object} parts
 * @param {string} parts.name
 * @param {string} parts.label
 * @param {readonly (readonly [T, string])[]} parts.options value and words
 * @param {T} parts.chosen
 * @param {(value: T) => void} parts.onchoose
 * @param {boolean} [parts.inRow] short words stand side by side
 */
export function radioField({ name, label, options, chosen, onchoose, inRow = false }) {
  return h('fieldset', { class: inRow ? 'radios radios-row' : 'radios' },
    h('legend', {}, label),
    ...options.map(([value, words]) => h('label', { class: 'radio' },
      h('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => onchoose(value) }),
      h('span', {}, words))));
}

/**
 * @param {object} parts
 * @param {string} parts.label
 * @param {readonly string[]} parts.codes
 * @param {readonly string[]} parts.chosen what is not on offer now stays chosen
 * @param {(codes: readonly string[]) => void} parts.onchoose
 */
export function languagesField({ label, codes, chosen, onchoose }) {
  const on = new Set(chosen);
  const names = codes.map((code) => /** @type {const} */ ([code, autonym(code)])).sort(([, a], [, b]) => a.localeCompare(b));
  return h('fieldset', { class: 'radios checks' },
    h('legend', {}, label),
    ...names.map(([code, name]) => checkField(h('span', { lang: code }, name), on.has(code), (checked) => {
      if (checked) on.add(code);
      else on.delete(code);
      onchoose([...on]);
    })));
}

/**
 * @param {Node | string} label
 * @param {boolean} checked
 * @param {(checked: boolean) => void} onchoose
 */
export function checkField(label, checked, onchoose) {
  const box = h('input', { type: 'checkbox', checked, onchange: () => onchoose(box.checked) });
  return h('label', { class: 'radio' }, box, h('span', {}, label));
}
