/** A person's initial on a colour that stays theirs. */

import { h } from './dom.js';

/** How many colours the styles have, evenly around the circle of hues. */
export const TINTS = 12;
/** From one try to the next: far apart, and after TINTS tries each had its turn. */
const STRIDE = 5;

/**
 * @param {{ id: string, name: string }} person
 * @param {Tints} tints
 */
export function avatar({ id, name }, tints) {
  const first = [...new Intl.Segmenter().segment(name.trim())][0]?.segment ?? '·';
  return h('span', { class: 'avatar', part: 'avatar', 'data-tint': tints.of(id), 'aria-hidden': 'true' }, first.toLocaleUpperCase());
}

/**
 * Who has which colour: the one their id asks for, unless somebody present has it or one that can
 * hardly be told from it. Once given it stays, so that nobody changes colour when others come.
 */
export class Tints {
  /** @type {Map<string, number>} */
  #given = new Map();
  /** @type {readonly string[]} */
  #present = [];

  /** @param {readonly { readonly id: string }[]} members who is present now */
  meet(members) {
    this.#present = members.map(({ id }) => id).sort();
    for (const id of this.#present) this.of(id);
  }

  /**
   * A number from 0 to TINTS - 1.
   * @param {string} id
   */
  of(id) {
    const known = this.#given.get(id);
    if (known !== undefined) return known;
    const taken = this.#present.map((other) => this.#given.get(other)).filter((tint) => tint !== undefined);
    const wishes = Array.from({ length: TINTS }, (_, i) => (wish(id) + i * STRIDE) % TINTS);
    const tint = wishes.find((one) => taken.every((other) => apart(one, other) > 1))
      ?? wishes.find((one) => !taken.includes(one)) ?? wish(id);
    this.#given.set(id, tint);
    return tint;
  }
}

/**
 * How many steps lie between two colours on the circle.
 * @param {number} a
 * @param {number} b
 */
function apart(a, b) {
  const steps = Math.abs(a - b);
  return Math.min(steps, TINTS - steps);
}

/**
 * FNV-1a: ids that differ in one letter still spread over all colours.
 * @param {string} id
 */
function wish(id) {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % TINTS;
}
