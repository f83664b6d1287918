/** Two people changed the same entry: put together what each wrote, as the second one chooses. */

import { fieldOf, withField } from './entry.js';

/** @typedef {import('../types.js').Entry} Entry */
/** @typedef {import('../types.js').Conflict} Conflict */
/** @typedef {'yours' | 'theirs'} Side */

/**
 * The entry with each field of the conflict as chosen; null: it is to go.
 * @param {Pick<Conflict, 'yours' | 'theirs' | 'merged' | 'fields'>} conflict
 * @param {Readonly<Record<string, Side>>} chosen by field; what is not chosen is yours
 * @returns {Entry | null}
 */
export function resolved({ yours, theirs, merged, fields }, chosen) {
  // Where one of the two took the entry away, there is nothing to put together.
  if (yours === null || theirs === null) return chosen[WHOLE] === 'theirs' ? theirs : yours;
  return fields.reduce((entry, field) => {
    const from = chosen[field] === 'theirs' ? theirs : yours;
    return withField(entry, field, fieldOf(from, field));
  }, merged ?? yours);
}

/** Stands for the entry as a whole, where one of the two deleted it. */
export const WHOLE = 'entry';

/**
 * What there is to choose: fields, or the whole.
 * @param {Pick<Conflict, 'yours' | 'theirs' | 'fields'>} conflict
 * @returns {readonly string[]}
 */
export function disputed({ yours, theirs, fields }) {
  return yours === null || theirs === null ? [WHOLE] : fields;
}
