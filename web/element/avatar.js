/** A person's initial on a colour that stays theirs. */

import { h } from './dom.js';

/** How many colours the styles have. */
const TINTS = 8;

/**
 * @param {{ id: string, name: string }} person
 */
export function avatar({ id, name }) {
  const first = [...new Intl.Segmenter().segment(name.trim())][0]?.segment ?? '·';
  return h('span', { class: 'avatar', part: 'avatar', 'data-tint': tint(id), 'aria-hidden': 'true' }, first.toLocaleUpperCase());
}

/** @param {string} id */
function tint(id) {
  let sum = 7;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}
