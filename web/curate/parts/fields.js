/** Fields of forms: a label, the control, a hint, and what is wrong with it beside it. */

import { h, setProp, setText } from '../../element/dom.js';

/**
 * @typedef {object} Field
 * @property {HTMLElement} node
 * @property {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 * @property {(problem: string) => void} complain empty: nothing is wrong
 */

/**
 * @param {object} parts
 * @param {string} parts.id
 * @param {string} parts.label
 * @param {string} [parts.value]
 * @param {string} [parts.hint]
 * @param {string | null} [parts.lang] of what is written
 * @param {number} [parts.rows] more than one: a long text
 * @param {string} [parts.type]
 * @param {Record<string, import('../../element/dom.js').Prop>} [parts.props]
 * @param {(value: string) => void} [parts.oninput]
 * @returns {Field}
 */
export function textField({ id, label, value = '', hint, lang = null, rows = 1, type = 'text', props = {}, oninput }) {
  const common = { id, class: 'text-input', dir: 'auto', lang, 'aria-describedby': `${id}-problem${hint ? ` ${id}-hint` : ''}`, ...props, oninput: () => oninput?.(input.value) };
  /** @type {HTMLInputElement | HTMLTextAreaElement} */
  const input = rows > 1 ? h('textarea', { rows, ...common }) : h('input', { type, ...common });
  input.value = value;
  return framed(id, label, input, hint);
}

/**
 * @param {object} parts
 * @param {string} parts.id
 * @param {string} parts.label
 * @param {readonly (readonly [string, string])[]} parts.options value and words
 * @param {string} parts.value
 * @param {string} [parts.hint]
 * @param {(value: string) => void} [parts.onchoose]
 * @returns {Field & { input: HTMLSelectElement }}
 */
export function choiceField({ id, label, options, value, hint, onchoose }) {
  const known = options.some(([each]) => each === value) ? options : [...options, /** @type {const} */ ([value, value])];
  const input = h('select', { id, class: 'select', 'aria-describedby': `${id}-problem${hint ? ` ${id}-hint` : ''}`, onchange: () => onchoose?.(input.value) },
    ...known.map(([each, words]) => h('option', { value: each, selected: each === value }, words)));
  return { ...framed(id, label, input, hint), input };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 * @param {string | undefined} hint
 * @returns {Field}
 */
function framed(id, label, input, hint) {
  const problem = h('p', { id: `${id}-problem`, class: 'problem', dir: 'auto' });
  const box = input instanceof HTMLSelectElement ? h('div', { class: 'select-box' }, input) : input;
  const node = h('div', { class: 'form-field' }, h('label', { for: id }, label), box, hint !== undefined && h('p', { id: `${id}-hint`, class: 'hint' }, hint), problem);
  return {
    node, input,
    complain: (text) => {
      setText(problem, text);
      setProp(input, 'aria-invalid', text === '' ? null : 'true');
    },
  };
}

/**
 * A few choices in a row, above a list.
 * @param {...(Node | null)} fields
 */
export function filterBar(...fields) {
  return h('div', { class: 'filters' }, ...fields);
}
